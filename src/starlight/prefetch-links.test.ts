// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prefetchLinks } from "./prefetch-links.ts";

const connection: { saveData: boolean } = { saveData: false };

const fetched = (): (string | null)[] =>
  [...document.querySelectorAll('link[rel="prefetch"]')].map((link) => link.getAttribute("href"));

const send = (type: string, id: string): void => {
  document.getElementById(id)?.dispatchEvent(new Event(type, { bubbles: true }));
};

prefetchLinks();
Object.defineProperty(navigator, "connection", { value: connection });

beforeEach(() => {
  vi.useFakeTimers();
  connection.saveData = false;
  document.head.replaceChildren();
});
afterEach(() => vi.useRealTimers());

const links = (...hrefs: string[]): void => {
  document.body.innerHTML = hrefs
    .map((href, index) => `<a id="a${index}" href="${href}"><b id="in${index}">x</b></a>`)
    .join("");
};

test("a page is fetched once the pointer rests on its link, and not when it passes by", () => {
  links("/lessons/tcp/#queues", "/lessons/udp/");
  send("mouseover", "in0");
  send("mouseover", "in1");
  vi.runAllTimers();
  expect(fetched()).toEqual(["/lessons/udp/"]);
  send("focusin", "a0");
  vi.runAllTimers();
  send("mouseover", "a0");
  vi.runAllTimers();
  expect(fetched()).toEqual(["/lessons/udp/", "/lessons/tcp/"]);
});

test("places of this page, other sites and mail are never fetched", () => {
  links("#sources", "https://example.org/", "mailto:ann@example.org");
  for (const id of ["a0", "a1", "a2"]) {
    send("mouseover", id);
    vi.runAllTimers();
  }
  expect(fetched()).toEqual([]);
});

test("a reader who saves data gets a page ahead only by pressing its link", () => {
  connection.saveData = true;
  links("/labs/");
  send("mouseover", "a0");
  vi.runAllTimers();
  expect(fetched()).toEqual([]);
  send("touchstart", "a0");
  expect(fetched()).toEqual(["/labs/"]);
});
