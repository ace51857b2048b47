import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRecording } from "./recording-file.ts";
import { seededRandom } from "./testing/seeded-random.ts";

const file = new URL("../labs/emit/recordings/broadcast.json", import.meta.url);
const good = readFileSync(file, "utf8");

const read = (json: string) => readRecording(json, "emit", () => true);

/** The sentence for the reader. */
function refusalOf(json: string): string {
  const answer = read(json);
  if (answer.ok) throw new Error("it was taken");
  return answer.failure;
}

type Path = readonly (string | number)[];

/** The paths of all values in a value. */
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];

/** The file with another value, or none, at a path. */
function withValue(path: Path, change: (value: unknown) => unknown): string {
  const whole: { root: unknown } = { root: JSON.parse(good) };
  let holder = whole as unknown as Record<string | number, unknown>;
  const keys: Path = ["root", ...path];
  for (const key of keys.slice(0, -1)) holder = holder[key] as typeof holder;
  const last = keys.at(-1) ?? "root";
  holder[last] = change(holder[last]);
  return JSON.stringify(whole.root) ?? "";
}

const paths = pathsIn(JSON.parse(good));
/** What the lab itself must check. */
const isOfLab = ([first, second]: Path): boolean => first === "settings" && second !== undefined;

describe("a file of a recording", () => {
  it("is read when it is one", () => {
    expect(read(good).ok).toBe(true);
  });

  it.each([
    ["", "it is not JSON of the right form"],
    ["{", "it is not JSON of the right form"],
    ["null", "it is not JSON of the right form"],
    ["[]", "it is not JSON of the right form"],
    ["{}", "its part format does not fit"],
    ["[".repeat(500_000), "it is not JSON of the right form"],
    [`{"format":1,"settings":${'{"a":'.repeat(100_000)}1${"}".repeat(100_001)}`, "its part"],
  ])("is refused when it is not: %.20s", (json, says) => {
    expect(refusalOf(json)).toContain(`This file is not a recording: ${says}`);
  });

  it("may hold tapped bytes, as base64 and not above one read of a socket", () => {
    const onTheWire = { way: "up", connection: 1, exchange: 1, where: "Ann" };
    const stamp = { seq: 0, atMs: 1, clock: "server", what: "tapped", masked: [], ...onTheWire };
    const withBytes = (bytes: string) => withValue(["observations"], () => [{ ...stamp, bytes }]);
    expect(read(withBytes(btoa("hey"))).ok).toBe(true);
    expect(refusalOf(withBytes("hey!"))).toContain("its part observations.0");
    expect(refusalOf(withBytes("aGV5".repeat(30_000)))).toContain("its part observations.0");
  });

  it("is refused above two million characters, before it is read", () => {
    expect(refusalOf(`${good}${" ".repeat(2_000_000)}`)).toBe(
      "This file is too large to be a recording of a run.",
    );
  });

  it("of another lab is sent there", () => {
    expect(readRecording(good, "echo", () => true)).toEqual({
      ok: false,
      failure: "This is a recording of the lab emit. Open it there.",
    });
  });

  it("is refused when the lab cannot show its settings", () => {
    const answer = readRecording(good, "emit", () => false);
    expect(answer).toMatchObject({ failure: expect.stringContaining("its part settings") });
  });

  it("names the part that does not fit", () => {
    expect(refusalOf(withValue(["clocks", "page", "errorMs"], () => "x"))).toBe(
      "This file is not a recording: its part clocks.page.errorMs does not fit.",
    );
  });

  it("holds no key beyond those of its format", () => {
    const extra = (value: unknown) => ({ ...(value as object), owner: "x" });
    for (const path of [[], ["clocks"], ["clocks", "page"], ["observations", 0]]) {
      expect(refusalOf(withValue(path, extra))).toContain("not a recording");
    }
  });

  it("with __proto__ and constructor as keys changes no object", () => {
    const json = good.replace("{", '{"__proto__":{"polluted":1},"constructor":{"polluted":1},');
    expect(refusalOf(json)).toContain("not a recording");
    expect({}).not.toHaveProperty("polluted");
  });
});

const wrongs: readonly unknown[] = [
  undefined,
  null,
  true,
  [],
  {},
  [[]],
  -1e308,
  "x".repeat(3000),
  { __proto__: null, toString: 1 },
];

describe("each field of a recording", () => {
  const fields = paths.filter((path) => !isOfLab(path));

  it(`is held to its type: ${fields.length} fields, ${wrongs.length} wrong values`, () => {
    for (const path of fields) {
      const outcomes = wrongs.map((wrong) => read(withValue(path, () => wrong)));
      const refused = outcomes.filter(({ ok }) => !ok);
      expect(refused.length, `${path.join(".")} takes nearly anything`).toBeGreaterThan(4);
      for (const answer of refused) {
        expect(answer).toMatchObject({ failure: expect.stringMatching(/^This (is|file) .*\.$/s) });
      }
    }
  });
});

const seeds = Array.from({ length: 1000 }, (_, index) => 7000 + index);

it("any of 1000 mutations is taken or refused with a sentence, and never throws", () => {
  for (const seed of seeds) {
    const answer = readMutated(seed);
    if (!answer.ok) expect(answer.failure, `seed ${seed}`).toMatch(/^This (is|file) .*\.$/s);
  }
});

/** Changes up to three values, or some characters. A throw names the seed. */
function readMutated(seed: number) {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const json = random() < 0.5 ? mutatedText(good, below) : mutatedValue(below);
  try {
    return read(json);
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

type Below = (limit: number) => number;

function mutatedText(text: string, below: Below): string {
  const letters = '{}[]",:0e-\\u\u0000x';
  let mutated = text;
  for (let count = below(4) + 1; count > 0; count -= 1) {
    const at = below(mutated.length);
    mutated = `${mutated.slice(0, at)}${letters[below(letters.length)]}${mutated.slice(at + below(3))}`;
  }
  return mutated;
}

const mutatedValue = (below: Below): string =>
  withValue(paths[below(paths.length)] ?? [], () => wrongs[below(wrongs.length)]);
