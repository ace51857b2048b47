import { emitContract } from "#labs/emit/contract.ts";
import { TestHost, type TestHostOptions } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { BenchSession, type SessionOptions, type SessionView } from "../bench-session.ts";
import type { KeyStore } from "../kept-keys.ts";
import { type LeasePage, Leases } from "../leases.ts";
import type { Observation } from "../observation.ts";
import { Cable } from "./cable.ts";

/** sessionStorage of one tab. */
export class FakeStore implements KeyStore {
  readonly items = new Map<string, string>();

  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.items.set(name, value);
  }

  removeItem(name: string): void {
    this.items.delete(name);
  }

  /** What a doubled tab begins with. */
  copy(): FakeStore {
    const copy = new FakeStore();
    for (const [name, value] of this.items) copy.setItem(name, value);
    return copy;
  }
}

/** Leases of a tab that is alone and always shown. */
export function lonelyLeases(): Leases {
  const page: LeasePage = {
    openChannel: () => undefined,
    isHidden: () => false,
    onVisibility: () => undefined,
  };
  return new Leases(page);
}

/** A session against a real host, with all that it told. */
export class RecordedSession implements Disposable {
  readonly views: SessionView[] = [];
  readonly observed: Observation[] = [];
  readonly session: BenchSession<typeof emitContract>;
  readyTimes = 0;

  constructor(url: string, options: Partial<SessionOptions> = {}) {
    this.session = new BenchSession({
      lab: "emit",
      build: "dev",
      subjects: emitContract.subjects,
      changed: (view) => this.views.push(view),
      observed: (seen) => this.observed.push(seen),
      ready: () => {
        this.readyTimes += 1;
      },
      url,
      store: new FakeStore(),
      leases: lonelyLeases(),
      ...options,
    });
  }

  /** A session whose bench is open and whose clients are connected. */
  static async open(url: string, options: Partial<SessionOptions> = {}): Promise<RecordedSession> {
    const recorded = new RecordedSession(url, options);
    recorded.session.open();
    await recorded.isUp();
    return recorded;
  }

  get view(): SessionView {
    return this.session.view;
  }

  get seats(): unknown[] {
    return [...this.session.subjects.values()].map(({ socket }) => socket.io.opts.query);
  }

  get ids(): (string | undefined)[] {
    return [...this.session.subjects.values()].map(({ socket }) => socket.id);
  }

  async isUp(): Promise<void> {
    const subjects = emitContract.subjects.length;
    await until(() => this.view.state === "live" && this.view.seen.size === subjects);
  }

  /** Leaves as a page does that is reloaded: without a word to the host. */
  vanish(): void {
    this.session.close = () => undefined;
  }

  [Symbol.dispose](): void {
    this.session.close();
  }
}

/** A host behind a cable. */
export class CabledHost implements AsyncDisposable {
  readonly cable: Cable;
  readonly #options: TestHostOptions;
  host: TestHost;

  private constructor(cable: Cable, host: TestHost, options: TestHostOptions) {
    this.cable = cable;
    this.host = host;
    this.#options = options;
  }

  static async start(options: TestHostOptions = {}): Promise<CabledHost> {
    const host = await TestHost.start(options);
    return new CabledHost(await Cable.to(host.port), host, options);
  }

  get url(): string {
    return this.cable.url;
  }

  /** The host's process is gone: connections break, and nobody listens. */
  async kill(): Promise<void> {
    await this.cable.pull();
    await this.host[Symbol.asyncDispose]();
  }

  /** A new host that knows nothing of the old one, at the same address. */
  async restart(options: TestHostOptions = this.#options): Promise<void> {
    this.host = await TestHost.start(options);
    this.cable.lead(this.host.port);
    await this.cable.plugIn();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cable[Symbol.asyncDispose]();
    await this.host[Symbol.asyncDispose]();
  }
}
