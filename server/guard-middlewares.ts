import type { Namespace, Socket } from "socket.io";

type Middleware = Parameters<Namespace["use"]>[0];

/** Who hears what became of a lab's middleware. */
export interface MiddlewareGuard {
  /** It refused this socket. */
  refused(socket: Socket): void;
  /** It threw; the socket is refused, and the process goes on. */
  failed(error: unknown): void;
}

/** Guards the middlewares that are added to a namespace from now on. */
export function guardMiddlewares(namespace: Namespace, guard: MiddlewareGuard): void {
  const use = namespace.use.bind(namespace);
  namespace.use = (middleware) => use(guarded(middleware, guard));
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
