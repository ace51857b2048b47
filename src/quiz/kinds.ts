import type { Item } from "./item.ts";
import type { Kind } from "./kind.ts";
import { bytes } from "./kinds/bytes.ts";
import { choice } from "./kinds/choice.tsx";
import { match } from "./kinds/match.ts";
import { multi } from "./kinds/multi.tsx";
import { number } from "./kinds/number.ts";
import { order } from "./kinds/order.ts";
import { predict } from "./kinds/predict.tsx";
import { text } from "./kinds/text.ts";

const kinds: { [Name in Item["kind"]]: Kind<Extract<Item, { kind: Name }>> } = {
  choice,
  multi,
  predict,
  order,
  match,
  number,
  text,
  bytes,
};

/** The descriptor of an item's kind. */
export const kindOf = (item: Item): Kind<Item> => kinds[item.kind];
