import { expect, test } from "vitest";
import { checkContent, rules } from "./check-content.ts";
import { contentWith, smallProject } from "./small-project.fixture.ts";

type RuleName = keyof typeof rules;
type File = keyof typeof smallProject;

const lesson = "content/lessons/01-water/01-waves.mdx";
const quiz = "content/quizzes/waves.yaml";
const term = "content/glossary/wave.md";
const symptom = "content/symptoms/cork-stays.md";
const question = "content/questions/what-moves.md";
const misconception = "content/misconceptions/waves-carry-water.md";

/** One way to break a rule: in `file`, `from` becomes `to`; the violation is where `to` stands. */
interface Break {
  rule: RuleName;
  file: File;
  from: string;
  to: string;
  /** What the violation says it found. */
  found: string;
  /** Where it is said, when that is another place. */
  at?: { file: File; text: string };
}

const firstLine = { file: term, text: "---" } as const;
const firstLineOfClaim = { file: misconception, text: "---" } as const;

/** What every lesson has, and how to take it out. */
const parts = [
  ['<Tank preset="calm" />', ""],
  ["<ClosingQuiz", "<Quiz"],
  ['sources: ["RFC 1, section 2.3", {', "source: [{"],
] as const;

const breaks: Break[] = [
  {
    rule: "filesAreReadable",
    file: lesson,
    from: "</Refuted>",
    to: "",
    found: "Expected a closing tag",
    at: { file: lesson, text: '<Refuted id="waves' },
  },
  {
    rule: "filesAreReadable",
    file: quiz,
    from: "lesson: waves",
    to: "lesson: [waves",
    found: "Flow sequence",
    at: { file: quiz, text: "items:" },
  },
  {
    rule: "namesAreUnique",
    file: quiz,
    from: "- id: waves-cork",
    to: "- id: waves-form",
    found: "waves-form, which is also at content/quizzes/waves.yaml:3",
    at: { file: quiz, text: "- id: waves-cork" },
  },
  {
    rule: "lessonsExist",
    file: misconception,
    from: "lesson: waves",
    to: "lesson: tides",
    found: "tides",
  },
  { rule: "lessonsExist", file: lesson, from: "needs: []", to: "needs: [tides]", found: "tides" },
  {
    rule: "lessonsExist",
    file: quiz,
    from: "lesson: waves",
    to: "lesson: tides",
    found: "lesson: tides",
  },
  {
    rule: "objectivesExist",
    file: quiz,
    from: "objective: name-it",
    to: "objective: name-i",
    found: "name-i",
  },
  {
    rule: "objectivesAreTested",
    file: lesson,
    from: "- id: name-it",
    to: "- id: draw-it",
    found: "0",
  },
  {
    rule: "objectivesAreShown",
    file: lesson,
    from: "- id: name-it",
    to: "- id: draw-it",
    found: "no item of it points to one",
  },
  {
    rule: "misconceptionsExist",
    file: lesson,
    from: '<Believed id="waves-carry-water" />',
    to: '<Believed id="waves-carry" />',
    found: "waves-carry",
  },
  {
    rule: "misconceptionsExist",
    file: quiz,
    from: "misconception: waves-carry-water",
    to: "misconception: waves",
    found: "waves",
  },
  {
    rule: "misconceptionsAreRefuted",
    file: lesson,
    from: '<Refuted id="waves-carry-water">',
    to: '<Refuted id="other">',
    found: "none",
    at: { file: misconception, text: "lesson: waves" },
  },
  {
    rule: "misconceptionsAreRefuted",
    file: lesson,
    from: "refutes: [waves-carry-water]",
    to: "refutes: []",
    found: "refutes: ",
    at: { file: lesson, text: "<Refuted" },
  },
  {
    rule: "misconceptionsAreDistractors",
    file: quiz,
    from: ", misconception: waves-carry-water",
    to: "",
    found: "none",
    at: firstLineOfClaim,
  },
  {
    rule: "misconceptionsAreShown",
    file: misconception,
    from: "shownBy: { lab: tank, preset: calm, expect: { what: bobbed } }",
    to: "shownBy: { snippet: tide }",
    found: "tide",
  },
  {
    rule: "misconceptionsAreShown",
    file: misconception,
    from: "shownBy: { lab: tank, preset: calm, expect: { what: bobbed } }",
    to: 'shownBy: { cannot: "Hm." }',
    found: "Hm.",
  },
  {
    rule: "misconceptionsAreShown",
    file: misconception,
    from: "shownBy:",
    to: "shown:",
    found: "none of them",
    at: firstLineOfClaim,
  },
  {
    rule: "presetsExist",
    file: lesson,
    from: '<Tank preset="calm" />',
    to: '<Tank preset="storm" />',
    found: "storm",
  },
  {
    rule: "presetsExist",
    file: misconception,
    from: "lab: tank, preset: calm",
    to: "lab: tub, preset: calm",
    found: "tub",
  },
  { rule: "presetsExist", file: question, from: "preset: calm", to: "preset: low", found: "low" },
  { rule: "lessonsExist", file: question, from: "lesson: waves", to: "lesson: sea", found: "sea" },
  {
    rule: "misconceptionsExist",
    file: question,
    from: "[waves-carry-water]",
    to: "[waves-carry]",
    found: "waves-carry",
  },
  {
    rule: "proseIsCalm",
    file: question,
    from: "Look at the cork.",
    to: "Look at the cork!",
    found: "cork!",
  },
  {
    rule: "questionsAreAnswered",
    file: question,
    from: "The form moves on. The water bobs.",
    to: "The form moves on",
    found: "0",
  },
  {
    rule: "termsExist",
    file: question,
    from: "lesson: waves",
    to: "term: crest",
    found: "crest",
  },
  {
    rule: "questionsAreAnswered",
    file: question,
    from: "number: 1",
    to: "number: 3",
    found: "3",
  },
  {
    rule: "questionsAreAnswered",
    file: lesson,
    from: "answers: [1]",
    to: "answers: [2]",
    found: "2",
  },
  {
    rule: "questionsAreAnswered",
    file: lesson,
    from: "answers: [1]",
    to: "answers: []",
    found: "waves, with answers: []",
    at: { file: question, text: "lesson: waves" },
  },
  {
    rule: "symptomsAreCured",
    file: symptom,
    from: 'see: [{ lab: tank, preset: calm, watch: "Look at the cork." }]',
    to: "see: []",
    found: "none",
    at: { file: symptom, text: "---" },
  },
  {
    rule: "symptomsAreCured",
    file: symptom,
    from: 'js runnable="row" file="row.mjs"',
    to: "js",
    found: "none",
    at: { file: symptom, text: "---" },
  },
  {
    rule: "symptomsAreCured",
    file: symptom,
    from: "https://example.org/why",
    to: "http://example.org/why",
    found: "http://example.org/why",
  },
  {
    rule: "textsAreWritten",
    file: symptom,
    from: "Row.",
    to: "TODO: how to row.",
    found: "TODO: how to row.",
  },
  {
    rule: "textsAreWritten",
    file: quiz,
    from: 'explain: "It bobs."',
    to: 'explain: "TODO: why"',
    found: "TODO: why",
  },
  { rule: "presetsExist", file: symptom, from: "preset: calm,", to: "preset: low,", found: "low" },
  { rule: "presetsExist", file: quiz, from: "preset: calm }", to: "preset: low }", found: "low" },
  { rule: "asksExist", file: quiz, from: "ask: height", to: "ask: width", found: "width" },
  { rule: "asksExist", file: quiz, from: "ask: height", to: "ask: crest", found: "crest" },
  { rule: "asksExist", file: quiz, from: "ask: crest", to: "ask: height", found: "height" },
  { rule: "asksExist", file: quiz, from: "ask: trough", to: "ask: foam", found: "foam" },
  { rule: "verifiersExist", file: quiz, from: "count.mjs", to: "sum.mjs", found: "sum.mjs" },
  {
    rule: "misconceptionsExist",
    file: quiz,
    from: 'feedback: "Surf has no cause then."',
    to: 'feedback: "Surf has no cause then.", misconception: tides',
    found: "tides",
  },
  {
    rule: "proseIsCalm",
    file: quiz,
    from: "Count again.",
    to: "Count again!",
    found: "Count again!",
  },
  { rule: "proseIsCalm", file: quiz, from: "One less.", to: "One less!", found: "One less!" },
  {
    rule: "anchorsExist",
    file: quiz,
    from: '"#in-the-tank"',
    to: '"#in-a-tank"',
    found: "#in-a-tank",
  },
  {
    rule: "itemsArePlaced",
    file: lesson,
    from: '<Item id="waves-form" />',
    to: '<Item id="waves-farm" />',
    found: "waves-farm",
  },
  {
    rule: "itemsArePlaced",
    file: lesson,
    from: '["waves-cork", ',
    to: '["waves-cork", "waves-cork", ',
    found: "it is placed 2 times",
    at: { file: quiz, text: "- id: waves-cork" },
  },
  {
    rule: "itemsArePlaced",
    file: lesson,
    from: '<Item id="waves-form" />',
    to: "",
    found: "it is not placed",
    at: { file: quiz, text: "- id: waves-form" },
  },
  {
    rule: "termsExist",
    file: lesson,
    from: '<Term id="wave">',
    to: '<Term id="waves">',
    found: "waves",
  },
  { rule: "termsExist", file: lesson, from: "[wave]", to: "[wave, crest]", found: "crest" },
  {
    rule: "termsAreUsed",
    file: lesson,
    from: '<Term id="wave">wave</Term>',
    to: "wave",
    found: "none",
    at: firstLine,
  },
  {
    rule: "imagesHaveText",
    file: lesson,
    from: "![A wave in a tank](./wave.png)",
    to: "![](./wave.png)",
    found: "none for ./wave.png",
  },
  {
    rule: "imagesHaveText",
    file: lesson,
    from: "![A wave in a tank](./wave.png)",
    to: '<img src="wave.png" />',
    found: "none for wave.png",
  },
  { rule: "proseIsCalm", file: lesson, from: "moves.", to: "moves!", found: "moves!" },
  { rule: "proseIsCalm", file: quiz, from: '"It bobs."', to: '"It bobs!"', found: "It bobs!" },
  {
    rule: "proseIsCalm",
    file: misconception,
    from: "Waves carry water.",
    to: "Waves carry water!",
    found: "Waves carry water!",
  },
  {
    rule: "linksResolve",
    file: lesson,
    from: "/glossary/#wave",
    to: "/glossary/#waves",
    found: "/glossary/#waves",
  },
  {
    rule: "linksResolve",
    file: lesson,
    from: "/glossary/#wave",
    to: "/glosary/",
    found: "/glosary/",
  },
  {
    rule: "linksResolve",
    file: lesson,
    from: "/labs/tank/?preset=calm",
    to: "/labs/tank/?preset=wild",
    found: "/labs/tank/?preset=wild",
  },
  { rule: "linksResolve", file: lesson, from: "(#in-the-tank)", to: "(#tank)", found: "#tank" },
  {
    rule: "optionsAreFair",
    file: quiz,
    from: "It dives",
    to: "None of the above",
    found: "None of the above",
  },
  {
    rule: "optionsAreFair",
    file: quiz,
    from: '      - { id: c, text: "Nothing", feedback: "No." }\n',
    to: "",
    found: "2",
    at: { file: quiz, text: "- id: waves-form" },
  },
  {
    rule: "optionsAreFair",
    file: quiz,
    from: 'text: "Trough"',
    to: 'text: "None of these"',
    found: "None of these",
  },
  {
    rule: "optionsAreFair",
    file: quiz,
    from: 'text: "Crest"',
    to: 'text: "Trough"',
    found: "Trough, which stands there twice",
  },
  {
    rule: "sourcesAreNamed",
    file: lesson,
    from: "RFC 1, section 2.3",
    to: "RFC 1 section 2.3",
    found: "RFC 1 section 2.3",
  },
  {
    rule: "sourcesAreNamed",
    file: misconception,
    from: "https://example.org/waves",
    to: "http://example.org/waves",
    found: "http://",
  },
  { rule: "sourcesAreNamed", file: term, from: "man wave(7)", to: "", found: "none" },
  {
    rule: "sourcesAreNamed",
    file: question,
    from: '"RFC 1"',
    to: '"see RFC 1"',
    found: "see RFC 1",
  },
  {
    rule: "entriesAreWhole",
    file: misconception,
    from: "A beach looks like it.",
    to: "",
    found: "nothing before",
    at: { file: misconception, text: "Against it" },
  },
  {
    rule: "entriesAreWhole",
    file: misconception,
    from: "Against it: the",
    to: "But the",
    found: "no such paragraph",
    at: { file: misconception, text: "A beach" },
  },
  {
    rule: "entriesAreWhole",
    file: term,
    from: "A form that moves on.",
    to: "A form that moves on. ".repeat(10),
    found: "219",
  },
  { rule: "lessonsAreWhole", file: lesson, from: "minutes: 9", to: "minutes: 25", found: "25" },
  ...parts.map(
    ([from, to]): Break => ({
      ...{ rule: "lessonsAreWhole", file: lesson, from, to, found: "none" },
      at: { file: lesson, text: "---" },
    }),
  ),
  {
    rule: "lessonsAreWhole",
    file: lesson,
    from: "See [waves]",
    to: '<Believed id="waves-carry-water" />\n\nSee [waves]',
    found: "it stands below",
    at: { file: lesson, text: "<Refuted" },
  },
  {
    rule: "programsAreWhole",
    file: lesson,
    from: ' file="wave.mjs"',
    to: "",
    found: "none",
    at: { file: lesson, text: "```js" },
  },
];

