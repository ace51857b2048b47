import type { Failure } from "./failures.ts";

/** What Socket.IO hands over when a connection was refused: by a bench, or before by HTTP. */
interface RefusalError extends Error {
  data?: Failure;
  /** Status of the HTTP answer, when the attempt was a request. */
  description?: unknown;
}

const tooManyRequests = 429;
const firstPauseMs = 5000;
const longestPauseMs = 30_000;

/** The failure in a connection error; `undefined` if the server is only away. */
export function refusalOf(error: Error): Failure | undefined {
  const { data, description }: RefusalError = error;
  if (data?.code) return data;
  return description === tooManyRequests ? { code: "too-many" } : undefined;
}

const transient: readonly string[] = ["too-many", "rate-limited", "internal"];

/** Whether the same question may get another answer later. */
export const isTransient = ({ code }: Failure): boolean => transient.includes(code);

/** Pause before the next attempt after this many refusals in a row: 5 s, doubling up to 30 s. */
export const retryPauseMs = (refusals: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (refusals - 1));
