type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const areSameSets = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((wanted) => b.some((value) => matches(wanted, value)));

/** Whether `value` holds all that `pattern` names. Lists match as sets, whole. */
export function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value) && areSameSets(pattern, value);
  if (!isObject(pattern)) return pattern === value;
  if (!isObject(value)) return false;
  return Object.entries(pattern).every(([key, wanted]) => matches(wanted, value[key]));
}

/** What a misconception expects of a run: one observation like `pattern`, or none. */
export interface Expectation {
  pattern: JsonObject;
  isAbsence: boolean;
}

/** Reads `expect` of a misconception. Throws when it is no object, or names nothing. */
export const readExpectation = (expect: unknown): Expectation => {
  const isAbsence = isObject(expect) && "none" in expect;
  const pattern = isAbsence ? expect.none : expect;
  if (isObject(pattern) && Object.keys(pattern).length > 0) return { pattern, isAbsence };
  throw new Error(`expect = ${JSON.stringify(expect)}, must name a part of an observation`);
};

/** Whether a run shows what is expected of it. */
export const isShownIn = (
  { pattern, isAbsence }: Expectation,
  observations: readonly unknown[],
): boolean => observations.some((seen) => matches(pattern, seen)) !== isAbsence;