const lineOf = (source: string, text: string): number =>
  source.slice(0, source.indexOf(text)).split("\n").length;

/** Where a break is to be reported. */
const placeOf = ({ file, from, at }: Break) => {
  const { file: place, text } = at ?? { file, text: from };
  return { file: place, line: lineOf(smallProject[place], text) };
};

test("the small project follows every rule", () => {
  expect(checkContent(contentWith())).toEqual([]);
});

test.each(breaks)("$rule: $from → $to", (one) => {
  const { rule, file, from, to, found } = one;
  expect(smallProject[file]).toContain(from);
  const content = contentWith({ [file]: smallProject[file].replace(from, to) });
  expect(rules[rule](content)).toContainEqual(
    expect.objectContaining({ ...placeOf(one), found: expect.stringContaining(found) }),
  );
});

const quizWithOptions = (change: (index: number, isCorrect: boolean) => string): string =>
  smallProject[quiz].replaceAll(
    /- \{ id: (\w), text: "([^"]*)", (correct: true)?/g,
    (_, id: string, text: string, correct?: string) => {
      const shown = change("abc".indexOf(id), correct !== undefined) || text;
      return `- { id: ${id}, text: "${shown}", ${correct ?? ""}`;
    },
  );

test("keysAreHidden: the right option is the longest by far in most choices", () => {
  const source = quizWithOptions((_, isCorrect) =>
    isCorrect ? "It bobs up and down on the spot" : "",
  );
  const violations = rules.keysAreHidden(contentWith({ [quiz]: source }));
  expect(violations.map(({ line }) => line)).toEqual([3, 14, 25]);
  expect(violations[0]?.found).toContain("3 of 3");
});

