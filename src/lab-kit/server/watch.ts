import type { Server, Socket } from "socket.io";
import { type Fact, inNamespace, mainNamespace, type Write } from "../observation.ts";
import { byEvent, type PacketName } from "../packet-name.ts";
import { hookSocket, type Named, namedBehind, type SocketWatch } from "./hook-socket.ts";
import { type AdapterWatch, watchAdapter } from "./observing-adapter.ts";
import { SessionNumbers } from "./session-numbers.ts";

/** Where a bench keeps what it sees. */
export interface Facts {
  /** Milliseconds on the bench's clock. */
  now(): number;
  /** Records a fact, at the time given or else now. */
  observe(where: string, fact: Fact, atMs?: number): void;
}

/** What watching a bench's sockets needs from the bench. */
export interface WatchDeps {
  readonly facts: Facts;
  /** Whether one more event of a subject, or of the guest, is allowed now, at `atMs`. */
  allowsEvent(isGuest: boolean, atMs: number): boolean;
  /** Whether this guest's event is let through. */
  guestMay(event: string, args: readonly unknown[], namespace: string): boolean;
  /** How packets are named; by their event, by default. */
  readonly packetName: PacketName | undefined;
  /** A subject's socket is gone. */
  left(socket: Socket, who: string): void;
}

/** A broadcast that is being written. Its time is that of its beginning: bytes leave from then on. */
interface Broadcast {
  rooms: ReadonlySet<string>;
  except: ReadonlySet<string>;
  to: Socket[];
  atMs: number;
}

type Ack = (...args: unknown[]) => void;

/** Names of the packets that wait for the socket with this data to come back. */
const restored = new WeakMap<object, string[]>();

/**
 * Sees what really happens at a bench's sockets: who is connected, what arrived, to whom each emit
 * was written and what it was addressed to. One observation per emit, with its recipients.
 */
export class Watch implements AdapterWatch, SocketWatch {
  readonly #io: Server;
  readonly #deps: WatchDeps;
  readonly #facts: Facts;
  readonly #packetName: PacketName | undefined;
  /** By the socket's id. */
  readonly #names = new Map<string, Named>();
  readonly #sessions = new SessionNumbers();
  #open: Broadcast | undefined;
  /** Who is in which room of a namespace, and in which namespaces, until something changes. */
  #known: Map<string, Pick<Write, "memberships" | "namespaces">> | undefined;

  constructor(io: Server, deps: WatchDeps) {
    this.#io = io;
    this.#deps = deps;
    this.#facts = deps.facts;
    this.#packetName = deps.packetName;
    watchAdapter(io, this);
  }

  broadcastBegins(rooms: ReadonlySet<string>, except: ReadonlySet<string>): void {
    this.#open = { rooms, except, to: [], atMs: this.#facts.now() };
  }

  /** In a broadcast it is called for each recipient, and does no more than it must. */
  reaches(socket: Socket): void {
    this.#open?.to.push(socket);
  }

  roomsChanged(): void {
    this.#known = undefined;
  }

  restores(data: object, packets: readonly (readonly unknown[])[]): void {
    const names = packets.map((packet) => this.#named(packet));
    restored.set(
      data,
      names.filter((name) => name !== undefined),
    );
  }

  forgets(sessions: number, packets: number): void {
    this.#facts.observe("server", { what: "forgot", sessions, packets });
  }

  /** Watches one subject's socket for as long as it lives. */
  subject(socket: Socket, who: string, isGuest: boolean): void {
    const transport = socket.conn.transport.name;
    const over = this.#sessions.join(socket);
    const named = { who, namespace: socket.nsp.name, isGuest };
    this.#names.set(socket.id, named);
    this.roomsChanged();
    this.#see(socket, who, { what: "connected", transport, over });
    if (socket.recovered) this.#tellRestored(socket, who);
    if (transport !== "websocket") this.#watchUpgrade(socket, who);
    hookSocket(socket, named, this);
  }

  /** They were written with the answer to its connecting, before anybody could watch the socket. */
  #tellRestored(socket: Socket, who: string): void {
    const names = restored.get(socket.data as object) ?? [];
    const write = { recipients: [who], kind: "restored" as const, rooms: [who], except: [] };
    for (const name of names) this.#written(name, socket.nsp.name, write);
  }

