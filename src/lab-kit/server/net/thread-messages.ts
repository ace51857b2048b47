/** What the host tells the thread of programs. */
export type ToThread =
  | {
      do: "open";
      program: number;
      /** Address of the program's module. */
      module: string;
      address: string;
      mostSockets: number;
      /** When the bench was opened, on the clock of `monotonicMs`. */
      openedAtMs: number;
    }
  | { do: "tell"; program: number; message: unknown }
  | { do: "close"; program: number };

/** What the thread tells the host. */
export type FromThread =
  | { program: number; said: unknown }
  | { program: number; failed: string }
  | { program: number; isClosed: true };

/** Milliseconds of the machine's monotonic clock, which all threads share. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
