import type { Socket } from "socket.io";
import type { Contract } from "#lab-kit/contract.ts";
import type { Failure } from "#lab-kit/failures.ts";
import type { Handlers } from "#lab-kit/server/define-lab-server.ts";
import type { Allows } from "#lab-kit/server/rate.ts";
import { fail, type Result } from "#lib/result.ts";
import type { Log } from "./log.ts";

/** What stands between a socket and the handlers. */
export interface AttachDeps {
  /** Whether one more command is allowed now. */
  allows: Allows;
  log: Log;
}

type Reply = (result: Result<unknown, Failure>) => void;
type Spec = Contract["commands"][string];
type Handler = Handlers<Contract>[string];

/**
 * The only place that listens for commands: validate, call, acknowledge. A command without an
 * acknowledgement function is ignored; a handler that throws answers `internal` and harms nobody.
 */
export function attach<C extends Contract>(
  socket: Socket,
  contract: C,
  handlers: Handlers<C>,
  deps: AttachDeps,
): void {
  const { commands } = contract;
  const byName = handlers as unknown as Handlers<Contract>;
  for (const name of Object.keys(commands)) {
    if (!byName[name]) throw new Error(`attach: ${contract.id} has no handler for "${name}"`);
  }
  // One listener and not one for each command: there is a control channel for each bench.
  socket.onAny((name: string, payload: unknown, reply: unknown) => {
    const spec = Object.hasOwn(commands, name) ? commands[name] : undefined;
    const handler = byName[name];
    if (!spec || !handler || typeof reply !== "function") return;
    void answer(payload, { name, spec, handler, deps }).then((result) => {
      acknowledge(reply as Reply, result, { name, deps });
    });
  });
}

async function answer(
  payload: unknown,
  { name, spec, handler, deps }: { name: string; spec: Spec; handler: Handler; deps: AttachDeps },
): Promise<Result<unknown, Failure>> {
  if (!deps.allows()) return fail({ code: "rate-limited" });
  try {
    const checked = spec.payload.safeParse(payload);
    if (!checked.success) return fail({ code: "bad-payload", detail: firstIssue(checked.error) });
    return await handler(checked.data);
  } catch (error) {
    deps.log.error({ event: "handler-threw", command: name, error });
    return fail({ code: "internal" });
  }
}

/** An answer that cannot be encoded is a mistake of ours, and no reason to end the process. */
function acknowledge(
  reply: Reply,
  result: Result<unknown, Failure>,
  { name, deps }: { name: string; deps: AttachDeps },
): void {
  try {
    reply(result);
  } catch (error) {
    deps.log.error({ event: "answer-not-sent", command: name, error });
    reply(fail({ code: "internal" }));
  }
}

interface ZodFailure {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/** An issue quotes keys of the payload, which may be as long as the message was. */
const longestDetail = 200;

const firstIssue = ({ issues }: ZodFailure): string => {
  const { path, message } = issues[0] ?? { path: [], message: "" };
  return `${path.map(String).join(".") || "payload"}: ${message}`.slice(0, longestDetail);
};
