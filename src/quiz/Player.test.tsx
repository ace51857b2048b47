// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { triesOf } from "#progress/tries.ts";
import { untilHolds } from "#server/testing/until-holds.ts";
import type { Item } from "./item.ts";
import { sampleChoice, sampleMulti, samplePredict } from "./items.fixture.ts";
import type { LabRun } from "./lab-run.ts";
import { mount } from "./player.fixture.tsx";

const arrivedAt = (where: string): LabRun["observations"][number] => ({
  seq: 0,
  atMs: 0,
  clock: "page",
  where,
  what: "arrived",
  event: "news",
});

/** Each test has a preset of its own: the page's memory of runs outlives a test. */
let runCount = 0;
const freshPredict = (): Item => {
  runCount += 1;
  return { ...samplePredict, preset: `preset-${runCount}` } as Item;
};

const runLab = async (...receivers: string[]) => {
  const detail: LabRun = {
    lab: "emit",
    preset: `preset-${runCount}`,
    observations: receivers.map(arrivedAt),
  };
  await act(async () => {
    document.dispatchEvent(new CustomEvent("lab:run", { detail }));
  });
};

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it("is a group named by its prompt, with native inputs and one status", async () => {
  const { place, find } = await mount(sampleChoice);
  expect(find(".quiz")?.dataset.item).toBe("sample-choice");
  expect(find("fieldset > legend")?.textContent).toContain("Who hears");
  expect(place.querySelectorAll(".quiz-options input[type=radio]")).toHaveLength(3);
  expect(place.querySelectorAll("[role=status]")).toHaveLength(1);
  expect(find("details")).toBeNull();
});

it("says not yet, keeps the focus on the button, and marks nothing", async () => {
  const { find, press, status } = await mount(sampleChoice);
  find(".quiz-press")?.focus();
  await press();
  expect(status()).toBe("Not yet: choose one option.");
  expect(find("[data-part]")).toBeNull();
  expect(document.activeElement).toBe(find(".quiz-press"));
});

it("gives the note on a wrong choice without the key, and hints on request", async () => {
  const { find, choose, press, click, status } = await mount(sampleChoice);
  expect(find(".quiz-hint")).toBeNull();
  await choose("others");
  await choose("sure");
  await press();
  expect(status()).toContain("≠ Not right.");
  expect(find("[data-part=wrong]")?.textContent).toContain("Note on others.");
  expect(find("[data-part=missed]")).toBeNull();
  expect(find(".quiz-why")).toBeNull();
  await click(".quiz-hint");
  expect(status()).toContain("First hint.");
  expect(status()).not.toContain("Second hint.");
});

it("shows the key, the explanation and the lab when wrong twice, then starts again", async () => {
  const { find, choose, press, button, progress } = await mount(sampleChoice);
  await choose("others");
  await choose("sure");
  await press();
  await choose("everybody");
  await press();
  expect(find("[data-part=missed]")?.textContent).toContain("This is the answer.");
  expect(find(".quiz-why")?.textContent).toContain("Because the server decides.");
  expect(find(".quiz-why a")?.getAttribute("href")).toBe("/labs/emit/?preset=client-emit");
  expect(button()).toBe("Try again");
  await press();
  expect(find("[data-part]")).toBeNull();
  expect(find("input:checked")).toBeNull();
  const tries = triesOf(progress.read(), "sample-choice", "h1");
  expect(tries.map(({ right, confidence, chosen }) => [right, confidence, chosen])).toEqual([
    [false, "sure", ["others"]],
    [false, "sure", ["everybody"]],
  ]);
});

it("says why when right, and locks the inputs", async () => {
  const { find, choose, press, status } = await mount(sampleChoice);
  await choose("server");
  await choose("guess");
  await press();
  expect(status()).toContain("= Right.");
  expect(find("[data-part=right]")?.textContent).toContain("Note on server.");
  expect(find(".quiz-why")?.textContent).toContain("Because the server decides.");
  expect(find("input:not(:disabled)")).toBeNull();
});

