import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { openProgress } from "#progress/store.ts";
import type { Item } from "./item.ts";
import { sampleChoice, samplePredict } from "./items.fixture.ts";
import { Player } from "./Player.tsx";

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
