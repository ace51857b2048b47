import type { ComponentChildren, RefObject } from "preact";
import { CopyLink } from "./CopyLink.tsx";
import { OpenRun } from "./OpenRun.tsx";
import { useFullScreen } from "./use-full-screen.ts";

/** What a lab can do; a button without its callback is not drawn. */
export interface LabActions {
  /** Back to the preset. */
  onReset?: () => void;
  /** Draws the last run once more. */
  onReplay?: () => void;
  /** Hands the run to the reader as a file. */
  onSaveRun?: () => void;
  /** Takes a file that the reader chose. */
  onOpenRun?: (file: File) => void;
  /** Address of the lab as it is set now, made when it is asked for. */
  linkOf?: () => string;
}

interface LabToolbarProps extends LabActions {
  /** What goes full screen. */
  target: RefObject<HTMLElement>;
  log: { isOpen: boolean; toggle: () => void } | undefined;
}

function Action({
  act,
  children,
}: {
  act?: (() => void) | undefined;
  children: ComponentChildren;
}) {
  return act ? (
    <button type="button" class="lab-action" onClick={act}>
      {children}
    </button>
  ) : null;
}

/** The row of buttons under a lab. */
export function LabToolbar(props: LabToolbarProps) {
  const { target, log, onReset, onReplay, onSaveRun, onOpenRun, linkOf } = props;
  const fullScreen = useFullScreen(target);
  return (
    <div class="lab-toolbar">
      <Action act={onReset}>Reset</Action>
      <Action act={onReplay}>Replay</Action>
      {log ? (
        <button type="button" class="lab-action" aria-expanded={log.isOpen} onClick={log.toggle}>
          Log
        </button>
      ) : null}
      <Action act={onSaveRun}>Save run</Action>
      {onOpenRun ? <OpenRun onOpen={onOpenRun} /> : null}
      {linkOf ? <CopyLink linkOf={linkOf} /> : null}
      {fullScreen.isPossible ? (
        <Action act={fullScreen.toggle}>
          {fullScreen.isOn ? "Leave full screen" : "Full screen"}
        </Action>
      ) : null}
    </div>
  );
}
