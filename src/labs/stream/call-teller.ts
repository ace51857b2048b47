/** One call: how many bytes, and what is told of it beside that. */
export interface Call<More> {
  sizeBytes: number;
  more: More;
}

/** What a teller is made with. */
export interface CallTellerOptions<More> {
  /** So many calls are told one by one; after them so many together. */
  single: number;
  together: number;
  /** Calls that differ in this are not put together; the first of another kind is told alone. */
  kindOf(more: More): string;
  tell(call: Call<More> & { times: number }): void;
}

/** Tells calls: the first ones each, later ones put together, so that a run has a bounded size. */
export class CallTeller<More> {
  readonly #options: CallTellerOptions<More>;
  #count = 0;
  #kind: string | undefined;
  #pending: (Call<More> & { times: number }) | undefined;

  constructor(options: CallTellerOptions<More>) {
    this.#options = options;
  }

  add({ sizeBytes, more }: Call<More>): void {
    const { single, together, kindOf, tell } = this.#options;
    const kind = kindOf(more);
    const isOther = kind !== this.#kind;
    this.#count += 1;
    this.#kind = kind;
    if (isOther) this.flush();
    if (isOther || this.#count <= single) {
      tell({ sizeBytes, more, times: 1 });
      return;
    }
    const { sizeBytes: before, times } = this.#pending ?? { sizeBytes: 0, times: 0 };
    this.#pending = { sizeBytes: before + sizeBytes, more, times: times + 1 };
    if (times + 1 >= together) this.flush();
  }

  /** Tells what is left. */
  flush(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#options.tell(pending);
  }
}
