import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import type { EndReason } from "#lab-kit/end-reasons.ts";
import type { Failure } from "#lab-kit/failures.ts";
import { newKeys } from "#lab-kit/keys.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Result } from "#lib/result.ts";

/** As what a page connects. `owner: undefined` makes it a guest. */
export interface TestPageOptions {
  lab?: string;
  bench?: string;
  owner?: string | undefined;
  build?: string;
  client?: Partial<ManagerOptions & SocketOptions>;
}

type Answer = Result<Record<string, unknown>, Failure>;

/** A page without a browser: a real control channel, and real clients under study. */
export class TestPage implements Disposable {
  readonly host: { url: string };
  readonly bench: string;
  readonly owner: string | undefined;
  readonly control: Socket;
  /** Codes of the notice `ended`. */
  readonly ended: EndReason[] = [];
  readonly observed: Observation[] = [];
  /** Names and payloads of all notices. */
  readonly notices: [string, unknown][] = [];
  readonly subjects: Socket[] = [];
  seats: Record<string, string> = {};

  constructor(host: { url: string }, options: TestPageOptions = {}) {
    const keys = newKeys();
    this.host = host;
    this.bench = options.bench ?? keys.bench;
    this.owner = "owner" in options ? options.owner : keys.owner;
    const { lab = "emit", build = "dev", client } = options;
    const owner = this.owner === undefined ? {} : { owner: this.owner };
    this.control = io(host.url, {
      path: "/control/",
      forceNew: true,
      transports: ["websocket"],
      reconnection: false,
      auth: { lab, build, bench: this.bench, ...owner },
      ...client,
    });
    this.control.onAny((name: string, payload: unknown) => this.#noticed(name, payload));
  }

  /** A page with its bench open. */
  static async open(host: { url: string }, options: TestPageOptions = {}): Promise<TestPage> {
    const page = new TestPage(host, options);
    const refusal = await page.connected();
    if (refusal) throw new Error(`test page: refused, ${refusal.code}`);
    await page.sit();
    return page;
  }

  /** A second device at this page's bench; the link is opened for it. */
  async invite(): Promise<TestPage> {
    await this.command("bench-invite", { open: true });
    const guest = new TestPage(this.host, { bench: this.bench, owner: undefined });
    const refusal = await guest.connected();
    if (refusal) throw new Error(`test page: guest refused, ${refusal.code}`);
    return guest;
  }

  /** Resolves when the host has let the page in, or with the reason why not. */
  connected(): Promise<Failure | undefined> {
    return new Promise((resolve) => {
      this.control.once("connect", () => resolve(undefined));
      this.control.once("connect_error", (error: Error & { data?: Failure }) =>
        resolve(error.data ?? { code: "disconnected", detail: error.message }),
      );
    });
  }

  /** Takes the seats of the bench, or the guest's. */
  async sit(): Promise<void> {
    const isOwner = this.owner !== undefined;
    const answer = await this.command(isOwner ? "bench-open" : "guest-open", {});
    if (!answer.ok) throw new Error(`test page: no seats, ${answer.failure.code}`);
    const { seats, who, seat } = answer.value as { seats?: object; who?: string; seat?: string };
    this.seats = { ...seats, ...(who && { [who]: seat ?? "" }) };
  }

  command(name: string, payload: unknown): Promise<Answer> {
    return this.control.timeout(30_000).emitWithAck(name, payload) as Promise<Answer>;
  }

  /** The client in this seat, connected. */
  async subject(who: string, client: TestPageOptions["client"] = {}): Promise<Socket> {
    const socket = this.openSubject(who, client);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    return socket;
  }

  /** The client in this seat, connecting. */
  openSubject(who: string, client: TestPageOptions["client"] = {}): Socket {
    const socket = io(this.host.url, {
      forceNew: true,
      transports: ["websocket"],
      reconnection: false,
      query: { bench: this.bench, seat: this.seats[who] ?? who },
      ...client,
    });
    this.subjects.push(socket);
    return socket;
  }

  [Symbol.dispose](): void {
    this.control.disconnect();
    for (const subject of this.subjects) subject.disconnect();
  }

  #noticed(name: string, payload: unknown): void {
    this.notices.push([name, payload]);
    if (name === "observed") this.observed.push(...(payload as Observation[]));
    if (name === "ended") this.ended.push((payload as { code: EndReason }).code);
  }
}
