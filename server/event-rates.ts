import { type Allows, allowsPerSecond } from "#lab-kit/server/rate.ts";

/** Says whether one more event of the bench's own clients, or of its guest, is allowed now. */
export type EventRates = (isGuest: boolean) => boolean;

/** The guest has a bucket of its own, so that it cannot use up the owner's. */
export function eventRates(perSecond: number): EventRates {
  let ofOwner: Allows | undefined;
  let ofGuest: Allows | undefined;
  return (isGuest) => {
    if (isGuest) ofGuest ??= allowsPerSecond(perSecond);
    else ofOwner ??= allowsPerSecond(perSecond);
    return (isGuest ? ofGuest : ofOwner)?.() ?? false;
  };
}
