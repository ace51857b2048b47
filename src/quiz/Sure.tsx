import { type Confidence, confidences } from "#progress/format.ts";

interface SureProps {
  name: string;
  confidence: Confidence | undefined;
  isLocked: boolean;
  onConfidence: (confidence: Confidence) => void;
}

const labels: Record<Confidence, string> = { guess: "a guess", fairly: "fairly", sure: "sure" };

/** Asks for the reader's confidence, before the result is known. */
export const Sure = ({ name, confidence, isLocked, onConfidence }: SureProps) => (
  <fieldset class="quiz-sure">
    <legend>How sure are you?</legend>
    {confidences.map((each) => (
      <label key={each}>
        <input
          type="radio"
          name={`${name}-sure`}
          value={each}
          autocomplete="off"
          checked={confidence === each}
          disabled={isLocked}
          onChange={() => onConfidence(each)}
        />
        {labels[each]}
      </label>
    ))}
  </fieldset>
);
