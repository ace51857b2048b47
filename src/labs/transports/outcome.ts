import { answers, lanesIn } from "./answers.ts";
import { laneNames, type Said, type Settings, type Transport, type Visitor } from "./model.ts";
import { isOver, laneFacts, type SeenRun } from "./run-facts.ts";
import { lanesListed, listed, visitorWords } from "./words.ts";

/** One question: what was said, and what happened. */
export interface OutcomeRow {
  ask: keyof Said;
  /** Absent when nothing was predicted. */
  said?: string;
  /** Absent as long as it is not known. */
  happened?: string;
  /** Absent unless both are known. */
  isRight?: boolean;
}

/** What a run is asked: it depends on what it shows. */
export function asksOf({ show, lanes }: Pick<Settings, "show" | "lanes">): (keyof Said)[] {
  if (show === "connections") return ["stillWorks"];
  return lanes.length > 1 ? ["fewestRequests", "latest"] : ["requests"];
}

interface Answer {
  ids: readonly string[];
  words(ids: readonly string[]): string;
}

const lanesWords = (ids: readonly string[]): string => lanesListed(ids as readonly Transport[]);
const visitorsWords = (ids: readonly string[]): string =>
  listed(
    ids.filter((id) => id !== "nobody").map((id) => visitorWords[id as Visitor]),
    "nobody",
  );

const happenedIn: Readonly<Record<keyof Said, (run: SeenRun) => Answer>> = {
  fewestRequests: (run) => ({ ids: answers.fewestRequests(run), words: lanesWords }),
  latest: (run) => ({ ids: answers.latest(run), words: lanesWords }),
  requests: (run) => ({ ids: requestsIn(run), words: ([count = ""]) => count }),
  stillWorks: (run) => ({ ids: answers.stillWorks(run), words: visitorsWords }),
};

function requestsIn(run: SeenRun): string[] {
  const [lane] = isOver(run) ? lanesIn(run) : [];
  return lane ? [String(laneFacts(run, laneNames[lane]).requests)] : [];
}

/** The ids that were said; `undefined` when the question was left open. */
function saidIds(said: Said, ask: keyof Said): readonly string[] | undefined {
  const answer = said[ask];
  if (answer === undefined) return undefined;
  const ids = [answer].flat().map(String);
  return ids.length === 0 ? ["nobody"] : ids;
}

/** A row for each question that a run is asked. */
export function outcomeRows(
  run: SeenRun & { settings: Pick<Settings, "show" | "lanes"> },
  said: Said,
): OutcomeRow[] {
  return asksOf(run.settings).map((ask) => {
    const { ids, words } = happenedIn[ask](run);
    const mine = saidIds(said, ask);
    const isKnown = ids.length > 0;
    return {
      ask,
      ...(mine && { said: words(mine) }),
      ...(isKnown && { happened: words(ids) }),
      ...(mine && isKnown && { isRight: isSame(mine, ids) }),
    };
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
