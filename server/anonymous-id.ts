import { createHmac, randomBytes } from "node:crypto";

const SHOWN_DIGITS = 8;
const salt = randomBytes(32);

/**
 * A short name for a key, so that lines of a log can be told to belong together: 8 hexadecimal digits,
 * the same for a key as long as the process runs, and of no use in finding the key.
 */
export const anonymousId = (key: string): string =>
  createHmac("sha256", salt).update(key).digest("hex").slice(0, SHOWN_DIGITS);
