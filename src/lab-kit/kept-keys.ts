import { type BenchKeys, newKeys } from "./keys.ts";

/** The part of sessionStorage that keys are kept in. */
export type KeyStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Names in a store whose keys some lab of this page uses now: two labs never share a bench. */
const namesInUse = new WeakMap<object, Set<string>>();
/** Stands for storage where there is none. */
const nowhere = {};

/**
 * The keys of one lab's bench, kept for as long as the tab lives, so that a reload comes back to
 * the same bench. Where storage is forbidden they are kept in memory.
 *
 * Sample: `wirebook:bench:emit:broadcast` → `{"bench":"<32 hex>","owner":"<32 hex>"}`
 */
export class KeptKeys {
  readonly #base: string;
  readonly #store: KeyStore | undefined;
  #name: string | undefined;
  #keys: BenchKeys | undefined;

  /** @param base name of the lab and of its place on the page */
  constructor(base: string, store: KeyStore | undefined = tabStore()) {
    this.#base = base;
    this.#store = store;
  }

  /** The kept keys; new ones if there are none. */
  get keys(): BenchKeys {
    this.#keys ??= this.#read() ?? this.#write(newKeys());
    return this.#keys;
  }

  /** Takes other keys from now on. */
  renew(): void {
    this.#keys = this.#write(newKeys());
  }

  /** Gives the keys up, and the name free for another lab of this page. */
  forget(): void {
    if (this.#name === undefined) return;
    attempt(() => this.#store?.removeItem(this.#takenName()));
    this.#inUse.delete(this.#name);
    this.#name = undefined;
    this.#keys = undefined;
  }

  get #inUse(): Set<string> {
    const store = this.#store ?? nowhere;
    const names = namesInUse.get(store) ?? new Set();
    namesInUse.set(store, names);
    return names;
  }

  #takenName(): string {
    if (this.#name !== undefined) return this.#name;
    const inUse = this.#inUse;
    let name = `wirebook:bench:${this.#base}`;
    for (let more = 2; inUse.has(name); more += 1) name = `wirebook:bench:${this.#base}#${more}`;
    inUse.add(name);
    this.#name = name;
    return name;
  }

  #read(): BenchKeys | undefined {
    const name = this.#takenName();
    const kept = attempt(() => JSON.parse(this.#store?.getItem(name) ?? "null") as unknown);
    return isKeys(kept) ? { bench: kept.bench, owner: kept.owner } : undefined;
  }

  #write(keys: BenchKeys): BenchKeys {
    const name = this.#takenName();
    attempt(() => this.#store?.setItem(name, JSON.stringify(keys)));
    return keys;
  }
}

/** Storage throws where a reader has forbidden it, and when it is full. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

const tabStore = (): KeyStore | undefined =>
  attempt(() => (typeof document === "undefined" ? undefined : globalThis.sessionStorage));

const isKey = (value: unknown): boolean =>
  typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

const isKeys = (value: unknown): value is BenchKeys =>
  typeof value === "object" &&
  value !== null &&
  isKey((value as BenchKeys).bench) &&
  isKey((value as BenchKeys).owner);
