type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const firstLength = 1024;

/** Numbers of one kind that become more: a typed array that grows. */
export class Column<Array extends Numbers> {
  #values: Array;
  #length = 0;
  readonly #make: (length: number) => Array;

  constructor(make: (length: number) => Array) {
    this.#make = make;
    this.#values = make(firstLength);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** The number at a place; 0 outside. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  #grow(): void {
    const larger = this.#make(Math.ceil(this.#values.length * 1.5));
    larger.set(this.#values);
    this.#values = larger;
  }
}
