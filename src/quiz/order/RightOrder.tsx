import type { OrderItem } from "../item.ts";
import type { Answer, PlainProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";

interface RightOrderProps {
  item: OrderItem;
  order: Answer;
}

/** The steps in a right order. */
export const RightOrder = ({ item, order }: RightOrderProps) => (
  <div class="quiz-key">
    <p>{item.alsoRight.length > 0 ? "An order that is right:" : "The order is:"}</p>
    <ol>
      {order.map((id) => (
        <li key={id}>
          <Prose html={item.steps.find((step) => step.id === id)?.text ?? ""} />
        </li>
      ))}
    </ol>
  </div>
);

/** The same, and what is said of each step when it is misplaced. */
export const PlainOrder = ({ item }: PlainProps<OrderItem>) => (
  <>
    <p>{item.alsoRight.length > 0 ? "An order that is right:" : "The order is:"}</p>
    <ol>
      {item.steps.map((step) => (
        <li key={step.id}>
          <Prose html={step.text} />
          <p>
            <Prose html={step.feedback} />
          </p>
        </li>
      ))}
    </ol>
  </>
);
