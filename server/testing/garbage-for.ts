import { z } from "zod";

type Schema = Record<string, unknown>;

const huge = "x".repeat(50_000);
const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));

/** Values of every kind that JSON has, and of the kinds that only Socket.IO can carry. */
const anything: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  "",
  "x",
  huge,
  [],
  [1],
  {},
  { x: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
  JSON.parse('{"constructor":{"prototype":1}}'),
  { length: 3 },
  deep(2000),
  Buffer.from([1, 2, 3]),
];

/** Payloads that a command must refuse, derived from its schema. */
export function garbageFor(payload: z.ZodType): unknown[] {
  const schema = z.toJSONSchema(payload, { io: "input", unrepresentable: "any" }) as Schema;
  const valid = sample(schema);
  const garbage = [...anything, ...mutations(schema, valid)];
  return garbage.filter((value) => !payload.safeParse(value).success);
}

/** The payload with one value at a time replaced, removed or added. */
function mutations(schema: Schema, valid: unknown): unknown[] {
  if (schema.type !== "object" || typeof valid !== "object" || valid === null) return [];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const replaced = properties.flatMap(([name, inner]) =>
    [...anything, ...beyond(inner), ...mutations(inner, sample(inner))].map((value) => ({
      ...valid,
      [name]: value,
    })),
  );
  const removed = properties.map(([name]) => ({ ...valid, [name]: undefined }));
  const added = [huge, "extra", "__proto__"].map((name) => ({ ...valid, ...{ [name]: 1 } }));
  return [...replaced, ...removed, ...added];
}

/** Values just outside of the bounds that the schema gives. */
function beyond({ maxLength, maximum, minimum, maxItems, items }: Schema): unknown[] {
  return [
    ...(typeof maxLength === "number" ? ["x".repeat(maxLength + 1)] : []),
    ...(typeof maximum === "number" ? [maximum + 1] : []),
    ...(typeof minimum === "number" ? [minimum - 1] : []),
    ...(typeof maxItems === "number" ? [Array(maxItems + 1).fill(sample(items as Schema))] : []),
  ];
}

/** A plain value of the schema; it need not pass refinements. */
function sample(schema: Schema): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === "object") {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    return Object.fromEntries(properties.map(([name, inner]) => [name, sample(inner)]));
  }
  if (schema.type === "array") return [];
  if (schema.type === "string") return "1";
  if (schema.type === "boolean") return false;
  return typeof schema.minimum === "number" ? schema.minimum : 0;
}
