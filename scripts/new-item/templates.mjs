/** What is to be replaced. The checks of content refuse a text that has it. */
export const TODO = "TODO";

const option = (id, more = []) => [
  `      - id: ${id}`,
  `        text: "${TODO}: option ${id}"`,
  ...more,
  `        feedback: "${TODO}: what this choice would mean"`,
];

const right = ["        correct: true"];

const parts = {
  choice: ["    options:", ...option("a", right), ...option("b"), ...option("c")],
  multi: ["    options:", ...option("a", right), ...option("b", right), ...option("c")],
  predict: [
    "    lab: emit",
    "    preset: broadcast",
    "    ask: receivers",
    "    options:",
    ...option("Ann"),
    ...option("Bob"),
    ...option("Cem"),
  ],
  order: [
    "    steps:",
    ...["first", "second", "third"].map(
      (id) =>
        `      - { id: ${id}, text: "${TODO}: step ${id}", feedback: "${TODO}: why it stands here" }`,
    ),
  ],
  match: [
    "    left:",
    `      - { id: one, text: "${TODO}: left one", right: x, feedback: "${TODO}: why they belong together" }`,
    `      - { id: two, text: "${TODO}: left two", right: y, feedback: "${TODO}: why they belong together" }`,
    "    right:",
    `      - { id: x, text: "${TODO}: right x", feedback: "${TODO}: what it belongs to" }`,
    `      - { id: y, text: "${TODO}: right y", feedback: "${TODO}: what it belongs to" }`,
  ],
  number: [
    "    unit: bytes",
    "    accept: [1]",
    "    likely:",
    `      - { value: 2, feedback: "${TODO}: what was forgotten" }`,
    `    otherwise: "${TODO}: how to come to it"`,
  ],
  text: [
    '    accept: ["right"]',
    "    answer: right",
    "    likely:",
    `      - { patterns: ["wrong"], feedback: "${TODO}: what that is" }`,
    `    otherwise: "${TODO}: where to look"`,
  ],
  bytes: [
    "    lab: wire",
    "    preset: event",
    "    ask: opcode",
    `    likely: [{ ask: payload, feedback: "${TODO}: what these bytes are" }]`,
    `    otherwise: "${TODO}: how to find them"`,
  ],
};

/** Every kind of question. */
export const KINDS = Object.keys(parts);

/** An item of this kind as YAML, as an entry of `items`. */
export const itemText = (kind, { id, objective }) =>
  [
    `  - id: ${id}`,
    `    kind: ${kind}`,
    `    objective: ${objective}`,
    `    prompt: "${TODO}: the question"`,
    ...parts[kind],
    "    hints:",
    `      - "${TODO}: a hint that does not give it away"`,
    `    explain: "${TODO}: why it is so"`,
    "    see: { lab: emit, preset: broadcast }",
    "",
  ].join("\n");
