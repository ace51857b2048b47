import { useLayoutEffect, useState } from "preact/hooks";
import type { OrderItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { moved } from "./moved.ts";
import { moveButtonId, OrderStep } from "./OrderStep.tsx";
import { isSameOrder, startOrder } from "./orders.ts";
import { RightOrder } from "./RightOrder.tsx";

interface Move {
  id: string;
  by: -1 | 1;
  place: number;
}

/** Steps that are moved up and down by buttons or arrow keys. Each move is announced. */
export const OrderView = (view: ViewProps<OrderItem>) => {
  const { item, name, isLocked } = view;
  const order = view.answer.length > 0 ? view.answer : startOrder(item);
  const [last, setLast] = useState<Move>();

  // Moving an element in the document takes the focus from its button.
  useLayoutEffect(() => {
    if (last) document.getElementById(moveButtonId(name, last.id, last.by))?.focus();
  }, [last, name]);

  const move = (id: string, by: -1 | 1) => {
    const next = moved(order, id, by);
    if (isLocked || isSameOrder(next, order)) return;
    setLast({ id, by, place: next.indexOf(id) + 1 });
    view.onAnswer(next);
  };
  const steps = order.flatMap((id) => item.steps.find((step) => step.id === id) ?? []);
  return (
    <>
      <ol class="quiz-order">
        {steps.map((step, index) => (
          <OrderStep
            {...view}
            key={step.id}
            step={step}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            move={move}
          />
        ))}
      </ol>
      <p class="sr-only" aria-live="polite">
        {last && !isLocked && `Now at place ${last.place} of ${steps.length}.`}
      </p>
      {view.shownKey && !isSameOrder(view.shownKey, order) && (
        <RightOrder item={item} order={view.shownKey} />
      )}
    </>
  );
};
