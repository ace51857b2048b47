import { dissectFrame } from "../dissect-frame.ts";
import type { LinkType } from "../link-types.ts";
import { ownershipFaults } from "./ownership.ts";

/** Says what is wrong with the dissection of a frame: lost bytes, layers or marks outside of it. */
export function frameFaults(bytes: Uint8Array, link: LinkType, originalLength?: number): string[] {
  const original = originalLength === undefined ? {} : { originalLength };
  const { fields, layers, stopped } = dissectFrame(bytes, link, original);
  const faults = ownershipFaults({ bytes, plain: bytes, fields });
  let before = 0;
  for (const { layer, from, to } of layers) {
    if (from < before || to < from || to > bytes.length)
      faults.push(`${layer} is ${from} to ${to}`);
    before = to;
  }
  if (stopped && (stopped.at < 0 || stopped.at > bytes.length)) faults.push("stopped outside");
  if (stopped?.code === "truncated" && stopped.need <= stopped.have)
    faults.push(`need ${stopped.need}, have ${stopped.have}`);
  if ((originalLength ?? 0) > bytes.length && !stopped) faults.push("cut short and not marked");
  return faults;
}
