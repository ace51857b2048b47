import pino, { type DestinationStream } from "pino";
import type { LogLevel } from "./config.ts";
import { type LogFields, publicFields } from "./log-fields.ts";

/** The host's log: one JSON object a line. It has no free text, so that nothing can slip into it. */
export type Log = Record<"debug" | "info" | "warn" | "error" | "fatal", Write>;

type Write = (fields: LogFields) => void;

/** Where and how much is logged; to the standard output unless told otherwise. */
export interface LogOptions {
  level: LogLevel;
  destination?: DestinationStream;
}

/**
 * The standard output, written line by line. Once nobody reads it any more, lines are lost and the
 * host goes on: pino's own destination then tries its last lines for ever, and never exits.
 */
function standardOutput(): DestinationStream {
  process.stdout.on("error", () => undefined);
  return { write: (line) => void process.stdout.write(line) };
}

/** Makes the log. Fields that are not named in `LogFields`, or do not look as they should, are left out. */
export function createLog({ level, destination = standardOutput() }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const writeAt =
    (name: keyof Log): Write =>
    (fields) =>
      logger[name](publicFields(fields));
  return {
    debug: writeAt("debug"),
    info: writeAt("info"),
    warn: writeAt("warn"),
    error: writeAt("error"),
    fatal: writeAt("fatal"),
  };
}
