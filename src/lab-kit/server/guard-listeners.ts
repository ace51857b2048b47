import type { EventEmitter } from "node:events";

type Listener = (...args: unknown[]) => unknown;
type Failed = (error: unknown) => void;

/** What gets the errors of a guarded emitter: its own property takes less than a map's entry. */
const failedOf = Symbol("failed");
type Guarded = EventEmitter & { [failedOf]?: Failed };

/**
 * Keeps what a listener throws, or rejects with, from ending the process: `failed` gets it instead.
 * Holds for listeners that are added from now on with `on`, `addListener` or `once`.
 */
export function guardListeners(emitter: EventEmitter, failed: Failed): void {
  Object.assign(emitter, { on, addListener: on, once, [failedOf]: failed });
}

/** The functions are shared by all guarded emitters: a server has thousands of them. */
function on(this: Guarded, name: string | symbol, listener: Listener): EventEmitter {
  const proto: EventEmitter = Object.getPrototypeOf(this);
  return proto.on.call(this, name, guarded(listener, this[failedOf]));
}

function once(this: EventEmitter, name: string | symbol, listener: Listener): EventEmitter {
  const run: Listener & { listener?: Listener } = (...args) => {
    this.off(name, listener);
    return Reflect.apply(listener, this, args);
  };
  run.listener = listener;
  return this.on(name, run);
}

/** Node's emitter finds a listener to remove also by the field `listener` of its wrapper. */
function guarded(listener: Listener & { listener?: Listener }, failed: Failed | undefined) {
  const run = function (this: unknown, ...args: unknown[]): void {
    try {
      const returned = Reflect.apply(listener, this, args);
      if (returned instanceof Promise) returned.catch(failed);
    } catch (error) {
      failed?.(error);
    }
  };
  return Object.assign(run, { listener: listener.listener ?? listener });
}
