// @vitest-environment happy-dom
import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { dissect } from "#wire/dissect.ts";
import { ByteGrid } from "./ByteGrid.tsx";
import { type AnyField, type ByteMark, byteCells } from "./byte-cell.ts";
import { FieldTable } from "./FieldTable.tsx";
import { fieldPlace, offsetsOf } from "./field-place.ts";

/** The client's frame for 42["hey"], with the key of an example. */
const frame = Uint8Array.from(
  [0x81, 0x89, 0x37, 0xfa, 0x21, 0x3d].concat(
    [...'42["hey"]'].map(
      (char, at) => char.charCodeAt(0) ^ ([0x37, 0xfa, 0x21, 0x3d][at % 4] ?? 0),
    ),
  ),
);

const read = dissect(frame, {
  way: "up",
  carries: "socket.io",
  state: { phase: "websocket" },
});
if (!read.ok) throw new Error(read.failure.code);
const { fields } = read.value;

/** Grid and table with one selection, as a lab shows them. */
function Both({ marks = [] }: { marks?: readonly ByteMark[] }) {
  const [field, setField] = useState<AnyField>();
  const at = (offset: number) => fields.find(({ from, to }) => offset >= from && offset < to);
  return (
    <>
      <ByteGrid
        label="Ann’s frame"
        bytes={frame}
        fields={fields}
        marks={marks}
        selected={field ? offsetsOf(field) : []}
        onSelect={(offset) => setField(at(offset))}
        onPoint={(offset) => setField(offset === undefined ? undefined : at(offset))}
      />
      <FieldTable
        label="Fields"
        fields={fields}
        selected={field ? [field.id] : []}
        onSelect={setField}
      />
    </>
  );
}

const mount = (view: preact.ComponentChild) => act(() => render(view, document.body));
afterEach(() => act(() => render(null, document.body)));

const cell = (at: number) => document.querySelector<HTMLElement>(`[data-at="${at}"]`);
const lit = () =>
  [...document.querySelectorAll<HTMLElement>('.byte[aria-selected="true"]')].map(({ dataset }) =>
    Number(dataset.at),
  );
const litFields = () =>
  [...document.querySelectorAll<HTMLElement>("tr[data-lit]")].map(({ dataset }) => dataset.field);
const press = (key: string, ctrlKey = false) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }),
    );
  });

test("a click on a byte lights its field, there and in the table", () => {
  mount(<Both />);
  act(() => cell(4)?.click());
  expect(lit()).toEqual([2, 3, 4, 5]);
  expect(litFields()).toEqual(["websocket.masking-key"]);
});

test("a click on a field lights its bytes", () => {
  mount(<Both />);
  const button = [...document.querySelectorAll<HTMLElement>(".field-table button")].find(
    ({ textContent }) => textContent === "event name",
  );
  act(() => button?.click());
  expect(lit()).toEqual([10, 11, 12]);
});

test("the grid is one stop for Tab, and keys go from byte to byte", () => {
  mount(<Both />);
  expect(document.querySelectorAll('.byte[tabindex="0"]')).toHaveLength(1);
  act(() => cell(0)?.focus());
  press("ArrowRight");
  press("ArrowRight");
  expect(lit()).toEqual([2, 3, 4, 5]);
  press("End");
  expect(document.activeElement).toBe(cell(14));
  press("Home");
  press("ArrowLeft");
  press("ArrowUp");
  expect(document.activeElement).toBe(cell(0));
  expect(cell(0)?.tabIndex).toBe(0);
});

test("Enter and Space choose a byte", () => {
  const chosen: number[] = [];
  mount(<ByteGrid label="x" bytes={frame} selected={[]} onSelect={(at) => chosen.push(at)} />);
  act(() => cell(3)?.focus());
  press("Enter");
  press(" ");
  expect(chosen).toEqual([3, 3]);
});

test("each byte says where it stands, what it is and whose", () => {
  mount(<Both marks={[{ from: 2, to: 3, look: "covered", says: "overwritten" }]} />);
  expect(cell(2)?.getAttribute("aria-label")).toBe(
    "byte 2, hex 37, 7, WebSocket: masking key, overwritten",
  );
  expect(cell(0)?.getAttribute("aria-label")).toContain("FIN, RSV1, RSV2, RSV3, opcode");
});

test("long messages show their beginning, and more when asked", () => {
  mount(
    <ByteGrid label="x" bytes={new Uint8Array(300)} selected={[]} onSelect={() => undefined} />,
  );
  expect(document.querySelectorAll(".byte")).toHaveLength(256);
  const more = document.querySelector<HTMLElement>("button");
  expect(more?.textContent).toBe("Show 44 of 44 more bytes");
  act(() => more?.click());
  expect(document.querySelectorAll(".byte")).toHaveLength(300);
});

test("a link into a long message shows its byte", () => {
  mount(
    <ByteGrid label="x" bytes={new Uint8Array(900)} selected={[700]} onSelect={() => undefined} />,
  );
  expect(cell(700)?.tabIndex).toBe(0);
});

test("the table says the same in words, with a source each", () => {
  mount(<Both />);
  const rows = [...document.querySelectorAll(".field-table tbody tr")].map(
    (row) => row.textContent ?? "",
  );
  expect(rows).toHaveLength(fields.length);
  expect(rows[4]).toContain("opcodeWebSocketbyte 0, bits 4–71, text");
  expect(rows[4]).toContain("RFC 6455, section 5.2");
});

test("places are told in words", () => {
  expect(fieldPlace({ from: 2, to: 6 })).toBe("bytes 2–5");
  expect(fieldPlace({ from: 0, to: 1, bits: [0, 1] })).toBe("byte 0, bit 0");
});

test("without fields the bytes stand for themselves", () => {
  expect(byteCells(Uint8Array.of(65), [], [], 1)[0]).toMatchObject({
    says: "byte 0, hex 41, A",
    layer: undefined,
  });
});
