import type { Content } from "./content.ts";
import { parseContent, type SiteFacts } from "./parse-content.ts";

const lesson = `---
title: Waves
description: What moves in a wave.
minutes: 9
sources: ["RFC 1, section 2.3", { name: "The sea", url: "https://example.org/sea" }]
objectives:
  - id: name-it
    text: Name it.
needs: []
answers: [1]
teaches: [wave]
refutes: [waves-carry-water]
---

import Tank from "#labs/tank/index.astro";

A <Term id="wave">wave</Term> moves. [The lab](/labs/tank/?preset=calm) shows it.

<Believed id="waves-carry-water" />

## In the tank

<Tank preset="calm" />

<Refuted id="waves-carry-water">Only the form moves on.</Refuted>

![A wave in a tank](./wave.png)

\`\`\`js title="wave.mjs" runnable="wave" file="wave.mjs"
console.log(!true);
\`\`\`

See [waves](/glossary/#wave), [the tank](#in-the-tank) and [a standard](https://example.org/).

<Item id="waves-form" />

<ClosingQuiz ids={["waves-cork", "waves-duck", "waves-run", "waves-order", "waves-pairs", "waves-count", "waves-crest", "waves-word"]} />
`;

const quiz = `lesson: waves
items:
  - id: waves-form
    kind: choice
    objective: name-it
    prompt: "What moves on? In \`!code\` it is free."
    options:
      - { id: a, text: "The form", correct: true, feedback: "Yes." }
      - { id: b, text: "The water", feedback: "No.", misconception: waves-carry-water }
      - { id: c, text: "Nothing", feedback: "No." }
    hints: ["Look."]
    explain: "The form moves."
    see: { anchor: "#in-the-tank" }
  - id: waves-cork
    kind: choice
    objective: name-it
    prompt: "What does a cork do?"
    options:
      - { id: a, text: "It sinks", feedback: "No." }
      - { id: b, text: "It bobs", correct: true, feedback: "Yes." }
      - { id: c, text: "It travels", feedback: "No." }
    hints: ["Look."]
    explain: "It bobs."
    see: { lab: tank, preset: calm }
  - id: waves-duck
    kind: choice
    objective: name-it
    prompt: "What does a duck do?"
    options:
      - { id: a, text: "It bobs", correct: true, feedback: "Yes." }
      - { id: b, text: "It dives", feedback: "No." }
      - { id: c, text: "It travels", feedback: "No." }
    hints: ["Look."]
    explain: "It bobs."
    see: { anchor: "#in-the-tank" }
  - id: waves-run
    kind: predict
    objective: name-it
    prompt: "How high is it?"
    lab: tank
    preset: calm
    ask: height
    options:
      - { id: low, text: "Low", feedback: "Yes." }
      - { id: high, text: "High", feedback: "No." }
    hints: ["Look."]
    explain: "Low."
    see: { lab: tank, preset: calm }
  - id: waves-order
    kind: order
    objective: name-it
    prompt: "What comes first?"
    steps:
      - { id: wind, text: "Wind", feedback: "It starts." }
      - { id: swell, text: "Swell", feedback: "It follows." }
      - { id: surf, text: "Surf", feedback: "It ends." }
    wrongPairs:
      - { first: surf, second: wind, feedback: "Surf has no cause then." }
    hints: ["Look."]
    explain: "Wind, swell, surf."
    see: { lab: tank, preset: calm }
  - id: waves-pairs
    kind: match
    objective: name-it
    prompt: "What belongs together?"
    left:
      - { id: high, text: "High", right: crest, feedback: "Yes." }
      - { id: low, text: "Low", right: trough, feedback: "Yes." }
    right:
      - { id: trough, text: "Trough", feedback: "That is below." }
      - { id: crest, text: "Crest", feedback: "That is above." }
    hints: ["Look."]
    explain: "Crests are high."
    see: { lab: tank, preset: calm }
  - id: waves-count
    kind: number
    objective: name-it
    prompt: "How many?"
    accept: [3]
    likely:
      - { value: 4, feedback: "One less." }
    otherwise: "Count again."
    verify: count.mjs
    hints: ["Look."]
    explain: "Three."
    see: { lab: tank, preset: calm }
  - id: waves-word
    kind: text
    objective: name-it
    prompt: "What is on top?"
    accept: ["[the] crest"]
    answer: crest
    near:
      - { patterns: [top], nudge: "There is a word for it." }
    likely:
      - { patterns: [trough], feedback: "That lies below." }
    otherwise: "Look again."
    hints: ["Look."]
    explain: "The crest."
    see: { lab: tank, preset: calm }
  - id: waves-crest
    kind: bytes
    objective: name-it
    prompt: "Which bytes?"
    lab: tank
    preset: calm
    ask: crest
    likely:
      - { ask: trough, feedback: "That is below." }
    otherwise: "Look again."
    hints: ["Look."]
    explain: "Those."
    see: { lab: tank, preset: calm }
`;

const term = `---
term: wave
short: A form that moves on.
source: "man wave(7)"
---

It carries no water.
`;

const misconception = `---
ref: M1
claim: Waves carry water.
truth: They do not.
source: "https://example.org/waves"
lesson: waves
shownBy: { lab: tank, preset: calm, expect: { what: bobbed } }
---

A beach looks like it.

Against it: the cork bobs on the spot.
`;

const question = `---
number: 1
asks: What moves in a wave?
common: The water.
because: It bobs.
misconceptions: [waves-carry-water]
see: [{ lab: tank, preset: calm, watch: "Look at the cork." }]
sources: ["RFC 1"]
lesson: waves
---

The form moves on. The water bobs.
`;

const symptom = `---
topic: events
title: The cork stays
looks: It bobs and goes nowhere.
see: [{ lab: tank, preset: calm, watch: "Look at the cork." }]
cause: Only the form moves on.
lesson: waves
misconceptions: [waves-carry-water]
sources: ["RFC 1"]
threads: [{ title: Why?, url: "https://example.org/why" }]
---

Row.

\`\`\`js runnable="row" file="row.mjs"
console.log("row");
\`\`\`
`;

/** A project so small that it can be read at a glance, and which follows every rule. */
export const smallProject = {
  "content/lessons/01-water/01-waves.mdx": lesson,
  "content/quizzes/waves.yaml": quiz,
  "content/glossary/wave.md": term,
  "content/misconceptions/waves-carry-water.md": misconception,
  "content/questions/what-moves.md": question,
  "content/symptoms/cork-stays.md": symptom,
};

const facts: SiteFacts = {
  labs: [{ id: "tank", presets: ["calm"], asks: ["height"], byteAsks: ["crest", "trough"] }],
  verifiers: ["count.mjs"],
  pages: ["/", "/glossary/", "/misconceptions/", "/questions/", "/symptoms/"],
};

/** The small project with some files changed or added. */
export const contentWith = (changes: Readonly<Record<string, string>> = {}): Content => {
  const files = Object.entries<string>({ ...smallProject, ...changes });
  return parseContent(
    files.map(([file, source]) => ({ file, source })),
    facts,
  );
};
