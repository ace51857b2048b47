// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { pressKey } from "./press-key.ts";

const onPress = vi.fn();
let root: HTMLElement;

const find = <Found extends HTMLElement>(selector: string) => root.querySelector(selector) as Found;
const key = (name: string, selector = "h2", init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", {
    key: name,
    bubbles: true,
    cancelable: true,
    ...init,
  });
  find(selector).addEventListener("keydown", (each) => pressKey(each as KeyboardEvent, root), {
    once: true,
  });
  find(selector).dispatchEvent(event);
  return event;
};

beforeEach(() => {
  onPress.mockClear();
  root = document.createElement("section");
  root.innerHTML = `<h2 tabindex="-1"></h2>
    <ul class="quiz-options"><li><input type="radio" name="o" value="a"></li>
      <li><input type="radio" name="o" value="b"></li></ul>
    <fieldset class="quiz-sure"><input type="radio" name="s" value="guess">
      <input type="radio" name="s" value="fairly" checked><input type="radio" name="s" value="sure">
    </fieldset>
    <input type="text" class="field"><select class="list"></select>
    <div role="gridcell" class="byte"></div>
    <button class="quiz-press"></button>`;
  document.body.replaceChildren(root);
  find(".quiz-press").addEventListener("click", onPress);
});

it("answers with the option of a digit, once, and with none for a digit beyond them", () => {
  expect(key("2").defaultPrevented).toBe(true);
  expect(find<HTMLInputElement>("[value=b]").checked).toBe(true);
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(key("2").defaultPrevented).toBe(true);
  expect(key("3").defaultPrevented).toBe(false);
  expect(onPress).toHaveBeenCalledTimes(1);
});

it("answers with nothing that is locked", () => {
  find<HTMLInputElement>("[value=b]").disabled = true;
  key("2");
  expect(onPress).not.toHaveBeenCalled();
});

it("ticks a box, and leaves it to the reader when there are enough", () => {
  for (const input of root.querySelectorAll<HTMLInputElement>(".quiz-options input"))
    input.type = "checkbox";
  key("1");
  key("2");
  expect(find<HTMLInputElement>("[value=a]").checked).toBe(true);
  expect(onPress).not.toHaveBeenCalled();
  key("s");
  expect(onPress).toHaveBeenCalledTimes(1);
});

it("checks with Enter, and leaves Enter to what has a use for it", () => {
  key("Enter");
  key("Enter", "[value=a]");
  expect(onPress).toHaveBeenCalledTimes(2);
  for (const selector of [".quiz-press", ".field", ".list", ".byte"]) key("Enter", selector);
  expect(onPress).toHaveBeenCalledTimes(2);
  find(".field").setAttribute("readonly", "");
  key("Enter", ".field");
  expect(onPress).toHaveBeenCalledTimes(3);
});

it("leaves a key that was taken inside alone", () => {
  find(".field").setAttribute("readonly", "");
  find(".field").addEventListener("keydown", (event) => event.preventDefault());
  key("Enter", ".field");
  expect(onPress).not.toHaveBeenCalled();
});

it("says how sure with one letter, and checks what is chosen", () => {
  key("S");
  expect(find<HTMLInputElement>("[value=sure]").checked).toBe(true);
  expect(onPress).not.toHaveBeenCalled();
  find<HTMLInputElement>("[value=a]").checked = true;
  key("s");
  expect(onPress).toHaveBeenCalledTimes(1);
  find<HTMLInputElement>("[value=guess]").disabled = true;
  key("g");
  expect(onPress).toHaveBeenCalledTimes(1);
});

it("types into the field of a question that has one, from wherever the focus is", () => {
  find(".field").outerHTML = '<p class="quiz-typed"><input type="text" class="field"></p>';
  expect(key("7").defaultPrevented).toBe(false);
  expect(document.activeElement).toBe(find(".field"));
  find(".field").setAttribute("readonly", "");
  find("h2").focus();
  key("s");
  expect(document.activeElement).not.toBe(find(".field"));
});

it("leaves letters and digits to fields, and shortcuts of the browser alone", () => {
  for (const selector of [".field", ".list"]) {
    for (const name of ["1", "s", "g"]) expect(key(name, selector).defaultPrevented).toBe(false);
  }
  for (const held of ["ctrlKey", "metaKey", "altKey"]) {
    expect(key("s", "h2", { [held]: true }).defaultPrevented).toBe(false);
  }
  expect(onPress).not.toHaveBeenCalled();
});
