/** Counts how often each id stands in one dissection, without forgetting or allocating anything. */

const numbers = new Map<string, number>();

/** The number of an id of our tables; it is the same all the time. Never for ids that packets make. */
export function idNumber(id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}

/** Ids that stand in what is taken apart now; `begin` forgets those of before. */
export class FieldIds {
  readonly #seenIn: number[] = [];
  readonly #counts: number[] = [];
  #dissection = 0;

  begin(): void {
    this.#dissection++;
  }

  /** How often the id has come with this time. */
  count(number: number): number {
    const isSeen = this.#seenIn[number] === this.#dissection;
    const count = isSeen ? (this.#counts[number] ?? 0) + 1 : 1;
    this.#seenIn[number] = this.#dissection;
    this.#counts[number] = count;
    return count;
  }
}

/** `tcp.no-operation-kind`, and `tcp.no-operation-kind-2` for the second. */
export const numberedId = (id: string, count: number): string =>
  count === 1 ? id : `${id}-${count}`;
