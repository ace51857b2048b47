import type { Server, Socket } from "socket.io";
import type { Fact, Write } from "../observation.ts";
import { byEvent, type PacketName } from "../packet-name.ts";
import { watchAdapter } from "./observing-adapter.ts";

/** What watching a bench's sockets needs from the bench. */
export interface WatchDeps {
  io: Server;
  /** Milliseconds on the bench's clock. */
  now(): number;
  /** Records a fact, at the time given or else now. */
  observe(where: string, fact: Fact, atMs?: number): void;
  /** Whether one more event of a subject, or of the guest, is allowed now. */
  allowsEvent(isGuest: boolean): boolean;
  /** Whether this guest's event is let through. */
  guestMay(event: string, args: readonly unknown[]): boolean;
  /** How packets are named; by their event, by default. */
  nameOf?: PacketName | undefined;
  /** A subject's socket is gone. */
  left(socket: Socket, who: string): void;
}

/** A broadcast that is being written. Its time is that of its beginning: bytes leave from then on. */
interface Broadcast {
  rooms: ReadonlySet<string>;
  except: ReadonlySet<string>;
  to: string[];
  atMs: number;
}

type Ack = (...args: unknown[]) => void;

/** Called by Socket.IO with the socket as `this`. */
interface Listeners {
  wrote(this: Socket, event: unknown, ...args: unknown[]): void;
  left(this: Socket, reason: string): void;
}

/**
 * Sees what really happens at a bench's sockets: who is connected, what arrived, to whom each emit
 * was written and what it was addressed to. One observation per emit, with its recipients.
 */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #names = new Map<string, string>();
  /** One listener of each kind for all sockets: a closure for each would cost memory. */
  readonly #listeners: Listeners;
  #open: Broadcast | undefined;
  #memberships: Record<string, string[]> | undefined;
  /** Names of the packets that wait for the socket with this data to come back. */
  readonly #restored = new WeakMap<object, string[]>();
  readonly #packetName: PacketName;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    this.#packetName = deps.nameOf ?? byEvent;
    this.#listeners = this.#createListeners();
    watchAdapter(deps.io, {
      broadcastBegins: (rooms, except) => {
        this.#open = { rooms, except, to: [], atMs: deps.now() };
      },
      broadcastEnds: (packet) => this.#broadcastEnds(this.#named(packet)),
      roomsChanged: () => {
        this.#memberships = undefined;
      },
      restores: (data, packets) => {
        const names = packets.map((packet) => this.#named(packet));
        this.#restored.set(
          data,
          names.filter((name) => name !== undefined),
        );
      },
      forgets: (sessions, packets) => deps.observe("server", { what: "forgot", sessions, packets }),
    });
  }

  /** Watches one subject's socket for as long as it lives. */
  subject(socket: Socket, who: string, isGuest: boolean): void {
    const transport = socket.conn.transport.name;
    this.#names.set(socket.id, who);
    this.#memberships = undefined;
    this.#deps.observe(who, { what: "connected", transport });
    if (socket.recovered) this.#tellRestored(socket, who);
    if (transport !== "websocket") this.#watchUpgrade(socket, who);
    socket.onAnyOutgoing(this.#listeners.wrote);
    socket.use((packet, next) => {
      if (this.#lets(socket, who, isGuest, packet)) next();
    });
    socket.on("disconnect", this.#listeners.left);
  }

  #createListeners(): Listeners {
    const wrote = (id: string, packet: unknown[]) =>
      this.#wrote(this.#named(packet), this.#nameOf(id));
    const left = (socket: Socket, reason: string) => this.#left(socket, reason);
    return {
      wrote(...packet) {
        wrote(this.id, packet);
      },
      left(reason) {
        left(this, reason);
      },
    };
  }

  /** They were written with the answer to its connecting, before anybody could watch the socket. */
  #tellRestored(socket: Socket, who: string): void {
    const names = this.#restored.get(socket.data as object) ?? [];
    const write = { recipients: [who], kind: "restored" as const, rooms: [who], except: [] };
    for (const name of names) this.#written(name, write);
  }

  #watchUpgrade(socket: Socket, who: string): void {
    socket.conn.once("upgrade", () => {
      this.#deps.observe(who, { what: "upgraded", transport: socket.conn.transport.name });
    });
  }

  #left(socket: Socket, reason: string): void {
    const who = this.#nameOf(socket.id);
    this.#names.delete(socket.id);
    this.#memberships = undefined;
    this.#deps.observe(who, { what: "disconnected", reason });
    this.#deps.left(socket, who);
  }

  #lets(socket: Socket, who: string, isGuest: boolean, packet: unknown[]): boolean {
    if (!socket.connected) return false;
    const { observe, allowsEvent, guestMay } = this.#deps;
    const event = nameOf(packet);
    if (event === undefined || !allowsEvent(isGuest)) {
      const reason = event === undefined ? "not an event" : "rate-limited";
      observe(who, { what: "dropped", event: "", reason });
      socket.disconnect(true);
      return false;
    }
    const ack = packet.at(-1);
    const wantsAck = typeof ack === "function";
    const args = packet.slice(1, wantsAck ? -1 : undefined);
    if (isGuest && !guestMay(event, args)) {
      observe(who, { what: "dropped", event: "", reason: "not the event that was shared" });
      return false;
    }
    const name = this.#packetName(event, args);
    if (name === undefined) return true;
    observe("server", { what: "received", event: short(name), from: who, wantsAck });
    if (wantsAck) packet[packet.length - 1] = this.#observedAck(ack as Ack, who);
    return true;
  }

  #observedAck(ack: Ack, to: string): Ack {
    return (...args) => {
      this.#deps.observe("server", { what: "acknowledged", to });
      ack(...args);
    };
  }

  #named([event, ...args]: readonly unknown[]): string | undefined {
    return this.#packetName(String(event), args);
  }

  #wrote(event: string | undefined, who: string): void {
    if (this.#open) this.#open.to.push(who);
    else this.#written(event, { recipients: [who], kind: "socket", rooms: [who], except: [] });
  }

  #broadcastEnds(event: string | undefined): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const write = {
      recipients: open.to,
      kind: "broadcast" as const,
      rooms: [...open.rooms].map((room) => this.#nameOf(room)),
      except: [...open.except].map((room) => this.#nameOf(room)),
    };
    this.#written(event, write, open.atMs);
  }

  #written(
    event: string | undefined,
    write: Omit<Write, "memberships">,
    atMs = this.#deps.now(),
  ): void {
    if (event === undefined) return;
    this.#memberships ??= this.#readMemberships();
    const memberships = this.#memberships;
    const seen = { event: short(event), write: { ...write, memberships } };
    this.#deps.observe("server", { what: "written", ...seen }, atMs);
  }

  #readMemberships(): Record<string, string[]> {
    const { sids } = this.#deps.io.of("/").adapter;
    const rows = [...this.#names].map(([id, who]) => {
      return [who, [...(sids.get(id) ?? [])].filter((room) => room !== id)] as const;
    });
    return Object.fromEntries(rows);
  }

  #nameOf(room: string): string {
    return this.#names.get(room) ?? room;
  }
}

/** A name longer than any that a lab lets a reader type is cut: observations are held in memory. */
const short = (event: string): string => (event.length > 200 ? `${event.slice(0, 200)}…` : event);

/** Socket.IO lets a packet without data pass, and then hands on the acknowledgement as its name. */
const nameOf = ([event]: unknown[]): string | undefined =>
  typeof event === "string" || typeof event === "number" ? String(event) : undefined;
