import { type TcpState, tcpStateNames, tcpTransitions } from "#wire/tcp-states.ts";
import { drawing, isDrawn, lineOf, places } from "./diagram-places.ts";
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
        {tcpTransitions.filter(isDrawn).map((arrow) => (
          <Arrow
            key={`${arrow.from} ${arrow.cause}`}
            line={lineOf(arrow)}
            isSeen={seen.arrows.has(arrow)}
          />
        ))}
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
      <text x={x} y={isSeen ? y - 3 : y + 4} text-anchor="middle">
        {state}
      </text>
      {isSeen ? (
        <text class="life-who" x={x} y={y + 11} text-anchor="middle">
          {sockets.join(" ")}
        </text>
      ) : null}
    </g>
  );
}

function Arrow({ line, isSeen }: { line: ReturnType<typeof lineOf>; isSeen: boolean }) {
  const { x1, y1, x2, y2 } = line;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * 6, y2 - uy * 6];
  const head = `${x2},${y2} ${bx - uy * 3},${by + ux * 3} ${bx + uy * 3},${by - ux * 3}`;
  return (
    <g class={isSeen ? "life-arrow is-seen" : "life-arrow"}>
      <line x1={x1} y1={y1} x2={bx} y2={by} />
      <polygon points={head} />
    </g>
  );
}

/** The arrows in words: what causes each, and what is sent. */
function Arrows({ seen }: { seen: SeenStates }) {
  return (
    <details>
      <summary>The arrows in words</summary>
      <ul class="life-arrows">
        {tcpTransitions.map((arrow) => (
          <li key={`${arrow.from} ${arrow.cause}`} class={seen.arrows.has(arrow) ? "is-seen" : ""}>
            {arrow.from} → {arrow.to}: {arrow.cause}
            {arrow.sends ? `, sends ${arrow.sends}` : ""}
            {seen.arrows.has(arrow) ? " (seen)" : ""}
          </li>
        ))}
      </ul>
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
