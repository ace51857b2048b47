import { loggedError } from "./logged-error.ts";
import { requestPath } from "./request-path.ts";

/** All that a line of the log may say. Counts and durations have names of their own and are numbers. */
export interface LogFields {
  /** What happened, in kebab case: `bench-opened`. */
  event: string;
  /** A failure or end code, in kebab case. */
  code?: string | undefined;
  /** Id of a lab. */
  lab?: string | undefined;
  /** Name of a command in a contract. */
  command?: string | undefined;
  /** From `anonymousId`, never a key. */
  id?: string | undefined;
  method?: string | undefined;
  /** Logged without its query. */
  url?: string | undefined;
  transport?: string | undefined;
  signal?: string | undefined;
  /** Anything thrown; logged as name, code and stack, never with its message. */
  error?: unknown;
  status?: number | undefined;
  port?: number | undefined;
  count?: number | undefined;
  benches?: number | undefined;
  connections?: number | undefined;
  subjects?: number | undefined;
  sizeBytes?: number | undefined;
  durationMs?: number | undefined;
  limit?: number | undefined;
}

type Show = (value: unknown) => unknown;

const LONGEST_PATH = 200;

const matching =
  (pattern: RegExp): Show =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : undefined;

const number: Show = (value) => (Number.isFinite(value) ? value : undefined);

/** Letters only, in short words: a key of digits and letters does not pass. */
const words = matching(/^[a-z]{1,20}(?:-[a-z]{1,20}){0,5}$/);

const path: Show = (value) =>
  typeof value === "string" ? requestPath(value).slice(0, LONGEST_PATH) : undefined;

const shows: Record<keyof LogFields, Show> = {
  event: words,
  code: words,
  lab: words,
  command: matching(/^[A-Za-z]{1,30}(?:-[a-z]{1,20}){0,4}$/),
  id: matching(/^[0-9a-f]{8}$/),
  method: matching(/^[A-Z]{3,10}$/),
  url: path,
  transport: matching(/^(?:polling|websocket|webtransport)$/),
  signal: matching(/^SIG[A-Z]{2,8}$/),
  error: loggedError,
  status: number,
  port: number,
  count: number,
  benches: number,
  connections: number,
  subjects: number,
  sizeBytes: number,
  durationMs: number,
  limit: number,
};

/** The named fields that look as they should; everything else is dropped. */
export function publicFields(fields: LogFields): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, show] of Object.entries(shows)) {
    const value = fields[name as keyof LogFields];
    const logged = value === undefined ? undefined : show(value);
    if (logged !== undefined) shown[name] = logged;
  }
  return shown;
}
