import type { FramePen, Inside } from "./frame-pen.ts";
import type { HeaderTable } from "./header.ts";
import type { HeaderView } from "./header-view.ts";

/** Bytes that are called IP and are another version: nothing behind the first byte is read. */
export function wrongVersion(
  pen: FramePen,
  view: HeaderView<HeaderTable["rows"]>,
  from: number,
  to: number,
): Inside {
  pen.broken(from, `The version is ${(pen.bytes[from] ?? 0) >> 4}, in the place of another.`);
  return { by: "data", number: 0, from: pen.part(view, from, Math.min(from + 1, to)), to };
}
