import type { Content, Rule } from "../content.ts";
import type { Violation } from "../violation.ts";

/** What fits on a card over the text, on a phone too. */
const MOST_LETTERS = 200;

const AGAINST = "Against it:";

const unexplained = ({ misconceptions }: Content): Violation[] =>
  misconceptions.flatMap(({ file, page }) => {
    const at = page.prose.findIndex(({ text }) => text.startsWith(AGAINST));
    if (at > 0) return [];
    return [
      {
        file,
        line: page.prose[0]?.line ?? 1,
        expected: `why people believe it, and then a paragraph that begins with “${AGAINST}”`,
        found: at === 0 ? "nothing before that paragraph" : "no such paragraph",
        mend: "Say what makes the mistake easy, and what was seen that could not be if it were true.",
      },
    ];
  });

const long = ({ terms }: Content): Violation[] =>
  terms
    .filter(({ short }) => short.text.length > MOST_LETTERS)
    .map(({ file, short }) => ({
      file,
      line: short.line,
      expected: `a definition of ${MOST_LETTERS} letters at most`,
      found: `${short.text.length}`,
      mend: "Say the rest below the front matter.",
    }));

/** A misconception says why it is believed and what is against it; a term is defined in short. */
export const entriesAreWhole: Rule = (content) => [...unexplained(content), ...long(content)];
