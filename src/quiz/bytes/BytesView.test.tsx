// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, it } from "vitest";
import { triesOf } from "#progress/tries.ts";
import { untilHolds } from "#server/testing/until-holds.ts";
import type { Item } from "../item.ts";
import { sampleBytes } from "../items.fixture.ts";
import type { LabRun, RunKey } from "../lab-run.ts";
import { mount } from "../player.fixture.tsx";

const recorded: RunKey = {
  key: ["2", "3", "4", "5"],
  provenance: "recorded",
  bytes: { hex: "818311111111aabbcc", others: { payload: [6, 7, 8] } },
};

/** Each test has a preset of its own: the page's memory of runs outlives a test. */
let runCount = 0;
const open = async (start: RunKey | undefined = recorded) => {
  runCount += 1;
  const preset = `bytes-${runCount}`;
  const player = await mount({ ...sampleBytes, preset } as Item, start && { recorded: start });
  const cell = (at: number) => {
    const found = player.find(`[data-at="${at}"]`);
    if (!found) throw new Error(`there is no byte ${at}`);
    return found;
  };
  const click = (at: number, shiftKey = false) =>
    act(() => {
      cell(at).dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey }));
    });
  const key = (at: number, name: string, shiftKey = false) =>
    act(() => {
      cell(at).dispatchEvent(
        new KeyboardEvent("keydown", { key: name, bubbles: true, shiftKey, cancelable: true }),
      );
    });
  const run = async (hex: string, mark: { provenance?: "computed" } = {}) => {
    const observations: LabRun["observations"] = [
      { seq: 0, atMs: 0, clock: "page", where: "Ann", what: "arrived", event: hex, ...mark },
    ];
    const detail: LabRun = { lab: "wire", preset, observations };
    await act(async () => {
      document.dispatchEvent(new CustomEvent("lab:run", { detail }));
    });
  };
  const selected = () => player.find(".quiz-selected")?.textContent ?? "";
  const bytes = () =>
    [...player.place.querySelectorAll(".byte-hex")].map((each) => each.textContent).join(" ");
  const origin = () => player.find(".quiz-origin")?.textContent ?? "";
  return { ...player, click, key, run, selected, bytes, origin };
};

beforeEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

it("shows a recording until the reader has run, and says so", async () => {
  const { bytes, origin, run } = await open();
  expect(bytes()).toBe("81 83 11 11 11 11 aa bb cc");
  expect(origin()).toContain("These bytes are from an earlier run (recorded).");
  await run("8183222222224a4b4c");
  await untilHolds(() => expect(bytes()).toBe("81 83 22 22 22 22 4a 4b 4c"));
  expect(origin()).toBe("These bytes are from your own run (observed).");
});

it("takes a run that was computed on the page for the reader’s own", async () => {
  const { origin, run } = await open();
  await run("8183222222224a4b4c", { provenance: "computed" });
  await untilHolds(() => expect(origin()).toBe("These bytes are from your own run (computed)."));
});

it("says not yet without a run, and leads to the lab", async () => {
  const { press, status, origin, find } = await mount(sampleBytes).then((player) => ({
    ...player,
    origin: () => player.find(".quiz-origin")?.textContent ?? "",
  }));
  expect(origin()).toContain("Run the lab wire, preset plain, and its bytes come here.");
  expect(find(".quiz-origin a")?.getAttribute("href")).toBe("/labs/wire/?preset=plain");
  await press();
  expect(status()).toBe("Not yet: run the lab first; its bytes come here.");
});

it("selects by click, a range with Shift, and by keys", async () => {
  const { click, key, selected, press, status } = await open();
  await press();
  expect(status()).toBe("Not yet: select the bytes.");
  await click(2);
  await click(4, true);
  expect(selected()).toBe("Selected: byte 2 to 4, 11 11 11.");
  await key(5, "Enter");
  await key(2, " ");
  expect(selected()).toBe("Selected: byte 3 to 5, 11 11 11.");
  await click(0);
  await key(1, "Enter", true);
  expect(selected()).toBe("Selected: byte 0 to 1 and 3 to 5, 81 83 11 11 11.");
});

it("is right on the key of the run, and keeps the answer", async () => {
  const { click, choose, press, status, progress, find } = await open();
  await click(2);
  await click(5, true);
  await choose("sure");
  await press();
  expect(status()).toContain("= Right. This run was recorded.");
  expect(find(".quiz-why")).not.toBeNull();
  expect(triesOf(progress.read(), "sample-bytes", "h1").at(-1)?.chosen).toEqual([
    "2",
    "3",
    "4",
    "5",
  ]);
});

it("knows what bytes were taken for, marks each without the key, and shows it in the end", async () => {
  const { click, choose, press, status, place, find } = await open();
  await click(5);
  await click(8, true);
  await choose("fairly");
  await press();
  expect(status()).toContain("Not right: 1 of your 4 belongs to it, and some are missing.");
  expect(place.textContent).toContain("That is the payload.");
  const looks = () =>
    [...place.querySelectorAll<HTMLElement>("[data-mark]")].map((each) => each.dataset.mark);
  expect(looks()).toEqual(["right", "wrong", "wrong", "wrong"]);
  await click(8);
  await press();
  expect(looks().filter((look) => look === "missed")).toHaveLength(3);
  expect(find(".quiz-pair-key")?.textContent).toContain("It is byte 2 to 5.");
  await click(0);
  expect(find(".quiz-selected")?.textContent).toContain("byte 5 to 7");
});

it("says something of any other selection", async () => {
  const { click, choose, press, place } = await open();
  await click(2);
  await choose("guess");
  await press();
  expect(place.textContent).toContain("It has four bytes.");
});

it("leaves the bytes under the reader's hand alone, and offers the newer run", async () => {
  const { click, run, bytes, place, selected } = await open();
  await click(2);
  await run("8183222222224a4b4c");
  const offer = () =>
    [...place.querySelectorAll("button")].find((each) => each.textContent?.includes("newer run"));
  await untilHolds(() => expect(offer()).toBeDefined());
  expect(bytes()).toContain("11 11 11 11");
  await act(() => offer()?.click());
  expect(bytes()).toContain("22 22 22 22");
  expect(selected()).toBe("Nothing is selected.");
  expect(offer()).toBeUndefined();
});
