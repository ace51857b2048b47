import type { Leases } from "./leases.ts";

/** Leases for what a run keeps open, until it gives them back. */
export interface HeldLeases {
  count: number;
  giveBack(): void;
}

/** A hidden tab is never told; any other is, a little after it asked. */
const decideWithinMs = 500;

/**
 * Asks for leases for a run, and takes what there is: nobody waits for another tab.
 *
 * @param lost called when one is taken back; what it was for has to end at once
 */
export async function holdLeases(
  leases: Leases,
  wanted: number,
  lost: () => void,
): Promise<HeldLeases> {
  const backs: (() => void)[] = [];
  const asks = Array.from(
    { length: wanted },
    () =>
      new Promise<boolean>((decided) => {
        let wasHeld = false;
        const back = leases.ask("lane", (isHeld) => {
          if (wasHeld && !isHeld) lost();
          wasHeld = isHeld;
          decided(isHeld);
        });
        backs.push(back);
        setTimeout(() => decided(false), decideWithinMs);
      }),
  );
  const held = await Promise.all(asks);
  for (const [index, isHeld] of held.entries()) if (!isHeld) backs[index]?.();
  return {
    count: held.filter(Boolean).length,
    giveBack: () => {
      for (const back of backs) back();
    },
  };
}
