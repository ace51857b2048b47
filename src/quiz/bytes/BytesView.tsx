import { useMemo, useRef } from "preact/hooks";
import { ByteGrid } from "#ui/ByteGrid.tsx";
import type { ByteMark } from "#ui/byte-cell.ts";
import type { BytesItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { BytesOrigin } from "./BytesOrigin.tsx";
import { bytesOf, hexText, offsetsText } from "./hex.ts";
import { selectionNote } from "./mark-bytes.ts";
import { withByte, withRange } from "./selection.ts";

type Shown = ViewProps<BytesItem> & { hex: string };

const marksOf = ({ parts, words }: Shown): ByteMark[] =>
  Object.entries(parts)
    .map(([id, part]) => ({
      from: Number(id),
      to: Number(id) + 1,
      look: part,
      says: words[part][1],
    }))
    .toSorted((one, other) => one.from - other.from);

/** Calls back with a byte and whether Shift was held, which the grid itself does not tell. */
const useShift = () => {
  const isHeld = useRef(false);
  const notice = (event: MouseEvent | KeyboardEvent) => {
    isHeld.current = event.shiftKey;
  };
  return { isHeld, watch: { onClickCapture: notice, onKeyDownCapture: notice } };
};

const Selection = (view: Shown) => {
  const bytes = useMemo(() => bytesOf(view.hex), [view.hex]);
  const selected = view.answer.map(Number);
  const anchor = useRef<number>();
  const { isHeld, watch } = useShift();
  const select = (at: number) => {
    if (view.isLocked) return;
    const from = anchor.current;
    view.onAnswer(
      isHeld.current && from !== undefined
        ? withRange(view.answer, from, at)
        : withByte(view.answer, at),
    );
    anchor.current = at;
  };
  return (
    <>
      <div class="quiz-grid" data-pagefind-ignore {...watch}>
        <ByteGrid
          label="Bytes to select from"
          bytes={bytes}
          selected={selected}
          onSelect={select}
          marks={marksOf(view)}
          isDisabled={view.isLocked}
        />
      </div>
      <p class="quiz-selected" aria-live="polite">
        {selected.length === 0
          ? "Nothing is selected."
          : `Selected: byte ${offsetsText(selected)}, ${hexText(selected.map((at) => bytes[at] ?? 0))}.`}
      </p>
    </>
  );
};

const SelectionNote = ({ notes, words, shownKey }: ViewProps<BytesItem>) => {
  const note = notes[selectionNote];
  if (!note) return null;
  return (
    <p class="quiz-note quiz-bytes-note">
      <Prose html={note} />
      {shownKey && (
        <strong class="quiz-pair-key">
          <span aria-hidden="true">{words.missed[0]} </span>
          It is byte {offsetsText(shownKey.map(Number))}.
        </strong>
      )}
    </p>
  );
};

/** The bytes of a run, to select from: one by one, or a range with Shift. */
export const BytesView = (view: ViewProps<BytesItem>) => (
  <>
    <BytesOrigin item={view.item} run={view.run} />
    {view.run?.bytes && <Selection {...view} hex={view.run.bytes.hex} />}
    <SelectionNote {...view} />
  </>
);
