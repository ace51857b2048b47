// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, expect, test } from "vitest";
import { Log } from "./Log.tsx";
import { broadcastRun, fixtureClocks, runOf } from "./run-fixture.ts";
import { spaceTime } from "./space-time.ts";
import { Timeline } from "./Timeline.tsx";

const lanes = ["Ann", "server", "Bob", "Cem"];
const drawn = spaceTime(runOf(broadcastRun), fixtureClocks, lanes);
const empty = spaceTime([], {}, lanes);

const mount = (view: preact.ComponentChild) => act(() => render(view, document.body));
afterEach(() => act(() => render(null, document.body)));

test("the drawing says in its label what it shows", () => {
  mount(<Timeline spaceTime={drawn} reasons={{ Cem: "not in red" }} />);
  const label = document.querySelector('[role="img"]')?.getAttribute("aria-label") ?? "";
  expect(label).toContain("lanes Ann, server, Bob, Cem");
  expect(label).toContain("Ann to server: news, 1.4 ±\u00a00.3\u00a0ms.");
  expect(label).toContain("Cem did not receive: not in red.");
});

test("lanes, events, times and reasons are drawn as text", () => {
  mount(<Timeline spaceTime={drawn} reasons={{ Cem: "not in red" }} />);
  const text = document.body.textContent ?? "";
  for (const part of [...lanes, "news", "2.6\u00a0ms", "not in red"]) expect(text).toContain(part);
});

test("an empty run shows its lanes and the hint", () => {
  mount(<Timeline spaceTime={empty} hint="Emit, and it draws itself." />);
  expect(document.body.textContent).toContain("Emit, and it draws itself.");
  expect(document.querySelectorAll(".timeline-lane")).toHaveLength(4);
});

test("pulses exist only just after a run", () => {
  mount(<Timeline spaceTime={drawn} isFresh />);
  expect(document.querySelectorAll(".timeline-pulse")).toHaveLength(2);
  mount(<Timeline spaceTime={drawn} />);
  expect(document.querySelectorAll(".timeline-pulse")).toHaveLength(0);
});

test("it is complete when it is rendered on the server", () => {
  const html = renderToString(<Timeline spaceTime={drawn} />);
  expect(html).toContain('role="img"');
  expect(html).toContain("width:640px");
});

test("two drawings on one page share no id", () => {
  mount([<Timeline key="a" spaceTime={drawn} />, <Timeline key="b" spaceTime={drawn} />]);
  expect(document.querySelectorAll("[id]")).toHaveLength(0);
});

test("the log lists every observation, silently", () => {
  mount(<Log observations={runOf(broadcastRun)} clocks={fixtureClocks} />);
  const log = document.querySelector('[role="log"]');
  expect(log?.getAttribute("aria-live")).toBe("off");
  expect(log?.querySelectorAll("li")).toHaveLength(broadcastRun.length);
  expect(log?.querySelector("li:nth-child(3)")?.textContent).toBe(
    "1.4 ±\u00a00.3\u00a0ms server received news: from Ann",
  );
});
