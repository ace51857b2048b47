import type { Locator, Page } from "@playwright/test";

/** What a lab tells its page of a run. */
export interface ToldRun {
  lab: string;
  preset?: string;
  observations: { where: string; what: string; provenance?: string }[];
}

/** The frame of a lab on a page, by what readers see and by the hooks that every lab has. */
export class Lab {
  readonly page: Page;
  readonly root: Locator;

  /** @param preset tells labs of one page apart */
  constructor(page: Page, id: string, preset?: string) {
    this.page = page;
    const hook = `[data-lab="${id}"]${preset ? `[data-preset="${preset}"]` : ""}`;
    this.root = page.getByRole("region", { name: /^Lab: / }).and(page.locator(hook));
  }

  /** The sentence that tells how a run ended. */
  get status(): Locator {
    return this.root.getByRole("status");
  }

  /** The sentences that tell what went wrong. */
  get problems(): Locator {
    return this.root.getByRole("alert");
  }

  /** The drawing; its name says in words what it shows. */
  get diagram(): Locator {
    return this.root.getByRole("img", {
      name: /^(Space-time diagram|State diagram|Waterfall|Message|Byte stream|Requests)/,
    });
  }

  /** The run as text, once its button was pressed. */
  get log(): Locator {
    return this.root.getByRole("log");
  }

  /**
   * Listens for the run that ends next, as the lab tells it to its page, and gives the way to wait for
   * it. Ask before the run begins: it may be over in the same turn.
   */
  async nextRun(): Promise<() => Promise<ToldRun>> {
    const told = await this.root.evaluateHandle((root) => ({
      run: new Promise<ToldRun>((resolve) => {
        const take = (event: Event) => resolve((event as CustomEvent<ToldRun>).detail);
        root.addEventListener("lab:run", take, { once: true });
      }),
    }));
    return () => told.evaluate(({ run }) => run);
  }

  /** Presses the button that starts a run, and waits until that run has ended. */
  async run(press: string): Promise<ToldRun> {
    const ended = await this.nextRun();
    await this.button(press).click();
    return ended();
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }
}
