import { expect, test } from "vitest";
import { type LoadId, loadIds, loads } from "./model.ts";
import { payloads } from "./payloads.ts";
import { plainSettings } from "./presets.ts";

const writesOf = (load: LoadId): Uint8Array[] => [
  ...payloads({ ...plainSettings, show: "bulk", load }),
];

test.each(loadIds)("the load %s has the writes that it names, and no two are the same", (load) => {
  const { count, sizeBytes } = loads[load];
  const writes = writesOf(load);
  expect(writes.map(({ length }) => length)).toEqual(
    Array.from({ length: count }, () => sizeBytes),
  );
  expect(new Set(writes.map((bytes) => Buffer.from(bytes).toString("latin1"))).size).toBe(count);
});

test("the writes of a load share their memory", () => {
  const buffers = new Set(writesOf("eight-mib").map(({ buffer }) => buffer));
  expect([...buffers].map(({ byteLength }) => byteLength)).toEqual([65_664]);
});
