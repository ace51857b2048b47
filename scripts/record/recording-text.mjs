/**
 * A recording as the text of its file: one line for each setting, clock and observation, so that two
 * recordings can be compared, with times to the microsecond.
 */
export function recordingText({ format, recordedAt, lab, preset, settings, clocks, observations }) {
  const head = { format, recordedAt, lab, preset };
  const lines = [
    ...Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${text(value)}`),
    `  "settings": ${block("{", members(settings), "}")}`,
    `  "clocks": ${block("{", members(clocks), "}")}`,
    `  "observations": ${block("[", observations.map(text), "]")}`,
  ];
  return `{\n${lines.join(",\n")}\n}\n`;
}

const members = (values) =>
  Object.entries(values).map(([name, value]) => `${JSON.stringify(name)}: ${text(value)}`);

const block = (open, items, close) =>
  items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map((item) => `    ${item}`).join(",\n")}\n  ${close}`;

const text = (value) => JSON.stringify(value, (_, part) => rounded(part));

const rounded = (value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
