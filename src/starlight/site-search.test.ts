// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { untilHolds } from "#server/testing/until-holds.ts";
import type { SearchHit } from "./search-index.ts";
import { SiteSearch } from "./site-search.ts";

const find = vi.fn<(words: string, limit: number) => Promise<SearchHit[]>>();
const load = vi.hoisted(() => vi.fn());
vi.mock("./search-index.ts", () => ({ loadSearchIndex: load }));

customElements.define("site-search", SiteSearch);

const press = (key: string, target: EventTarget = document.body): void => {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};

const type = (words: string): void => {
  const input = document.querySelector("dialog input") as HTMLInputElement;
  input.value = words;
  input.dispatchEvent(new Event("input"));
};

const dialog = (): HTMLDialogElement => document.querySelector("dialog") as HTMLDialogElement;
const status = (): string | null => document.querySelector(".search-status")?.textContent ?? null;

beforeEach(() => {
  vi.resetAllMocks();
  load.mockResolvedValue(find);
  const search = document.createElement("site-search");
  search.innerHTML = `<button class="search-open" disabled></button><dialog><input>
    <button data-close></button><p class="search-status"></p><ol></ol></dialog>`;
  document.body.replaceChildren(document.createElement("textarea"), search);
});

test("nothing is loaded before the dialog is opened, and it is loaded once", () => {
  expect(load).not.toHaveBeenCalled();
  press("/");
  expect(dialog().open).toBe(true);
  dialog().close();
  press("/");
  expect(load).toHaveBeenCalledTimes(1);
});

test("a slash that is typed into a field stays a slash", () => {
  press("/", document.querySelector("textarea") ?? document.body);
  expect(dialog().open).toBe(false);
});

test("draws what was found and says how much, an excerpt with its marks", async () => {
  const sections = [{ url: "/glossary/#room", title: "room" }];
  find.mockResolvedValue([
    { url: "/glossary/", title: "Glossary", excerptHtml: "a <mark>room</mark>", sections },
  ]);
  press("/");
  type("room");
  await untilHolds(() => expect(status()).toBe("1 page found."));
  expect([...document.querySelectorAll("ol a")].map((link) => link.textContent)).toEqual([
    "Glossary",
    "room",
  ]);
  expect(document.querySelector("ol mark")?.textContent).toBe("room");
});

test("says so when nothing is found", async () => {
  find.mockResolvedValue([]);
  press("/");
  type("quic");
  await untilHolds(() => expect(status()).toBe("Nothing found for “quic”."));
});

test("says so when the index cannot be loaded", async () => {
  load.mockRejectedValue(new Error("404"));
  press("/");
  await untilHolds(() => expect(status()).toContain("could not be loaded"));
});
