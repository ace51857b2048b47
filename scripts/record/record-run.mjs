import { SetUpError } from "../set-up/set-up-error.mjs";

const LIMIT_MS = 10_000;
/** The page measures its clock against the server's meanwhile; a recording keeps the error. */
const SETTLE_MS = 1500;

/** Opens a lab's page, lets it run once and resolves to the recording. A failure names the run. */
export async function recordRun(browser, siteUrl, { lab, preset, path }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  try {
    await page.addInitScript(keepRun);
    await page.goto(new URL(path, siteUrl).href);
    await begin(page, lab);
    const ended = await page.waitForFunction(() => globalThis.endedRun);
    return {
      format: 1,
      recordedAt: new Date().toISOString(),
      preset,
      ...(await ended.jsonValue()),
    };
  } catch (error) {
    throw new SetUpError(`${path}: ${error.message}\n${await stateOf(page, lab)}`);
  } finally {
    await page.close();
  }
}

/** In the page, before anything else: a run may end before we could ask for it. */
function keepRun() {
  addEventListener("lab:run", ({ detail }) => {
    globalThis.endedRun ??= detail;
  });
}

async function begin(page, lab) {
  const frame = page.locator(`[data-lab="${lab}"]`);
  await frame.scrollIntoViewIfNeeded();
  await page.locator(`[data-lab="${lab}"][data-state="live"]`).waitFor();
  const submit = frame.locator('form button[type="submit"]');
  if ((await submit.count()) === 0) return;
  await page.waitForTimeout(SETTLE_MS);
  await submit.first().click();
}

async function stateOf(page, lab) {
  const frame = page.locator(`[data-lab="${lab}"]`);
  if ((await frame.count()) === 0) return `The page has no lab ${lab}. Build the site again.`;
  const state = await frame.getAttribute("data-state");
  return (
    `The lab is ${state}; no run has ended. A run must begin with the submit button of the lab's form, ` +
    "or by itself. If the site was built meanwhile, run the same command again."
  );
}
