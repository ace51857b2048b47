import type { Provenance } from "#lab-kit/observation.ts";
import { provenanceWords } from "./provenance-words.ts";

export interface LabNotesProps {
  /** What the lab does not show, one sentence each. */
  leavesOut: readonly string[];
  sources: readonly { name: string; url: string }[];
  provenance?: Provenance;
}

/** What a lab leaves out, how its figures came to be, and where its facts are from. */
export function LabNotes({ leavesOut, sources, provenance }: LabNotesProps) {
  return (
    <details class="lab-notes">
      <summary>What this leaves out, and sources</summary>
      {provenance ? (
        <p>
          These figures are <em>{provenance}</em>. {provenanceWords[provenance]}
        </p>
      ) : null}
      <ul>
        {leavesOut.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sources.length > 0 ? (
        <p>
          {"Sources: "}
          {sources.map(({ name, url }, index) => (
            <span key={url}>
              {index > 0 ? ", " : ""}
              <a href={url}>{name}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </details>
  );
}
