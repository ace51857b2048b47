import { type Observation, seen } from "#lab-kit/observation.ts";
import { type TcpState, type TcpTransition, tcpTransitions } from "#wire/tcp-states.ts";

/** What of the standard's diagram was seen in a run. */
export interface SeenStates {
  /** Names of the sockets that were read in each state. */
  states: ReadonlyMap<TcpState, readonly string[]>;
  /** Arrows between two readings of one socket. */
  arrows: ReadonlySet<TcpTransition>;
}

/**
 * The states that the kernel's rows were in, and the arrows that lead from one reading of a row
 * straight to the next. What happened in between is not concluded. A row that is not there says
 * nothing: CLOSED is no row.
 */
export function seenStates(observations: readonly Observation[]): SeenStates {
  const states = new Map<TcpState, string[]>();
  const arrows = new Set<TcpTransition>();
  const last = new Map<string, TcpState>();
  for (const { tcp } of seen(observations, "kernel")) {
    for (const { socket = "", state } of tcp) {
      const names = states.get(state) ?? [];
      if (!names.includes(socket)) states.set(state, [...names, socket]);
      const from = last.get(socket);
      if (from !== state) for (const arrow of between(from, state)) arrows.add(arrow);
      last.set(socket, state);
    }
  }
  return { states, arrows };
}

const between = (from: TcpState | undefined, to: TcpState): TcpTransition[] =>
  tcpTransitions.filter((arrow) => arrow.from === from && arrow.to === to);
