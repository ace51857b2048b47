import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { commonFailures, type FailureText } from "#lab-kit/failures.ts";
import type { Provenance as ProvenanceWord } from "#lab-kit/observation.ts";
import "./buttons.css";
import "./lab-frame.css";
import "./lab-table.css";
import { LabBanner } from "./LabBanner.tsx";
import { LabNotes, type LabNotesProps } from "./LabNotes.tsx";
import { type LabActions, LabToolbar } from "./LabToolbar.tsx";
import { type LabState, labStateWords } from "./lab-state.ts";
import { Provenance } from "./Provenance.tsx";

export interface LabFrameProps extends LabNotesProps, LabActions {
  /** Id of the lab, as in its folder's name. */
  lab: string;
  title: string;
  /** Name of the setting that it starts with, if that has one. */
  preset?: string;
  /** What that setting is about; tells two of the same lab on one page apart. */
  about?: string;
  state: LabState;
  /** Of what is shown now; absent while nothing is. */
  provenance?: ProvenanceWord;
  /** What went wrong last, until the lab takes it back. */
  failure?: FailureText;
  /** How the last run ended, in one sentence. */
  status?: string;
  /** Settings, beside the body on wide pages and above it on narrow ones. */
  controls?: ComponentChildren;
  /** The drawing. */
  children?: ComponentChildren;
  /** Under both: the table of what happened. */
  results?: ComponentChildren;
  /** Under all: the lines of code of the run. */
  code?: ComponentChildren;
  /** The run as text; the toolbar has a switch for it. */
  log?: ComponentChildren;
}

/** The frame of every lab: what it is, how it stands, what it shows, what can be done with it. */
export function LabFrame(props: LabFrameProps) {
  const { lab, title, state, provenance, failure, status, controls, children, log } = props;
  const root = useRef<HTMLElement>(null);
  const [isLogOpen, setIsLogOpen] = useState(false);
  return (
    <section
      class="lab not-content"
      ref={root}
      data-lab={lab}
      data-preset={props.preset}
      data-state={state}
      data-provenance={provenance ?? ""}
      aria-label={`Lab: ${title}${props.about ? ` ${props.about}` : ""}`}
    >
      <header class="lab-head">
        <p class="lab-title">Lab: {title}</p>
        <span class="lab-state">{labStateWords[state]}</span>
        <span class="lab-provenance">{provenance ? <Provenance word={provenance} /> : null}</span>
      </header>
      {bannersOf(state, failure).map((text) => (
        <LabBanner key={text.says} text={text} />
      ))}
      <div class="lab-body">
        {controls ? <div class="lab-controls">{controls}</div> : null}
        <div class="lab-main">
          {children}
          <p class="lab-status" role="status">
            {status}
          </p>
          {props.results ? <div class="lab-results">{props.results}</div> : null}
          {props.code ? <div class="lab-code">{props.code}</div> : null}
        </div>
      </div>
      {log && isLogOpen ? <div class="lab-log">{log}</div> : null}
      <footer class="lab-foot">
        <LabToolbar
          {...props}
          target={root}
          log={log ? { isOpen: isLogOpen, toggle: () => setIsLogOpen(!isLogOpen) } : undefined}
        />
        <LabNotes {...props} />
      </footer>
    </section>
  );
}

/** What went wrong, and that the server is away; a command that it did not answer says the same. */
function bannersOf(state: LabState, failure: FailureText | undefined): FailureText[] {
  const away = state === "lost" ? [commonFailures.disconnected] : [];
  return failure && failure.says !== away[0]?.says ? [failure, ...away] : away;
}