it("marks each chosen option of a multi", async () => {
  const { place, find, choose, press } = await mount(sampleMulti);
  expect(find(".quiz-task")?.textContent).toBe("Choose 2.");
  for (const id of ["a", "c", "fairly"]) await choose(id);
  await press();
  const parts = [...place.querySelectorAll<HTMLElement>("[data-part]")];
  expect(parts.map((each) => each.dataset.part)).toEqual(["right", "wrong"]);
});

it("marks a prediction by the run that follows it", async () => {
  const { find, choose, press, status, button } = await mount(freshPredict());
  expect(status()).toBe("Tick, then run the lab.");
  for (const id of ["Bob", "Ann", "sure"]) await choose(id);
  await press();
  expect(status()).toContain("Now run it:");
  expect(find("[role=status] a")?.getAttribute("href")).toContain(`preset-${runCount}`);
  expect(button()).toBe("Prediction noted");
  await runLab("Bob", "Cem");
  await untilHolds(() => expect(status()).toContain("This run was observed."));
  expect(find("[data-part=missed]")?.textContent).toContain("Cem");
  expect(find("[data-part=wrong]")?.textContent).toContain("Ann");
});

it("keeps a run from before the answer to itself, also one from before it woke up", async () => {
  const first = await mount(freshPredict());
  await runLab("Bob");
  await untilHolds(() => expect(first.button()).toBe("Compare with the run"));
  const late = await mount({ ...samplePredict, preset: `preset-${runCount}` } as Item);
  await untilHolds(() => expect(late.button()).toBe("Compare with the run"));
  expect(late.find("[data-part]")).toBeNull();
  await late.choose("Bob");
  await late.choose("sure");
  await late.press();
  expect(late.status()).toContain("= The run agrees with you.");
});

it("says so when a run cannot be read", async () => {
  const { status } = await mount(freshPredict());
  await runLab("Dee");
  await untilHolds(() => expect(status()).toContain("could not be held against this question"));
});

it("remembers the last result on the next visit", async () => {
  const first = await mount(sampleChoice);
  for (const id of ["server", "sure"]) await first.choose(id);
  await first.press();
  const next = await mount(sampleChoice);
  expect(next.find(".quiz-head")?.textContent).toContain("= right last time");
});

it("says once that answers are not kept when the storage is full, and plays on", async () => {
  const full = {
    localStorage: {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  const { find, choose, press, status } = await mount(sampleChoice, { host: full });
  for (const id of ["others", "sure"]) await choose(id);
  await press();
  expect(find(".quiz-trouble")?.textContent).toContain("storage for this site is full");
  await choose("server");
  await press();
  expect(find(".quiz-trouble")).not.toBeNull();
  expect(status()).toContain("= Right.");
});

it("leads on where another item follows, and takes the reader to be as sure as presumed", async () => {
  const go = vi.fn();
  const followedBy = { label: "Next", go };
  const { find, choose, press, button, progress } = await mount(sampleChoice, {
    presumed: "fairly",
    followedBy,
  });
  await choose("server");
  find('input[value="server"]')?.focus();
  await press();
  expect(button()).toBe("Next");
  expect(triesOf(progress.read(), "sample-choice", "h1")[0]?.confidence).toBe("fairly");
  expect(document.activeElement).toBe(find(".quiz-press"));
  await press();
  expect(go).toHaveBeenCalledTimes(1);
});

it("says at the end where a mistake can be reported, if there is such a place", async () => {
  const reportHref = "https://git.example/new?title=sample-choice";
  const { find, choose, press } = await mount(sampleChoice, { reportHref });
  for (const id of ["server", "sure"]) await choose(id);
  expect(find(".quiz-report")).toBeNull();
  await press();
  expect(find(".quiz-report a")?.getAttribute("href")).toBe(reportHref);
});

it("keeps a try although the reader has gone on before the next paint", async () => {
  const { place, find, choose, progress } = await mount(sampleChoice, { presumed: "sure" });
  await choose("server");
  find(".quiz-press")?.click();
  // The player is drawn anew in a microtask, long before effects that wait for a paint.
  await untilHolds(() => expect(find(".quiz-why")).not.toBeNull());
  render(null, place);
  expect(triesOf(progress.read(), "sample-choice", "h1")).toHaveLength(1);
});
