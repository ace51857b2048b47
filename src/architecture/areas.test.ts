import { expect, test } from "vitest";
import { areasOf } from "./areas.ts";

const lab = (name: string): string => `src/labs/tank/${name}`;
const edge = (from: string, to: string) => ({
  from: lab(from),
  to: lab(to),
  line: 1,
  isType: false,
});

const names = ["server.ts", "pump.ts", "valve.ts", "Widget.tsx", "model.ts", "testing/rig.ts"];
const areaOf = areasOf(names.map(lab), [
  edge("server.ts", "pump.ts"),
  edge("pump.ts", "valve.ts"),
  edge("Widget.tsx", "valve.ts"),
  edge("testing/rig.ts", "pump.ts"),
]);

test.each([
  ["server.ts", "lab-server"],
  ["pump.ts", "lab-server"],
  ["valve.ts", "lab-shared"],
  ["Widget.tsx", "lab-browser"],
  ["model.ts", "lab-contract"],
  ["testing/rig.ts", "tests"],
])("of a lab, %s is %s: what only the server half reaches belongs to it", (name, area) => {
  expect(areaOf(lab(name))).toBe(area);
});

test("a new folder stands in no area until the table has it", () => {
  expect(areaOf("src/new/thing.ts")).toBe("elsewhere");
});
