import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { openProgress } from "#progress/store.ts";
import type { Item } from "./item.ts";
import {
  sampleBytes,
  sampleChoice,
  sampleMatch,
  sampleNumber,
  sampleOrder,
  samplePredict,
  sampleText,
} from "./items.fixture.ts";
import { kindOf } from "./kinds.ts";
import type { RunKey } from "./lab-run.ts";
import { Player } from "./Player.tsx";
import { renderItem } from "./render-item.ts";

const forbidden = {
  get localStorage(): Storage {
    throw new Error("there is no storage on the server");
  },
  addEventListener: () => {},
  removeEventListener: () => {},
};

const htmlOf = (item: Item) =>
  renderToString(
    <Player
      item={item}
      hash="h1"
      progress={openProgress(forbidden)}
      answersOf={() => Promise.reject(new Error("no lab is loaded on the server"))}
      plainAnswer={<p>The plain answer.</p>}
    />,
  );

it("draws prompt, options and the folded answer without touching a browser", () => {
  const html = htmlOf(sampleChoice);
  expect(html).toContain("Who hears `news`?");
  expect(html).toContain("Option everybody");
  expect(html).toMatch(/<details><summary>.*The plain answer\..*<\/details>/);
  expect(html).toContain('data-awake="false"');
});

it("says in a predict that ticking comes first", () => {
  expect(htmlOf(samplePredict)).toContain("Tick, then run the lab.");
});

it("draws steps, sides and fields of the other kinds", () => {
  expect(htmlOf(sampleOrder)).toContain("Step answer");
  expect(htmlOf(sampleMatch)).toContain("To choose from: opcode 8; opcode 9; opcode 1.");
  expect(htmlOf(sampleNumber)).toContain("Your answer, in bytes");
});

it("writes the answer of each kind as text", () => {
  const plain = (item: Item) => {
    const kind = kindOf(item);
    return renderToString(<kind.Plain item={item} answerKey={kind.key(item)} />);
  };
  expect(plain(sampleChoice)).toContain("<strong>Yes: </strong><span>Option server</span>");
  expect(plain(sampleOrder)).toMatch(/Step get.*Step answer.*Step frame.*Step close/);
  expect(plain(sampleMatch)).toMatch(/Text.*opcode 1.*Close.*opcode 8/);
  expect(plain(sampleBytes)).toContain("in the run: open the lab and see.");
  const run: RunKey = {
    key: ["2", "3", "4", "5"],
    provenance: "recorded",
    bytes: { hex: "8183aabbccdd102030", others: { payload: [6, 7, 8] } },
  };
  const bytes = kindOf(sampleBytes);
  const ofRun = renderToString(<bytes.Plain item={sampleBytes} answerKey={run.key} run={run} />);
  expect(ofRun).toMatch(/81 83 aa bb cc dd 10 20 30.*2 to 5.*aa bb cc dd.*Not byte 6 to 8/);
  expect(plain(sampleText)).toMatch(/ephemeral port.*Not “socket”: .*on sockets\./);
  expect(plain(sampleNumber)).toMatch(/15 bytes.*Not 11: .*You forgot the key\./);
});

it("turns each text of each kind into HTML", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts);
  for (const item of [
    sampleChoice,
    sampleOrder,
    sampleMatch,
    sampleNumber,
    sampleText,
    samplePredict,
  ]) {
    const marked = JSON.parse(JSON.stringify(item).replaceAll("Note on", "*Note* on"));
    expect(texts(renderItem(marked)).filter((text) => text.includes("*Note*"))).toEqual([]);
  }
});
