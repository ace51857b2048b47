import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { expireMs, type LeaseKind, leaseBudget, settleMs } from "./lease-table.ts";
import { Leases } from "./leases.ts";
import { FakeBrowser, type FakeTab } from "./testing/fake-browser.ts";
import { seededRandom } from "./testing/seeded-random.ts";

/** One who asked, and what it was told. */
interface Holder {
  tab: number;
  kind: LeaseKind;
  told: boolean[];
  giveBack: () => void;
}

const isHeld = ({ told }: Holder): boolean => told.at(-1) === true;

class World {
  readonly #browser: FakeBrowser;
  readonly tabs: { page: FakeTab; leases: Leases; isAlive: boolean }[] = [];
  readonly holders: Holder[] = [];
  mostHeld = 0;

  constructor(delayMs: () => number = () => 1) {
    this.#browser = new FakeBrowser(delayMs);
  }

  open(): number {
    const page = this.#browser.tab();
    return this.tabs.push({ page, leases: new Leases(page), isAlive: true }) - 1;
  }

  ask(tab: number, kind: LeaseKind = "lane"): Holder {
    const told: boolean[] = [];
    const holder: Holder = { tab, kind, told, giveBack: () => undefined };
    holder.giveBack = this.#at(tab).leases.ask(kind, (held) => {
      told.push(held);
      this.mostHeld = Math.max(this.mostHeld, this.held.length);
    });
    this.holders.push(holder);
    return holder;
  }

  giveBack(holder: Holder): void {
    this.holders.splice(this.holders.indexOf(holder), 1);
    holder.giveBack();
  }

  crash(tab: number): void {
    this.#at(tab).isAlive = false;
    this.#at(tab).page.crash();
  }

  page(tab: number): FakeTab {
    return this.#at(tab).page;
  }

  /** Those that live and hold a lease. */
  get held(): Holder[] {
    return this.holders.filter((holder) => isHeld(holder) && this.#at(holder.tab).isAlive);
  }

  #at(tab: number) {
    const one = this.tabs[tab];
    if (!one) throw new Error(`no tab ${tab}`);
    return one;
  }
}

