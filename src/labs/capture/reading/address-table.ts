import { addressText } from "#wire/segment-of.ts";

/** Addresses that are told apart; behind them all are number 0, and no filter finds them. */
const maxAddresses = 262_144;

/** Network addresses by number, from 1. 0 stands for none. */
export class AddressTable {
  readonly #texts: string[] = [""];
  readonly #byNumber = new Map<number, number>();
  readonly #byText = new Map<string, number>();

  /** The number of the address at `at`, 4 or 16 bytes long. */
  numberOf(bytes: Uint8Array, at: number, sizeBytes: 0 | 4 | 16): number {
    if (sizeBytes === 0) return 0;
    if (sizeBytes === 16) return this.#known(this.#byText, addressText(bytes, at, 16), undefined);
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
    const key = a * 0x1000000 + (b << 16) + (c << 8) + d;
    return this.#byNumber.get(key) ?? this.#known(this.#byNumber, key, `${a}.${b}.${c}.${d}`);
  }

  textOf(number: number): string {
    return this.#texts[number] ?? "";
  }

  /** Which numbers have addresses that begin so. */
  beginning(text: string): Uint8Array {
    const wanted = text.toLowerCase();
    return Uint8Array.from(this.#texts, (address, number) =>
      number > 0 && address.startsWith(wanted) ? 1 : 0,
    );
  }

  #known<Key extends string | number>(
    table: Map<Key, number>,
    key: Key,
    text = String(key),
  ): number {
    const known = table.get(key);
    if (known !== undefined) return known;
    if (this.#texts.length >= maxAddresses) return 0;
    const number = this.#texts.length;
    this.#texts.push(text);
    table.set(key, number);
    return number;
  }
}
