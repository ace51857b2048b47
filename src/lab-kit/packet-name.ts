/**
 * Says how a packet is named in observations, by its event and data. `undefined`: it is no part of
 * what is observed, such as the fence behind which a run ends.
 */
export type PacketName = (event: string, args: readonly unknown[]) => string | undefined;

/** Every packet is named by its event. */
export const byEvent: PacketName = (event) => event;
