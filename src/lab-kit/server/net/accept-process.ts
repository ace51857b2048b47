/**
 * A process that has sockets listen, and accepts from them one connection at a time.
 *
 * Node accepts as soon as a listening socket is polled. A socket that is only held is not: so the
 * process which owns it keeps it unpolled, and lends it here for one `accept`. A handle that is
 * sent to another process is a duplicate, and closing it in the middle of libuv's loop over waiting
 * connections ends that loop after the first.
 */
import { getSystemErrorName } from "node:util";
import type { FromAcceptor, ToAcceptor } from "./accept-messages.ts";
import { asSendable, type NativeHandle } from "./native-handle.ts";

type Listen = Extract<ToAcceptor, { do: "listen" }>;
type Accept = Extract<ToAcceptor, { do: "accept" }>;

/** Accepts that wait for a connection. */
const waiting = new Map<number, NativeHandle>();

/** Answers, and lets go of the handle once the other process has it. */
function answer(message: FromAcceptor, handle?: NativeHandle, letGo?: () => void): void {
  if (handle) process.send?.(message, asSendable(handle), {}, letGo);
  else process.send?.(message);
}

/** Closed in the same turn, the handle is never polled, and nothing is accepted by it. */
function listen({ ask, backlog }: Listen, bound: NativeHandle): void {
  const error = bound.listen(backlog);
  bound.close();
  answer(error === 0 ? { ask, isListening: true } : { ask, code: getSystemErrorName(error) });
}

function accept({ ask, backlog }: Accept, listening: NativeHandle): void {
  const fails = (error: number) => answer({ ask, code: getSystemErrorName(error) });
  waiting.set(ask, listening);
  listening.onconnection = (error, accepted) => {
    waiting.delete(ask);
    listening.close();
    if (accepted) answer({ ask, isAccepted: true }, accepted, () => accepted.close());
    else fails(error);
  };
  const error = listening.listen(backlog);
  if (error === 0) return;
  waiting.delete(ask);
  listening.close();
  fails(error);
}

function stop(ask: number): void {
  waiting.get(ask)?.close();
  if (waiting.delete(ask)) answer({ ask, isAccepted: false });
}

process.on("message", (message: ToAcceptor, handle: unknown) => {
  if (message.do === "listen") listen(message, handle as NativeHandle);
  else if (message.do === "accept") accept(message, handle as NativeHandle);
  else stop(message.ask);
});
process.on("disconnect", () => process.exit());
// What it has to say, nobody hears any more.
process.on("error", () => process.exit());
