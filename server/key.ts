import { randomBytes } from "node:crypto";

/** A fresh key: 16 random bytes as 32 hexadecimal digits. */
export const newKey = (): string => randomBytes(16).toString("hex");
