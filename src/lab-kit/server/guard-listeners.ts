import type { EventEmitter } from "node:events";

type Listener = (...args: unknown[]) => unknown;

/**
 * Keeps what a listener throws, or rejects with, from ending the process: `failed` gets it instead.
 * Holds for listeners that are added from now on with `on`, `addListener` or `once`.
 */
export function guardListeners(emitter: EventEmitter, failed: (error: unknown) => void): void {
  const add = emitter.on.bind(emitter);
  const on = (name: string | symbol, listener: Listener) => {
    add(name, guarded(listener, failed));
    return emitter;
  };
  const once = (name: string | symbol, listener: Listener) => {
    const run: Listener & { listener?: Listener } = (...args) => {
      emitter.off(name, listener);
      return Reflect.apply(listener, emitter, args);
    };
    run.listener = listener;
    return on(name, run);
  };
  Object.assign(emitter, { on, addListener: on, once });
}

/** Node's emitter finds a listener to remove also by the field `listener` of its wrapper. */
function guarded(listener: Listener & { listener?: Listener }, failed: (error: unknown) => void) {
  const run = function (this: unknown, ...args: unknown[]): void {
    try {
      const returned = Reflect.apply(listener, this, args);
      if (returned instanceof Promise) returned.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  return Object.assign(run, { listener: listener.listener ?? listener });
}
