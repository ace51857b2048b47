import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { whileInUse } from "./in-use.ts";
import type { Run } from "./recording.ts";
import { tellRun } from "./run-event.ts";

/** What a widget needs its lab to be able to do. */
export interface UsableLab {
  open(): void;
  close(): void;
}

/**
 * The lab of one widget: made once, opened while it is in use, its runs told to the page.
 *
 * @param make gets the function to call when a run has ended
 * @returns the lab, and the reference for the element around its frame
 */
export function useLab<Lab extends UsableLab>(
  make: (ended: (run: Run) => void) => Lab,
): { lab: Lab; root: RefObject<HTMLDivElement> } {
  const root = useRef<HTMLDivElement>(null);
  const [lab] = useState(() =>
    make((run) => {
      const frame = root.current?.firstElementChild;
      if (frame) tellRun(frame, run);
    }),
  );
  useEffect(() => {
    const { current } = root;
    return current
      ? whileInUse(current, { open: () => lab.open(), close: () => lab.close() })
      : undefined;
  }, [lab]);
  return { lab, root };
}
