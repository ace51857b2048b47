import { expect, type Locator } from "@playwright/test";

const mostSteps = 150;

/** Moves the focus with the Tab key until it is on this element, and expects it to be visible there. */
export async function focusByTab(target: Locator): Promise<void> {
  const keyboard = target.page().keyboard;
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < mostSteps && !(await hasFocus()); step += 1)
    await keyboard.press("Tab");
  await expect(target).toBeFocused();
  await expect(target).toBeInViewport();
}
