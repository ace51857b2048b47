import type { PacketRow } from "./model.ts";
import { markWords, protocolWords, timeText } from "./protocol-words.ts";

interface PacketLineProps {
  id: string;
  /** Absent until it has come. */
  row: PacketRow | undefined;
  place: number;
  count: number;
  heightPx: number;
  isChosen: boolean;
  onChoose: () => void;
}

/** One packet in the list. */
export function PacketLine(props: PacketLineProps) {
  const { id, row, place, count, heightPx, isChosen, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the list around it.
    <div
      id={id}
      class="capture-line layer"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={count}
      data-layer={row?.protocol}
      style={`height:${heightPx}px`}
      onClick={onChoose}
    >
      {row ? <Cells row={row} /> : <span class="capture-wait">…</span>}
    </div>
  );
}

const Cells = ({ row }: { row: PacketRow }) => (
  <>
    <span class="capture-number">{row.index + 1}</span>
    <span class="capture-time">{timeText(row.atMs)}</span>
    <span class="capture-from">{row.from}</span>
    <span class="capture-to">{row.to}</span>
    <span class="capture-protocol">{protocolWords[row.protocol]}</span>
    <span class="capture-summary">
      {row.marks.map((mark) => (
        <span key={mark} class="capture-mark" data-mark={mark}>
          {markWords[mark]}
        </span>
      ))}
      {row.summary}
    </span>
  </>
);
