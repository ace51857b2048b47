import type { Namespace, Socket } from "socket.io";

type Middleware = Parameters<Namespace["use"]>[0];

/** Who hears what became of a lab's middleware. */
export interface MiddlewareGuard {
  /** It refused this socket. */
  refused(socket: Socket): void;
  /** It threw; the socket is refused, and the process goes on. */
  failed(error: unknown): void;
}

const guards = new WeakMap<Namespace, MiddlewareGuard>();

/** Guards the middlewares that are added to a namespace from now on. */
export function guardMiddlewares(namespace: Namespace, guard: MiddlewareGuard): void {
  guards.set(namespace, guard);
  namespace.use = use;
}

/** The function is shared by all guarded namespaces: each bench has one at least. */
function use(this: Namespace, middleware: Middleware): Namespace {
  const proto: Namespace = Object.getPrototypeOf(this);
  const guard = guards.get(this);
  return proto.use.call(this, guard ? guarded(middleware, guard) : middleware);
}

const guarded =
  (middleware: Middleware, { refused, failed }: MiddlewareGuard): Middleware =>
  (socket, next) => {
    const answer: typeof next = (refusal) => {
      if (refusal) refused(socket);
      next(refusal);
    };
    try {
      middleware(socket, answer);
    } catch (error) {
      failed(error);
      answer(new Error("internal"));
    }
  };
