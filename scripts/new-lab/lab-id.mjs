import { SetUpError } from "../set-up/set-up-error.mjs";

/** A control channel and a recording name their lab with no more. */
const MOST_CHARACTERS = 40;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Names that pages, folders and the word itself need. */
const RESERVED = ["index", "lab", "labs", "new", "recordings", "testing"];

const EXAMPLE = "for example: npm run new:lab packet-loss";

/** Throws a `SetUpError` with the reason when `id` cannot be the id of a new lab. */
export function checkLabId(id, taken) {
  const problem = problemOf(id ?? "", taken);
  if (problem) throw new SetUpError(`${problem}; ${EXAMPLE}.`);
}

function problemOf(id, taken) {
  if (id === "") return "Give the new lab an id";
  const given = `id = ${JSON.stringify(id.slice(0, 60))}`;
  if (!KEBAB_CASE.test(id)) {
    return `${given}, must be words of lower-case letters and digits, joined by hyphens`;
  }
  if (id.length > MOST_CHARACTERS)
    return `${given}, must have at most ${MOST_CHARACTERS} characters`;
  if (RESERVED.includes(id)) return `${given}, is reserved`;
  if (taken.includes(id)) return `${given}, is taken by src/labs/${id}`;
  return undefined;
}