test("keysAreHidden: the right option is always at the same place", () => {
  const swapped = smallProject[quiz]
    .replace('"It sinks", feedback', '"It sinks", correct: true, feedback')
    .replace(
      '"It bobs", correct: true, feedback: "Yes." }\n      - { id: c, text: "It travels"',
      '"It bobs", feedback: "Yes." }\n      - { id: c, text: "It travels"',
    );
  const violations = rules.keysAreHidden(contentWith({ [quiz]: swapped }));
  expect(violations.map(({ found }) => found)).toEqual(["each choice has it as option 1"]);
});

test("keysAreHidden: the sides of a match are listed side by side", () => {
  const swapped = smallProject[quiz]
    .replace("id: trough, text", "id: swap, text")
    .replace("id: crest, text", "id: trough, text")
    .replace("id: swap, text", "id: crest, text");
  const violations = rules.keysAreHidden(contentWith({ [quiz]: swapped }));
  expect(violations.map(({ found }) => found)).toEqual(["waves-pairs lists each beside its own"]);
});

test.each([
  'feedback: "Surf has no cause then."',
  'feedback: "One less."',
  'feedback: "That lies below."',
  'feedback: "That is below." }\n    otherwise',
])("misconceptionsAreDistractors: one may be revealed by %s", (place) => {
  const reveal = ", misconception: waves-carry-water";
  const source = smallProject[quiz]
    .replace(reveal, "")
    .replace(place, place.replace(/"(?=[^"]*$)/, `"${reveal}`));
  expect(source).toContain(reveal);
  expect(rules.misconceptionsAreDistractors(contentWith({ [quiz]: source }))).toEqual([]);
});

test("verifiersExist: a program that no item names", () => {
  const source = smallProject[quiz].replace("    verify: count.mjs\n", "");
  expect(rules.verifiersExist(contentWith({ [quiz]: source }))).toMatchObject([
    { file: "content/quizzes/verify/count.mjs", found: "none" },
  ]);
});

test("programsAreWhole: two files and none that runs them", () => {
  const block = '```js runnable="wave" file="sea.mjs"\n1;\n```\n';
  const content = contentWith({ [lesson]: smallProject[lesson] + block });
  expect(rules.programsAreWhole(content)).toMatchObject([{ found: "wave.mjs, sea.mjs" }]);
});

test("every rule has an example that breaks it", () => {
  const broken = new Set<string>([
    ...breaks.map(({ rule }) => rule),
    "keysAreHidden",
    "keysAreEven", // in a test of its own
  ]);
  expect(Object.keys(rules).filter((rule) => !broken.has(rule))).toEqual([]);
});
