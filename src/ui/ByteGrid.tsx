import { useMemo, useState } from "preact/hooks";
import "./byte-grid.css";
import "./layers.css";
import { type AnyField, type ByteCell, type ByteMark, byteCells } from "./byte-cell.ts";
import { byteAfterKey } from "./grid-keys.ts";
import { useWidth } from "./use-width.ts";

const wideColumns = 16;
const narrowColumns = 8;
/** Least width, in CSS pixels, in which a row of sixteen bytes can be read and touched. */
const leastWidePx = 480;
const firstShown = 256;
const moreShown = 1024;

export interface ByteGridProps {
  /** What the bytes are, for those who do not see them. */
  label: string;
  bytes: Uint8Array;
  /** Whose bytes they are; without fields the bytes stand for themselves. */
  fields?: readonly AnyField[];
  /** Offsets that are lit. */
  selected: readonly number[];
  /** A byte was clicked, or Enter or Space was pressed on it. */
  onSelect: (at: number) => void;
  /** The byte under the pointer or the keyboard's focus; undefined when there is none any more. */
  onPoint?: (at: number | undefined) => void;
  marks?: readonly ByteMark[];
  isDisabled?: boolean;
}

const none: readonly never[] = [];

/**
 * Bytes in rows, each coloured and underlined by its layer. One stop for the Tab key; arrows,
 * Home and End go from byte to byte.
 */
export function ByteGrid(props: ByteGridProps) {
  const { label, bytes, fields = none, marks = none, selected, onSelect, onPoint } = props;
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const [limit, setLimit] = useState(firstShown);
  const [current, setCurrent] = useState(selected[0] ?? 0);
  const columns = widthPx !== undefined && widthPx < leastWidePx ? narrowColumns : wideColumns;
  const count = Math.min(bytes.length, Math.max(limit, (selected[0] ?? 0) + 1));
  const cells = useMemo(
    () => byteCells(bytes, fields, marks, count),
    [bytes, fields, marks, count],
  );
  const lit = useMemo(() => new Set(selected), [selected]);
  const stop = Math.min(current, count - 1);

  const go = (to: number): void => {
    setCurrent(to);
    ref.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const at = atOf(event.target);
    if (at === undefined) return;
    const to = byteAfterKey(event, at, columns, count);
    if (to !== undefined) go(to);
    else if (event.key === "Enter" || event.key === " ") onSelect(at);
    else return;
    event.preventDefault();
  };
  const point = (event: Event): void => {
    const at = atOf(event.target);
    if (at === undefined) return;
    if (event.type === "focusin") setCurrent(at);
    onPoint?.(at);
  };
  return (
    <div class="byte-grid" data-pagefind-ignore="all" ref={ref}>
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: focusin and focusout bubble up from the cells. */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that keys go about in.
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-readonly="true"
        aria-disabled={props.isDisabled}
        onClick={(event) => {
          const at = atOf(event.target);
          if (at !== undefined && !props.isDisabled) onSelect(at);
        }}
        onKeyDown={press}
        onMouseOver={point}
        onFocusIn={point}
        onMouseLeave={() => onPoint?.(undefined)}
        onFocusOut={() => onPoint?.(undefined)}
      >
        <tbody>
          {rowsOf(cells, columns).map((row) => (
            <tr key={row[0]?.at}>
              <th scope="row" class="byte-offset">
                {row[0]?.at}
              </th>
              {row.map((cell) => (
                <Byte
                  key={cell.at}
                  cell={cell}
                  isLit={lit.has(cell.at)}
                  isStop={cell.at === stop}
                />
              ))}
              {row.length < columns ? (
                <td class="byte-rest" colSpan={columns - row.length} />
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {count < bytes.length ? (
        <button type="button" class="button-quiet" onClick={() => setLimit(count + moreShown)}>
          Show {Math.min(moreShown, bytes.length - count)} of {bytes.length - count} more bytes
        </button>
      ) : null}
    </div>
  );
}

interface ByteProps {
  cell: ByteCell;
  isLit: boolean;
  isStop: boolean;
}

function Byte({ cell, isLit, isStop }: ByteProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: only a grid's cells can be selected.
      role="gridcell"
      class="byte layer"
      data-at={cell.at}
      data-layer={cell.layer}
      data-first={cell.isFirst ? "" : undefined}
      data-mark={cell.mark?.look}
      aria-label={cell.says}
      aria-selected={isLit}
      tabIndex={isStop ? 0 : -1}
    >
      <span class="byte-hex">{cell.hex}</span> <span class="byte-char">{cell.char}</span>
    </td>
  );
}

function rowsOf(cells: readonly ByteCell[], columns: number): ByteCell[][] {
  const rows = Math.ceil(cells.length / columns);
  return Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
}

function atOf(target: EventTarget | null): number | undefined {
  const cell = (target as Element | null)?.closest<HTMLElement>("[data-at]");
  return cell ? Number(cell.dataset.at) : undefined;
}
