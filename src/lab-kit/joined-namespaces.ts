import type { Socket } from "socket.io-client";

/** One client in one namespace other than `/`. */
export interface JoinedNamespace {
  socket: Socket;
  /** Wants to be in it from now on: at once, or when the client connects. */
  join(): void;
  /** Leaves it, and does not come back. */
  leave(): void;
}

/** What its page sends along when it joins a namespace, by the namespace's name. */
export type NamespaceAuth = Readonly<Record<string, object>>;

/** Observes a client's socket of a namespace. */
export type ObserveIn = (socket: Socket, namespace: string) => void;

/**
 * The namespaces that one client may join beside `/`, all on the one connection of its Manager.
 * They come and go with `/`: who disconnects that disconnects the client.
 */
export class JoinedNamespaces {
  /** Its socket in `/`. */
  readonly #main: Socket;
  readonly #all = new Map<string, { socket: Socket; isWanted: boolean }>();

  constructor(main: Socket, namespaces: NamespaceAuth, observe: ObserveIn) {
    this.#main = main;
    for (const [name, auth] of Object.entries(namespaces)) {
      const socket = main.io.socket(name, hasAny(auth) ? { auth: { ...auth } } : {});
      this.#all.set(name, { socket, isWanted: false });
      observe(socket, name);
    }
    this.#followMain();
  }

  get sockets(): readonly [name: string, socket: Socket][] {
    return [...this.#all].map(([name, { socket }]) => [name, socket]);
  }

  /** The client in this namespace. @throws when it may not join it */
  in(name: string): JoinedNamespace {
    const one = this.#all.get(name);
    if (!one) throw new Error(`in: namespace = ${name}, must be one that the client may join`);
    return {
      socket: one.socket,
      join: () => {
        one.isWanted = true;
        if (this.#main.active) connectOnce(one.socket);
      },
      leave: () => {
        one.isWanted = false;
        one.socket.disconnect();
      },
    };
  }

  /** A lease that the client waits for holds up all of its namespaces. */
  #followMain(): void {
    const main = this.#main;
    const connect = main.connect.bind(main);
    const disconnect = main.disconnect.bind(main);
    main.connect = () => {
      connect();
      for (const { socket, isWanted } of this.#all.values()) if (isWanted) connectOnce(socket);
      return main;
    };
    main.disconnect = () => {
      for (const { socket } of this.#all.values()) socket.disconnect();
      return disconnect();
    };
  }
}

/** An empty object would travel as one. */
const hasAny = (auth: object): boolean => Object.keys(auth).length > 0;

/** A second `connect` before the answer would send a second CONNECT packet. */
function connectOnce(socket: Socket): void {
  if (!socket.active) socket.connect();
}
