import type { ComponentChildren } from "preact";
import { PredictionSign } from "./PredictionSign.tsx";

/** What a reader predicted, and whether the run agrees. */
export interface Predicted {
  /** In words; absent when nothing was predicted. */
  said?: ComponentChildren;
  /** Absent unless it is known. */
  isRight?: boolean | undefined;
}

/** One question about a run. */
export interface PredictionRow extends Predicted {
  /** Its id. */
  ask: string;
  asked: string;
  /** In words; absent when it is not known. */
  happened?: ComponentChildren;
}

export interface PredictionTableProps {
  rows: readonly PredictionRow[];
  /** The run was made before an interruption. */
  isFromBefore: boolean;
}

/** What the reader said, beside what happened. */
export function PredictionTable({ rows, isFromBefore }: PredictionTableProps) {
  return (
    <table class="lab-table">
      <PredictionCaption isFromBefore={isFromBefore} />
      <thead>
        <tr>
          <th scope="col">question</th>
          <th scope="col">you said</th>
          <th scope="col">happened</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ ask, asked, happened, ...predicted }) => (
          <tr key={ask} data-ask={ask}>
            <th scope="row">{asked}</th>
            <PredictedCell {...predicted} />
            <td>{happened ?? "not known"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const PredictionCaption = ({ isFromBefore }: { isFromBefore: boolean }) => (
  <caption>
    What you said, and what happened{isFromBefore ? " before the interruption" : ""}
  </caption>
);

export const PredictedCell = ({ said, isRight }: Predicted) => (
  <td>
    {said ?? (
      <span role="img" aria-label="no prediction">
        –
      </span>
    )}
    <PredictionSign isRight={isRight} />
  </td>
);
