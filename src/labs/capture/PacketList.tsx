import { useEffect, useId, useState } from "preact/hooks";
import { useWidth } from "#ui/use-width.ts";
import type { CaptureLab } from "./capture-lab.ts";
import { listWindow, placeAfterKey, scrollTo } from "./list-window.ts";
import { PacketLine } from "./PacketLine.tsx";

const viewPx = 360;
const wideRowPx = 28;
const narrowRowPx = 68;
/** Least width, in CSS pixels, in which a packet fits into one line. */
const leastWidePx = 620;

/** All packets, of which only those in sight are drawn. One stop for the Tab key. */
export function PacketList({ lab }: { lab: CaptureLab }) {
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  const [scrollPx, setScrollPx] = useState(0);
  const id = useId();
  const isNarrow = widthPx !== undefined && widthPx < leastWidePx;
  const count = lab.listed.value;
  const size = { count, rowPx: isNarrow ? narrowRowPx : wideRowPx, viewPx };
  const { fullPx, first, topPx, visible } = listWindow(size, scrollPx);
  const last = Math.min(count, first + visible);
  const place = lab.place.value;
  const version = lab.rows.version.value;

  useEffect(() => lab.rows.want(first, last), [lab, first, last, version]);
  useEffect(() => {
    if (ref.current && place !== undefined)
      ref.current.scrollTop = scrollTo(size, place, ref.current.scrollTop);
  }, [place, count, size.rowPx]);

  const press = (event: KeyboardEvent): void => {
    const to = placeAfterKey(event.key, place ?? -1, size);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void lab.choose(to);
  };
  if (count === 0)
    return (
      <p class="capture-none" style={`height:${viewPx}px`}>
        No packet fits this filter.
      </p>
    );
  const places = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  const isChosenDrawn = place !== undefined && place >= first && place < last;
  return (
    <div class="capture-list" data-narrow={isNarrow ? "" : undefined}>
      <div class="capture-heads" aria-hidden="true">
        <span>No.</span>
        <span>Time, s</span>
        <span>From</span>
        <span>To</span>
        <span>Protocol</span>
        <span>Summary</span>
      </div>
      <div
        ref={ref}
        class="capture-view"
        role="listbox"
        tabIndex={0}
        aria-label="Packets"
        aria-activedescendant={isChosenDrawn ? `${id}-${place}` : undefined}
        style={`height:${viewPx}px`}
        onScroll={(event) => setScrollPx(event.currentTarget.scrollTop)}
        onKeyDown={press}
      >
        <div class="capture-space" role="presentation" style={`height:${fullPx}px`}>
          <div role="presentation" style={`transform:translateY(${topPx}px)`}>
            {places.map((at) => (
              <PacketLine
                key={at}
                id={`${id}-${at}`}
                row={lab.rows.at(at)}
                place={at}
                count={count}
                heightPx={size.rowPx}
                isChosen={at === place}
                onChoose={() => void lab.choose(at)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
