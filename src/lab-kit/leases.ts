import { newKey } from "./keys.ts";
import { beatMs, type Claim, type LeaseKind, LeaseTable, settleMs } from "./lease-table.ts";

/** What the tabs tell each other: all claims of one. */
interface Word {
  tab: string;
  claims: Claim[];
  /** The tab asks for the words of the others. */
  isAsking: boolean;
}

/** The part of a BroadcastChannel that leases use. */
export type LeaseChannel = Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;

/** What leases need of the page; fakes in tests. */
export interface LeasePage {
  openChannel(): LeaseChannel | undefined;
  isHidden(): boolean;
  /** Calls back whenever the tab is hidden or shown. */
  onVisibility(changed: () => void): void;
}

interface Asked {
  kind: LeaseKind;
  changed: (isHeld: boolean) => void;
  /** What it was told last. */
  told?: boolean;
}

/**
 * Leases of this tab on the browser's few connections, agreed with the other tabs. A hidden tab
 * gives back what it holds, and asks again when it is shown.
 */
export class Leases {
  readonly #page: LeasePage;
  readonly #tab = newKey();
  readonly #asked = new Map<string, Asked>();
  #table = new LeaseTable(Date.now());
  #channel: LeaseChannel | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #isOpen = false;
  #count = 0;

  constructor(page: LeasePage = browserPage) {
    this.#page = page;
    page.onVisibility(() => this.#visibilityChanged());
  }

  /**
   * Asks for a lease.
   *
   * @param changed called when it is known whether the lease is held, and after each change of that
   * @returns a function that gives it back, or takes back the ask
   */
  ask(kind: LeaseKind, changed: (isHeld: boolean) => void): () => void {
    // Of two tabs that ask at once a random one is first; within a tab, the first ask.
    this.#count += 1;
    const id = `${this.#tab}-${String(this.#count).padStart(9, "0")}`;
    this.#asked.set(id, { kind, changed });
    if (!this.#page.isHidden()) this.#claim([id]);
    return () => this.#giveBack(id);
  }

  #claim(ids: readonly string[]): void {
    this.#open();
    for (const id of ids) {
      const asked = this.#asked.get(id);
      if (asked) this.#table.ask(id, asked.kind, Date.now());
    }
    this.#say(true);
    this.#decideWhenSettled();
  }

  #giveBack(id: string): void {
    if (!this.#asked.delete(id) || !this.#isOpen) return;
    this.#table.giveBack(id);
    this.#say(false);
    if (this.#asked.size === 0) this.#close();
    else this.#decide();
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#table = new LeaseTable(Date.now());
    this.#channel = this.#page.openChannel();
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#heard(data as Word);
    this.#beat = setInterval(() => {
      this.#decide();
      this.#say(false);
    }, beatMs);
  }

  #close(): void {
    this.#isOpen = false;
    clearInterval(this.#beat);
    this.#channel?.close();
    this.#channel = undefined;
  }

  #heard({ tab, claims, isAsking }: Word): void {
    if (!this.#isOpen) return;
    this.#table.hear(tab, claims, Date.now());
    if (isAsking) this.#say(false);
    this.#decide();
  }

  #say(isAsking: boolean): void {
    const claims = this.#table.own.map(({ settledAtMs: _, ...claim }) => claim);
    const word: Word = { tab: this.#tab, claims, isAsking };
    this.#channel?.postMessage(word);
  }

  /** A little later than that: timers and the wall clock are not the same clock. */
  #decideWhenSettled(): void {
    setTimeout(() => this.#decide(), settleMs + 5);
  }

  /** What is lost is left before the others are told, and what is won is used after. */
  #decide(): void {
    if (!this.#isOpen) return;
    const hasSlept = this.#table.decide(Date.now());
    const own = this.#table.own.filter(({ settledAtMs }) => settledAtMs <= Date.now());
    const news = own.filter(({ id, isHeld }) => this.#asked.get(id)?.told !== isHeld);
    if (hasSlept) this.#tellAllLost();
    for (const { id } of news.filter(({ isHeld }) => !isHeld)) this.#tell(id, false);
    if (!hasSlept && news.length === 0) return;
    this.#say(hasSlept);
    if (hasSlept) this.#decideWhenSettled();
    for (const { id } of news.filter(({ isHeld }) => isHeld)) this.#tell(id, true);
  }

  #tell(id: string, isHeld: boolean): void {
    const asked = this.#asked.get(id);
    if (!asked || asked.told === isHeld) return;
    asked.told = isHeld;
    asked.changed(isHeld);
  }

  #tellAllLost(): void {
    for (const [id, { told }] of [...this.#asked]) if (told) this.#tell(id, false);
  }

  #visibilityChanged(): void {
    if (this.#asked.size === 0 || this.#page.isHidden() !== this.#isOpen) return;
    if (!this.#isOpen) {
      this.#claim([...this.#asked.keys()]);
      return;
    }
    this.#tellAllLost();
    for (const id of this.#asked.keys()) this.#table.giveBack(id);
    this.#say(false);
    this.#close();
  }
}

const browserPage: LeasePage = {
  openChannel: () =>
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("wirebook-leases-1"),
  isHidden: () => globalThis.document?.visibilityState === "hidden",
  onVisibility: (changed) => globalThis.document?.addEventListener("visibilitychange", changed),
};

let ofThisPage: Leases | undefined;

/** The leases of this page, the same for all of its labs. */
export function pageLeases(): Leases {
  ofThisPage ??= new Leases();
  return ofThisPage;
}
