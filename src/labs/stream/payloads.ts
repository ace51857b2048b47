import { loads, type Settings, writesOf } from "./model.ts";

/** Bytes of each write, made when its turn comes: no two writes of a load are the same. */
export function* payloads(settings: Settings): Generator<Uint8Array> {
  if (settings.show === "messages") return yield* writesOf(settings);
  const { count, sizeBytes } = loads[settings.load];
  for (let number = 0; number < count; number += 1) {
    const bytes = Buffer.alloc(sizeBytes, number);
    bytes.writeUInt32BE(number);
    yield bytes;
  }
}
