const sureKeys: Readonly<Record<string, string>> = { g: "guess", f: "fairly", s: "sure" };

/** What has a use of its own for Enter, or for letters and digits. */
const usesEnter = "button, a, select, summary, textarea, input[type=text]:not([readonly])";
const usesLetters = "select, textarea, input[type=text]";

const clickIn = (root: ParentNode, selector: string): boolean => {
  const found = root.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
};

const press = (root: ParentNode) => clickIn(root, ".quiz-press:not([aria-disabled=true])");

/** One of several is the whole answer, and is checked; of boxes there may be more to come. */
const tick = (root: ParentNode, digit: number): boolean => {
  const input = root.querySelectorAll<HTMLInputElement>(".quiz-options input")[digit - 1];
  if (!input) return false;
  const wasChecked = input.checked;
  input.click();
  if (input.type === "radio" && input.checked && !wasChecked) press(root);
  return true;
};

/** Before anything is chosen, the letter is said for the answer to come. */
const beSure = (root: ParentNode, confidence: string): boolean => {
  const isSaid = clickIn(root, `.quiz-sure input[value=${confidence}]:not([disabled])`);
  const isOpen = root.querySelector(".quiz-options input[type=radio]");
  if (isSaid && (!isOpen || root.querySelector(".quiz-options input:checked"))) press(root);
  return isSaid;
};

/** What is typed belongs into the field of a question that has one, wherever the focus is. */
const goToField = (root: ParentNode, key: string): boolean => {
  if (key.length !== 1) return false;
  const field = root.querySelector<HTMLElement>(".quiz-typed input:not([readonly])");
  field?.focus();
  return field !== null;
};

const isByte = (target: Element) => target.closest("[role=gridcell]") !== null;

const act = (root: ParentNode, key: string, target: Element): boolean => {
  if (key === "Enter") return !target.matches(usesEnter) && !isByte(target) && press(root);
  if (target.matches(usesLetters) || goToField(root, key)) return false;
  if (/^[1-9]$/.test(key)) return tick(root, Number(key));
  const confidence = sureKeys[key.toLowerCase()];
  return confidence !== undefined && beSure(root, confidence);
};

/**
 * The keys of a session, heard while the focus is in it: 1 to 9 answer with an option (of several, they
 * tick it), G, F and S say how sure, and check what is chosen; Enter checks and leads on. Where a word
 * or number is asked, they are typed.
 */
export const pressKey = (event: KeyboardEvent, root: ParentNode | null): void => {
  const { key, target } = event;
  if (!root || event.defaultPrevented || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof Element && act(root, key, target)) event.preventDefault();
};
