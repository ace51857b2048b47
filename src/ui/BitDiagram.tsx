import { useRef, useState } from "preact/hooks";
import "./bit-diagram.css";
import "./layers.css";
import { type BitPiece, bitRows } from "./bit-rows.ts";
import type { AnyField } from "./byte-cell.ts";
import { fieldPlace } from "./field-place.ts";
import { useWidth } from "./use-width.ts";

const wideBits = 32;
const narrowBits = 16;
/** Least width, in CSS pixels, in which a row of 32 bits can be read. */
const leastWidePx = 480;
const mostRows = 12;

export interface BitDiagramProps {
  /** Which header it is. */
  label: string;
  /** The fields of one header, in order. */
  fields: readonly AnyField[];
  /** Ids of the fields that are lit. */
  selected: readonly string[];
  /** Ids of the fields whose value is not what it must be. */
  wrong?: readonly string[];
  onSelect: (field: AnyField) => void;
  /** The field under the pointer or the keyboard's focus; undefined when there is none any more. */
  onPoint?: (field: AnyField | undefined) => void;
}

/**
 * A header as standards draw it: rows of bits, each field as wide as it is. One stop for the Tab
 * key; the arrows, Home and End go from field to field.
 */
export function BitDiagram(props: BitDiagramProps) {
  const { label, fields, selected, wrong = [], onSelect, onPoint } = props;
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const bits = widthPx !== undefined && widthPx < leastWidePx ? narrowBits : wideBits;
  const rows = bitRows(fields, bits, mostRows);
  const drawn = [...new Set(rows.flatMap(({ pieces }) => pieces.map(({ field }) => field)))];
  const ids = new Set(selected);
  const firstLit = drawn.findIndex(({ id }) => ids.has(id));
  const stop = firstLit < 0 ? Math.min(current, drawn.length - 1) : firstLit;
  const press = (event: KeyboardEvent): void => {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = fieldAfterKey(event.key, at, buttons.length);
    if (to === undefined) return;
    buttons[to]?.focus();
    event.preventDefault();
  };
  return (
    <div class="bit-diagram" ref={ref} style={`--bits:${bits}`}>
      <p class="bit-scale" aria-hidden="true">
        {scaleOf(bits).map((bit) => (
          <span key={bit} style={`grid-column:${bit + 1}`}>
            {bit}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
      <div role="group" aria-label={label} ref={root} onKeyDown={press}>
        {rows.map(({ at, pieces }) => (
          <div class="bit-row" key={at}>
            {pieces.map((piece) => (
              <Piece
                key={piece.field.id}
                piece={piece}
                bitsPerRow={bits}
                isLit={ids.has(piece.field.id)}
                isWrong={wrong.includes(piece.field.id)}
                isStop={drawn[stop] === piece.field}
                onSelect={() => onSelect(piece.field)}
                onPoint={(isOn) => onPoint?.(isOn ? piece.field : undefined)}
                onFocus={() => setCurrent(drawn.indexOf(piece.field))}
              />
            ))}
          </div>
        ))}
      </div>
      {drawn.length < fields.length || !isWhole(rows.at(-1)?.pieces.at(-1)) ? (
        <p class="bit-rest">The rest is not drawn: it is longer than {mostRows} rows.</p>
      ) : null}
    </div>
  );
}

const isWhole = (piece: BitPiece | undefined): boolean => piece?.isLast ?? true;

const scaleOf = (bits: number): number[] => Array.from({ length: bits / 8 }, (_, byte) => byte * 8);

function fieldAfterKey(key: string, at: number, count: number): number | undefined {
  const [before, behind] = [Math.max(0, at - 1), Math.min(count - 1, at + 1)];
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: behind,
    ArrowDown: behind,
    ArrowLeft: before,
    ArrowUp: before,
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}

interface PieceProps {
  piece: BitPiece;
  bitsPerRow: number;
  isLit: boolean;
  isWrong: boolean;
  isStop: boolean;
  onSelect: () => void;
  onPoint: (isOn: boolean) => void;
  onFocus: () => void;
}

/** Where a field begins it is a button; what goes on in later rows is drawn only. */
function Piece(props: PieceProps) {
  const { piece, bitsPerRow, isLit, isWrong, isStop, onSelect, onPoint, onFocus } = props;
  const { field, from, bits, isFirst, isLast } = piece;
  const size = sizeOf(bits, bitsPerRow);
  const [name, value] = [nameIn(size, field), valueIn(size, field)];
  const whole =
    name === field.name && value === field.value ? "" : `${field.name}: ${field.value}, `;
  const hooks = {
    class: "bit-piece layer",
    "data-layer": field.layer,
    "data-lit": isLit ? "" : undefined,
    "data-wrong": isWrong ? "" : undefined,
    "data-size": size,
    "data-open": isLast ? undefined : "",
    style: `grid-column:${from + 1} / span ${bits}`,
    title: `${field.name}: ${field.value}`,
    onMouseEnter: () => onPoint(true),
    onMouseLeave: () => onPoint(false),
    onClick: onSelect,
  };
  if (!isFirst) return <span {...hooks} aria-hidden="true" data-more="" />;
  return (
    <button
      {...hooks}
      type="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isLit}
      aria-label={`${name} ${value}, ${whole}${fieldPlace(field)}${isWrong ? ", wrong" : ""}`}
      onFocus={() => {
        onFocus();
        onPoint(true);
      }}
      onBlur={() => onPoint(false)}
    >
      <span class="bit-name">{name}</span> <span class="bit-value">{value}</span>
    </button>
  );
}

/** How much a piece has room for: `bit` has next to none. */
type Size = "bit" | "few" | "many";

function sizeOf(bits: number, bitsPerRow: number): Size {
  if (bits === 1) return "bit";
  return bits / bitsPerRow < 7 / 32 ? "few" : "many";
}

/** The short form that a name brings in brackets, where there is no room for the whole. */
function nameIn(size: Size, { name }: AnyField): string {
  if (size === "many") return name;
  const short = /\(([^)]+)\)/.exec(name)?.[1] ?? name;
  return size === "bit" ? short.slice(0, 4) : short;
}

const valueIn = (size: Size, { value }: AnyField): string =>
  size === "many" ? value : (value.split(",")[0] ?? value);
