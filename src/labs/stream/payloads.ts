import { loads, type Settings, writesOf } from "./model.ts";

/**
 * Bytes of each write. Those of a load are pieces of the same memory, each one byte further on: no
 * two are the same, and eight MiB of writes take 64 KiB.
 */
export function* payloads(settings: Settings): Generator<Uint8Array> {
  if (settings.show === "messages") return yield* writesOf(settings);
  const { count, sizeBytes } = loads[settings.load];
  const bytes = counters(sizeBytes + count);
  for (let number = 0; number < count; number += 1)
    yield bytes.subarray(number, number + sizeBytes);
}

/** At least so many bytes, in which no pattern comes twice: 0, 1, 2, …, four bytes each. */
function counters(sizeBytes: number): Uint8Array {
  const numbers = new Uint32Array(Math.ceil(sizeBytes / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = index;
  return new Uint8Array(numbers.buffer);
}
