import { type RunFacts, seen } from "./run-facts.ts";

/** When each WebSocket request that nobody answered was taken back, by the exchange's id. */
export function takenBackMs(facts: RunFacts): ReadonlyMap<string, number> {
  const ends = seen(facts, "upgrade-stopped").filter(({ how }) => how === "let-go");
  const unanswered = facts.exchanges.filter(
    ({ transport, answer }) => transport === "websocket" && !answer,
  );
  return new Map(
    unanswered.flatMap(({ id }, index) => {
      const end = ends[index];
      return end ? [[id, end.atMs] as const] : [];
    }),
  );
}
