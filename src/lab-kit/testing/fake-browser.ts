import type { LeaseChannel, LeasePage } from "../leases.ts";

type Post = (data: unknown) => void;

/** Tabs of one browser: channels that deliver after a delay, and tabs that hide, sleep or crash. */
export class FakeBrowser {
  readonly #open = new Map<FakeTab, Post>();
  readonly #delayMs: () => number;

  constructor(delayMs: () => number) {
    this.#delayMs = delayMs;
  }

  tab(): FakeTab {
    return new FakeTab(this);
  }

  join(tab: FakeTab, post: Post): void {
    this.#open.set(tab, post);
  }

  leave(tab: FakeTab): void {
    this.#open.delete(tab);
  }

  /** Delivers to every other tab, in the order of sending, as a BroadcastChannel does. */
  post(from: FakeTab, data: unknown): void {
    const copy = structuredClone(data);
    for (const to of this.#open.keys()) {
      if (to !== from) setTimeout(() => this.#open.get(to)?.(copy), this.#delayMs());
    }
  }
}

/** One tab. Once crashed, it says and hears nothing any more. */
export class FakeTab implements LeasePage {
  readonly #browser: FakeBrowser;
  #isHidden = false;
  #hasCrashed = false;
  #visibilityChanged = () => {};

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
  }

  openChannel(): LeaseChannel {
    const channel: LeaseChannel = {
      onmessage: null,
      postMessage: (data) => {
        if (!this.#hasCrashed) this.#browser.post(this, data);
      },
      close: () => this.#browser.leave(this),
    };
    this.#browser.join(this, (data) => {
      if (this.#hasCrashed) return;
      channel.onmessage?.call(channel as BroadcastChannel, { data } as MessageEvent);
    });
    return channel;
  }

  isHidden(): boolean {
    return this.#isHidden;
  }

  onVisibility(changed: () => void): void {
    this.#visibilityChanged = changed;
  }

  hide(): void {
    this.#isHidden = true;
    this.#visibilityChanged();
  }

  show(): void {
    this.#isHidden = false;
    this.#visibilityChanged();
  }

  crash(): void {
    this.#hasCrashed = true;
  }
}
