import { expect, test } from "vitest";
import { enterLab } from "./enter-lab.mjs";

const head = 'import type { LabServer } from "#lab-kit/server/define-lab-server.ts";\n';
const lineOf = (name, id) => `import { ${name}Server } from "#labs/${id}/server.ts";\n`;
const listOf = (names) => `\nexport const labServers: readonly LabServer[] = [${names}];\n`;
const source =
  head + lineOf("echo", "echo") + lineOf("emit", "emit") + listOf("echoServer, emitServer");

test.each([
  ["a-lab", "aLab", 0],
  ["ebb", "ebb", 0],
  ["eddy", "eddy", 1],
  ["wire", "wire", 2],
])("%s gets its import and its entry in their order", (id, camel, place) => {
  const lines = [lineOf("echo", "echo"), lineOf("emit", "emit")].toSpliced(
    place,
    0,
    lineOf(camel, id),
  );
  const names = ["echoServer", "emitServer"].toSpliced(place, 0, `${camel}Server`);
  expect(enterLab(source, id)).toBe(head + lines.join("") + listOf(names.join(", ")));
});

test("a list over several lines is read, too", () => {
  const tall = source.replace("[echoServer, emitServer]", "[\n  echoServer,\n  emitServer,\n]");
  expect(enterLab(tall, "wire")).toContain("[echoServer, emitServer, wireServer]");
});

test("a file of another form is left alone", () => {
  expect(() => enterLab("export const labs = {};", "wire")).toThrow("not the known form");
});