  /** A connection may join and leave again and again. */
  #watchUpgrade(socket: Socket, who: string): void {
    const { conn } = socket;
    const upgraded = (): void => {
      this.#facts.observe(who, { what: "upgraded", transport: conn.transport.name });
    };
    conn.once("upgrade", upgraded);
    socket.once("disconnect", () => conn.off("upgrade", upgraded));
  }

  /** This socket is gone. */
  left(socket: Socket, { who }: Named, reason: string): void {
    this.#names.delete(socket.id);
    this.#sessions.leave(socket);
    this.roomsChanged();
    this.#see(socket, who, { what: "disconnected", reason });
    this.#deps.left(socket, who);
  }

  /** Lets an event in, and sees it arrive; or not, and says why. */
  lets(packet: unknown[], socket: Socket, { who, isGuest }: Named): boolean {
    if (!socket.connected) return false;
    const event = eventOf(packet);
    const atMs = this.#facts.now();
    if (event === undefined || !this.#deps.allowsEvent(isGuest, atMs)) {
      const reason = event === undefined ? "not an event" : "rate-limited";
      this.#see(socket, who, { what: "dropped", event: "", reason });
      socket.disconnect(true);
      return false;
    }
    const ack = packet.at(-1);
    const wantsAck = typeof ack === "function";
    if (isGuest && !this.#deps.guestMay(event, argsOf(packet, wantsAck), socket.nsp.name)) {
      const reason = "not the event that was shared";
      this.#see(socket, who, { what: "dropped", event: "", reason });
      return false;
    }
    const nameOf = this.#packetName;
    const name = nameOf ? nameOf(event, argsOf(packet, wantsAck)) : event;
    if (name === undefined) return true;
    this.#see(
      socket,
      "server",
      { what: "received", event: short(name), from: who, wantsAck },
      atMs,
    );
    if (wantsAck) packet[packet.length - 1] = this.#observedAck(ack as Ack, socket, who);
    return true;
  }

  #see(socket: Socket, where: string, fact: Fact, atMs?: number): void {
    this.#facts.observe(where, inNamespace(socket.nsp.name, fact), atMs);
  }

  #observedAck(ack: Ack, socket: Socket, to: string): Ack {
    return (...args) => {
      this.#see(socket, "server", { what: "acknowledged", to });
      ack(...args);
    };
  }

  #named(packet: readonly unknown[]): string | undefined {
    return (this.#packetName ?? byEvent)(String(packet[0]), packet.slice(1));
  }

  wrote(packet: readonly unknown[], { who, namespace }: Named): void {
    const write = { recipients: [who], kind: "socket" as const, rooms: [who], except: [] };
    this.#written(this.#named(packet), namespace, write);
  }

  broadcastEnds(packet: readonly unknown[], namespace: string): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const write = {
      recipients: open.to.map(whoIsBehind).filter((who) => who !== undefined),
      kind: "broadcast" as const,
      rooms: this.#namesOf(open.rooms),
      except: this.#namesOf(open.except),
    };
    this.#written(this.#named(packet), namespace, write, open.atMs);
  }

  #written(
    event: string | undefined,
    namespace: string,
    write: Omit<Write, "memberships">,
    atMs = this.#facts.now(),
  ): void {
    if (event === undefined) return;
    const known = this.#known?.get(namespace) ?? this.#read(namespace);
    const fact: Fact = { what: "written", event: short(event), write: { ...write, ...known } };
    this.#facts.observe("server", inNamespace(namespace, fact), atMs);
  }

  #read(namespace: string): Pick<Write, "memberships" | "namespaces"> {
    const { sids } = this.#io.of(namespace).adapter;
    const here = [...this.#names].filter(([, named]) => named.namespace === namespace);
    const rows = here.map(([id, { who }]) => {
      return [who, [...(sids.get(id) ?? [])].filter((room) => room !== id)] as const;
    });
    const known = { memberships: Object.fromEntries(rows), ...this.#namespacesFor(namespace) };
    this.#known ??= new Map();
    this.#known.set(namespace, known);
    return known;
  }

  /** Absent where everybody is in `/`, and so is the emit. */
  #namespacesFor(namespace: string): Pick<Write, "namespaces"> {
    const all = [...this.#names.values()];
    if ([namespace, ...all.map((named) => named.namespace)].every(isMain)) return {};
    const byWho = Map.groupBy(all, ({ who }) => who);
    const rows = [...byWho].map(([who, named]) => [who, named.map((one) => one.namespace)]);
    return { namespaces: Object.fromEntries(rows) };
  }

  /** The room of a subject's own socket goes by its name. */
  #namesOf(rooms: ReadonlySet<string>): string[] {
    if (rooms.size === 0) return [];
    return [...rooms].map((room) => this.#names.get(room)?.who ?? room);
  }
}

const whoIsBehind = (socket: Socket): string | undefined => namedBehind(socket)?.who;

const isMain = (namespace: string): boolean => namespace === mainNamespace;

/** A name longer than any that a lab lets a reader type is cut: observations are held in memory. */
const short = (event: string): string => (event.length > 200 ? `${event.slice(0, 200)}…` : event);

const argsOf = (packet: readonly unknown[], wantsAck: boolean): readonly unknown[] =>
  packet.slice(1, wantsAck ? -1 : undefined);

/** Socket.IO lets a packet without data pass, and then hands on the acknowledgement as its name. */
function eventOf(packet: readonly unknown[]): string | undefined {
  const event = packet[0];
  return typeof event === "string" || typeof event === "number" ? String(event) : undefined;
}