const settle = () => vi.advanceTimersByTime(3 * settleMs);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("leases of one tab", () => {
  it("are held up to the budget, and the rest is told that it waits", () => {
    const world = new World();
    const tab = world.open();
    const holders = [1, 2, 3, 4, 5].map(() => world.ask(tab));
    settle();
    expect(holders.map(isHeld)).toEqual([true, true, true, true, false]);
    expect(holders[4]?.told).toEqual([false]);
  });

  it("go to the next in turn when one is given back", () => {
    const world = new World();
    const tab = world.open();
    const [first, , , , fifth] = [1, 2, 3, 4, 5].map(() => world.ask(tab));
    settle();
    if (first) world.giveBack(first);
    expect(fifth?.told).toEqual([false, true]);
  });

  it("leave no timer behind when all are given back", () => {
    const world = new World();
    const tab = world.open();
    world.giveBack(world.ask(tab));
    vi.advanceTimersByTime(settleMs * 2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("work where there is no BroadcastChannel", () => {
    const page = { openChannel: () => undefined, isHidden: () => false, onVisibility: () => {} };
    const told: boolean[] = [];
    new Leases(page).ask("lane", (held) => told.push(held));
    settle();
    expect(told).toEqual([true]);
  });
});

describe("leases of several tabs", () => {
  it("are four together, also when all ask at once", () => {
    const world = new World(() => settleMs / 2 - 1);
    const tabs = [1, 2, 3, 4, 5, 6].map(() => world.open());
    for (const tab of tabs) for (let lane = 0; lane < 3; lane += 1) world.ask(tab);
    settle();
    expect(world.held).toHaveLength(leaseBudget);
    expect(world.mostHeld).toBe(leaseBudget);
  });

  it("are known to a tab that opens later", () => {
    const world = new World();
    const first = world.open();
    for (let lane = 0; lane < 4; lane += 1) world.ask(first);
    settle();
    const late = world.ask(world.open());
    settle();
    expect(late.told).toEqual([false]);
  });

  it("are given back by a hidden tab, and asked for again when it is shown", () => {
    const world = new World();
    const [first, second] = [world.open(), world.open()];
    const own = [1, 2, 3, 4].map(() => world.ask(first));
    settle();
    const other = world.ask(second);
    world.page(first).hide();
    settle();
    expect(own.map(isHeld)).toEqual([false, false, false, false]);
    expect(isHeld(other)).toBe(true);
    world.page(first).show();
    settle();
    expect(own.filter(isHeld)).toHaveLength(3);
  });

  it("are not asked for by a tab that opens hidden", () => {
    const world = new World();
    const tab = world.open();
    world.page(tab).hide();
    const holder = world.ask(tab);
    settle();
    expect(holder.told).toEqual([]);
    world.page(tab).show();
    settle();
    expect(holder.told).toEqual([true]);
  });

  it("of a crashed tab are free again after a while", () => {
    const world = new World();
    const [first, second] = [world.open(), world.open()];
    for (let lane = 0; lane < 4; lane += 1) world.ask(first);
    settle();
    const other = world.ask(second);
    settle();
    world.crash(first);
    expect(isHeld(other)).toBe(false);
    vi.advanceTimersByTime(expireMs + 2000);
    expect(isHeld(other)).toBe(true);
  });

  it("are lost by a tab that slept, for the others took it for gone", () => {
    const world = new World();
    const tab = world.open();
    const holder = world.ask(tab);
    settle();
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(1000 + 3 * settleMs);
    expect(holder.told).toEqual([true, false, true]);
  });

  it("go to a control channel first: the last lane gives its own up", () => {
    const world = new World();
    const [first, second] = [world.open(), world.open()];
    const lanes = [1, 2, 3, 4].map(() => world.ask(first));
    settle();
    const control = world.ask(second, "control");
    settle();
    expect(isHeld(control)).toBe(true);
    expect(lanes.map(isHeld)).toEqual([true, true, true, false]);
    expect(world.mostHeld).toBe(leaseBudget);
  });

  it("become four again after words that came too late", () => {
    let delayMs = settleMs * 10;
    const world = new World(() => delayMs);
    for (const tab of [world.open(), world.open(), world.open()])
      for (let lane = 0; lane < 3; lane += 1) world.ask(tab);
    vi.advanceTimersByTime(settleMs * 5);
    expect(world.held.length).toBeGreaterThan(leaseBudget);
    delayMs = 1;
    vi.advanceTimersByTime(3000);
    expect(world.held).toHaveLength(leaseBudget);
  });
});

describe("any story of tabs that open, ask, give back, hide, show and crash", () => {
  const seeds = Array.from({ length: 40 }, (_, index) => 1000 + index);

  it.each(seeds)("seed %i: never more than four, and nobody waits beside a free one", (seed) => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const world = new World(() => below(settleMs / 2 - 1));
    for (let tab = 0; tab < 5; tab += 1) world.open();
    const hidden = new Set<number>();
    const crashed = new Set<number>();
    const acts = [
      (tab: number) => world.ask(tab, random() < 0.3 ? "control" : "lane"),
      (tab: number) => world.ask(tab),
      (tab: number) => {
        const own = world.holders.filter((holder) => holder.tab === tab);
        const one = own[below(own.length)];
        if (one) world.giveBack(one);
      },
      (tab: number) => {
        hidden.add(tab);
        world.page(tab).hide();
      },
      (tab: number) => {
        hidden.delete(tab);
        world.page(tab).show();
      },
      (tab: number) => {
        if (crashed.size > 1 || random() > 0.1) return;
        crashed.add(tab);
        world.crash(tab);
      },
    ];
    for (let step = 0; step < 150; step += 1) {
      const tab = below(5);
      if (!crashed.has(tab)) acts[below(acts.length)]?.(tab);
      vi.advanceTimersByTime(below(200));
    }
    expect(world.mostHeld).toBeLessThanOrEqual(leaseBudget);
    vi.advanceTimersByTime(expireMs + 3000);
    const asking = world.holders.filter(({ tab }) => !hidden.has(tab) && !crashed.has(tab));
    expect(world.held).toHaveLength(Math.min(leaseBudget, asking.length));
  });
});
