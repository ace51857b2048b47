import type { Observation } from "#lab-kit/observation.ts";

/**
 * What a guest's page may see of the server's observations: those about its own client, without the
 * names and rooms of the others.
 */
export const guestView = (batch: readonly Observation[], guest: string): Observation[] =>
  batch.flatMap((seen): Observation[] => {
    if (seen.clock !== "server") return [];
    if (seen.what === "received") return seen.from === guest ? [seen] : [];
    if (seen.what === "acknowledged") return seen.to === guest ? [seen] : [];
    if (seen.what !== "written" || !seen.write.recipients.includes(guest)) return [];
    const { kind } = seen.write;
    const write = { recipients: [guest], kind, rooms: [], except: [], memberships: {} };
    return [{ ...seen, write }];
  });
