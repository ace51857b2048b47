import { loadSearchIndex, type SearchIndex } from "./search-index.ts";
import { drawResults } from "./search-results.ts";

const MAX_PAGES = 8;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const opensSearch = (event: KeyboardEvent): boolean =>
  (event.key === "/" &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !isTyping(event.target)) ||
  (event.key === "k" && (event.ctrlKey || event.metaKey));

/** The search button and its dialog: `/` or Ctrl+K opens it, Escape closes it. */
export class SiteSearch extends HTMLElement {
  #index: Promise<SearchIndex> | undefined;

  connectedCallback(): void {
    const { button, dialog, input } = this.#parts();
    button.addEventListener("click", () => this.#open());
    dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    input.addEventListener("input", () => void this.#search(input.value.trim()));
    document.addEventListener("keydown", (event) => {
      if (!this.isConnected || !opensSearch(event)) return;
      event.preventDefault();
      this.#open();
    });
    button.disabled = false;
  }

  #parts() {
    const button = this.querySelector<HTMLButtonElement>(".search-open");
    const dialog = this.querySelector("dialog");
    const input = this.querySelector("input");
    const status = this.querySelector(".search-status");
    const results = this.querySelector("ol");
    if (!button || !dialog || !input || !status || !results) {
      throw new Error("site-search = a part is missing, Search.astro draws all of them");
    }
    return { button, dialog, input, status, results };
  }

  #open(): void {
    const { dialog, input } = this.#parts();
    if (!dialog.open) dialog.showModal();
    input.select();
    this.#index ??= loadSearchIndex();
    this.#index.catch(() =>
      this.#say("The search index could not be loaded. Reload the page to try again."),
    );
  }

  #say(sentence: string): void {
    this.#parts().status.textContent = sentence;
  }

  async #search(words: string): Promise<void> {
    const { input, results } = this.#parts();
    const index = await this.#index?.catch(() => undefined);
    const found = words === "" ? [] : await index?.(words, MAX_PAGES);
    // A slower answer to older words must not replace a newer one.
    if (!found || input.value.trim() !== words) return;
    drawResults(results, found);
    const count = found.length === 1 ? "1 page" : `${found.length} pages`;
    if (words === "") this.#say("");
    else this.#say(found.length === 0 ? `Nothing found for “${words}”.` : `${count} found.`);
  }
}
