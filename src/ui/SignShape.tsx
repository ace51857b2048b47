import type { Sign } from "./timeline-signs.ts";

/** One sign on a lane, around its point. */
export function SignShape({ sign: { shape, x, y } }: { sign: Sign }) {
  const name = `timeline-sign is-${shape}`;
  switch (shape) {
    case "dot":
      return <circle class={name} cx={x} cy={y} r={4.5} />;
    case "ring":
      return <circle class={name} cx={x} cy={y} r={5.5} />;
    case "box":
      return <rect class={name} x={x - 5} y={y - 5} width={10} height={10} rx={2} />;
    case "tick":
      return <path class={name} d={`M${x - 5} ${y}h10`} />;
    case "cross":
      return <path class={name} d={`M${x - 5} ${y - 5}l10 10m0-10l-10 10`} />;
  }
}
