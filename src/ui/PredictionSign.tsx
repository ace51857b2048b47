import "./prediction-sign.css";

/** Whether prediction and run agree: a sign of its own, with a word for those who do not see it. */
export function PredictionSign({ isRight }: { isRight: boolean | undefined }) {
  if (isRight === undefined) return null;
  return (
    <span
      class="prediction-sign"
      role="img"
      aria-label={isRight ? "as predicted" : "not as predicted"}
    >
      {isRight ? " =" : " ≠"}
    </span>
  );
}
