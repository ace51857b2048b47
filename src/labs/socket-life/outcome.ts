import type { SocketCall } from "#lab-kit/observation.ts";

/** What came of a call, beside its name and its socket. `undefined`: the socket was closed under it. */
export type Outcome = Omit<SocketCall, "call" | "socket"> | undefined;

/** The name of an error, as the system or Node has it. */
export const errorName = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

/** A call's outcome, or the name of what it rejects with. */
export const orError = async (outcome: Promise<Outcome>): Promise<Outcome> => {
  try {
    return await outcome;
  } catch (error) {
    return { error: errorName(error) };
  }
};
