import { useSignal } from "@preact/signals";
import {
  type TcpState,
  type TcpTransition,
  tcpStateNames,
  tcpTransitions,
} from "#wire/tcp-states.ts";
import { arrowPath, drawing, isDrawn, lineOf, places } from "./diagram-places.ts";
import type { SeenStates } from "./seen-states.ts";

/**
 * The standard's diagram of states. Those that the kernel's table showed in this run are lit, with
 * the sockets that were in them; the others stay as they are.
 */
export function StateDiagram({ seen }: { seen: SeenStates }) {
  return (
    <figure class="life-diagram">
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={wordsOf(seen)}
        focusable="false"
      >
        <path class="life-arrow" d={pathOf((arrow) => !seen.arrows.has(arrow))} />
        <path class="life-arrow is-seen" d={pathOf((arrow) => seen.arrows.has(arrow))} />
        {tcpStateNames.map((state) => (
          <Box key={state} state={state} sockets={seen.states.get(state) ?? []} />
        ))}
      </svg>
      <figcaption>
        The states of a TCP connection, as in RFC 9293. Lit is what the kernel’s table showed in
        this run; an arrow is lit when two readings of one socket are at its ends.
      </figcaption>
      <Arrows seen={seen} />
    </figure>
  );
}

function Box({ state, sockets }: { state: TcpState; sockets: readonly string[] }) {
  const { x, y } = places[state];
  const { boxWidth, boxHeight } = drawing;
  const isSeen = sockets.length > 0;
  return (
    <g class={isSeen ? "life-box is-seen" : "life-box"}>
      <rect x={x - boxWidth / 2} y={y - boxHeight / 2} width={boxWidth} height={boxHeight} rx="6" />
      <text x={x} y={isSeen ? y - 3 : y + 4}>
        {state}
      </text>
      {isSeen ? (
        <text class="life-who" x={x} y={y + 11}>
          {sockets.join(" ")}
        </text>
      ) : null}
    </g>
  );
}

/** All arrows of one kind as one path: a page may hold several of these drawings. */
const pathOf = (is: (arrow: TcpTransition) => boolean): string =>
  tcpTransitions
    .filter((arrow) => isDrawn(arrow) && is(arrow))
    .map((arrow) => arrowPath(lineOf(arrow)))
    .join("");

/** The arrows in words: what causes each, and what is sent. Written out when it is opened. */
function Arrows({ seen }: { seen: SeenStates }) {
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>The arrows in words</summary>
      {isOpen.value ? (
        <ul class="life-arrows">
          {tcpTransitions.map((arrow) => (
            <li
              key={`${arrow.from} ${arrow.cause}`}
              class={seen.arrows.has(arrow) ? "is-seen" : ""}
            >
              {arrow.from} → {arrow.to}: {arrow.cause}
              {arrow.sends ? `, sends ${arrow.sends}` : ""}
              {seen.arrows.has(arrow) ? " (seen)" : ""}
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function wordsOf({ states }: SeenStates): string {
  const lit = tcpStateNames.flatMap((state) => {
    const sockets = states.get(state);
    return sockets ? [`${state} ${sockets.join(", ")}`] : [];
  });
  return `State diagram: ${lit.length > 0 ? `seen were ${lit.join("; ")}` : "Nothing has happened yet"}`;
}
