import { signal } from "@preact/signals";
import type { PacketRow } from "./model.ts";

const pageRows = 100;
const keptPages = 60;

/** The lines of the list that were seen last. What is not there yet is asked for, page by page. */
export class RowCache {
  /** Changes when lines have come. */
  readonly version = signal(0);
  readonly #fetch: (from: number, to: number) => Promise<PacketRow[] | undefined>;
  readonly #pages = new Map<number, PacketRow[] | "asked">();
  /** Lines of another list are not taken. */
  #list = 0;

  constructor(fetch: (from: number, to: number) => Promise<PacketRow[] | undefined>) {
    this.#fetch = fetch;
  }

  clear(): void {
    this.#list++;
    this.#pages.clear();
    this.version.value++;
  }

  /** The line at a place, if it is there. */
  at(place: number): PacketRow | undefined {
    const page = this.#pages.get(Math.floor(place / pageRows));
    return page === "asked" ? undefined : page?.[place % pageRows];
  }

  /** Sees to it that these lines come. */
  want(from: number, to: number): void {
    for (let page = Math.floor(from / pageRows); page * pageRows < to; page++)
      if (!this.#pages.has(page)) void this.#load(page);
  }

  async #load(page: number): Promise<void> {
    const list = this.#list;
    this.#pages.set(page, "asked");
    const rows = await this.#fetch(page * pageRows, (page + 1) * pageRows);
    if (list !== this.#list) return;
    if (rows) this.#pages.set(page, rows);
    else this.#pages.delete(page);
    for (const oldest of this.#pages.keys())
      if (this.#pages.size > keptPages) this.#pages.delete(oldest);
    this.version.value++;
  }
}
