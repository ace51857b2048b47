// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { Bank } from "#progress/bank.ts";
import { noProgress, type Progress } from "#progress/format.ts";
import { drawDue, drawMarks } from "./draw-marks.ts";

const item = (id: string, objective: string) => ({ id, hash: "h", objective, kind: "choice" });
const bank: Bank = {
  lessons: [
    {
      slug: "tcp",
      title: "TCP",
      objectives: ["framing", "loss"],
      items: [item("a", "framing"), item("b", "loss")],
    },
  ],
};

const right = (...ids: string[]): Progress => ({
  ...noProgress,
  items: Object.fromEntries(
    ids.map((id) => [
      id,
      {
        hash: "h",
        tries: [
          { atIso: "2026-11-23T09:00:00Z", right: true, confidence: "sure" as const, chosen: [] },
        ],
      },
    ]),
  ),
});

const mark = (attributes: string) =>
  `<lesson-mark ${attributes}><span class="dot"></span><span data-progress-text></span></lesson-mark>`;

beforeEach(() => {
  document.body.innerHTML =
    mark('data-lesson="tcp"') +
    mark('data-lesson="tcp" data-objective="framing"') +
    mark('data-lesson="gone"') +
    "<span data-due></span>";
});

const marks = () =>
  [...document.querySelectorAll<HTMLElement>("lesson-mark")].map(
    ({ dataset, style, textContent }) =>
      `${dataset.progress} ${style.getPropertyValue("--share")} ${textContent}`,
  );

test("a lesson's mark says how many of its objectives are met", () => {
  drawMarks(document, bank, noProgress);
  expect(marks()).toEqual(["none 0 ", "none 0 ", "none 0 "]);
  drawMarks(document, bank, right("a"));
  expect(marks()).toEqual(["some 0.5 (1 of 2 objectives met)", "all 1 (met)", "none 0 "]);
  drawMarks(document, bank, right("a", "b"));
  expect(marks()[0]).toBe("all 1 (2 of 2 objectives met)");
});

test("what is due is a number, or nothing", () => {
  const place = document.querySelector("[data-due]");
  drawDue(document, 12);
  expect(place?.textContent).toBe("12 due");
  drawDue(document, 0);
  expect(place?.textContent).toBe("");
});
