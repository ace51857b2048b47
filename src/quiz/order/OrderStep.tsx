import type { OrderItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";

type Step = OrderItem["steps"][number];

interface OrderStepProps extends ViewProps<OrderItem> {
  step: Step;
  isFirst: boolean;
  isLast: boolean;
  move: (id: string, by: -1 | 1) => void;
}

const ways = [
  { by: -1, sign: "↑", name: "Move up", key: "ArrowUp" },
  { by: 1, sign: "↓", name: "Move down", key: "ArrowDown" },
] as const;

/** The id of one of a step's buttons. */
export const moveButtonId = (name: string, id: string, by: -1 | 1): string =>
  `${name}-${id}-${by === 1 ? "down" : "up"}`;

/** One step with its two buttons, and its mark and note once it has them. */
export const OrderStep = ({ step, isFirst, isLast, move, ...view }: OrderStepProps) => {
  const { id } = step;
  const textId = `${view.name}-${id}-text`;
  const part = view.parts[id];
  const byKey = (event: KeyboardEvent) => {
    const way = ways.find(({ key }) => key === event.key);
    if (!way) return;
    event.preventDefault();
    move(id, way.by);
  };
  return (
    <li data-part={part}>
      <div class="quiz-step">
        <span id={textId}>
          <Prose html={step.text} />
        </span>
        <span class="quiz-moves">
          {ways.map(({ by, sign, name }) => {
            const buttonId = moveButtonId(view.name, id, by);
            return (
              <button
                key={by}
                type="button"
                id={buttonId}
                aria-label={name}
                aria-labelledby={`${buttonId} ${textId}`}
                aria-disabled={view.isLocked || (by === -1 ? isFirst : isLast)}
                onClick={() => move(id, by)}
                onKeyDown={byKey}
              >
                <span aria-hidden="true">{sign}</span>
              </button>
            );
          })}
        </span>
      </div>
      {part && (
        <p class="quiz-note">
          <strong>
            <span aria-hidden="true">{view.words[part][0]} </span>
            {view.words[part][1]}
          </strong>{" "}
          {view.notes[id] && <Prose html={view.notes[id]} />}
        </p>
      )}
    </li>
  );
};
