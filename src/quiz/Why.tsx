import type { Item } from "./item.ts";
import { LabLink } from "./LabLink.tsx";
import { placeOf } from "./lab-link.ts";
import { Prose } from "./Prose.tsx";

interface WhyProps {
  item: Item;
  /** Where a mistake in the question can be reported, if there is such a place. */
  reportHref?: string | undefined;
}

/** The explanation at the end, right or wrong, and where to see it happen. */
export const Why = ({ item, reportHref }: WhyProps) => {
  const place = placeOf(item);
  return (
    <div class="quiz-why">
      <p>
        <strong>Why. </strong>
        <Prose html={item.explain} />
      </p>
      <p>
        See it in{" "}
        {"lab" in item.see ? <LabLink {...item.see} /> : <a href={place.href}>{place.text}</a>}.
      </p>
      {reportHref && (
        <p class="quiz-report">
          <a href={reportHref}>Something is wrong with this question</a>
        </p>
      )}
    </div>
  );
};
