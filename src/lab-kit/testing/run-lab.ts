import { until } from "#server/testing/until.ts";
import type { FailureText } from "../failures.ts";
import type { Run } from "../recording.ts";
import { lonelyLeases } from "./session-rig.ts";

/** The part of a lab with a bench that a run by a test needs. */
export interface RunnableLab {
  readonly view: { readonly value: { readonly state: string } };
  readonly problem: { readonly value: FailureText | undefined };
  open(): void;
  close(): void;
}

/** What a lab is given where there is no page: no recordings, and leases of its own. */
export const withoutPage = (url: string, ended: (run: Run) => void = () => undefined) => ({
  build: "dev",
  failures: {},
  ended,
  recordingOf: async () => undefined,
  url,
  leases: lonelyLeases(),
});

/** What `withoutPage` gives. */
export type Pageless = ReturnType<typeof withoutPage>;

/**
 * Runs a lab once, as a page does, with real clients at a real host, and closes it. The bench is
 * open before the run begins, however long that takes: a page would show a recording instead.
 *
 * @param start presses the button; resolves when the lab has nothing more to do
 * @throws Error with what a reader would be told
 */
export async function runLab<Lab extends RunnableLab>(
  url: string,
  make: (given: Pageless) => Lab,
  start: (lab: Lab) => Promise<void>,
): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = make(withoutPage(url, resolve));
  try {
    lab.open();
    await until(() => lab.view.value.state === "live");
    await start(lab);
    const { value: problem } = lab.problem;
    if (problem) throw new Error(`run: ${problem.says} ${problem.next}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each of these, so many at a time; all at once by default. */
export async function runEach<Id extends string, Ran>(
  ids: readonly Id[],
  run: (id: Id) => Promise<Ran>,
  atOnce = ids.length,
): Promise<ReadonlyMap<Id, Ran>> {
  const runs = new Map<Id, Ran>();
  const left = [...ids];
  const runNext = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) runs.set(id, await run(id));
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
  return runs;
}

/** The ids of presets. */
export const idsOf = <Id extends string>(presets: Readonly<Record<Id, unknown>>): Id[] =>
  Object.keys(presets) as Id[];
