// Which of the item's four listeners books a repeated payment once and answers each attempt: when
// the second comes while the first is at work, and when it comes later.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const file = new URL("../delivery-guarantees.yaml", import.meta.url);
const { items } = parse(readFileSync(file, "utf8"));
const { options } = items.find(({ verify }) => verify === "books-once.mjs");

async function attempts(code, areTogether) {
  let booked = 0;
  let answers = 0;
  const book = async () => {
    booked += 1;
  };
  const ack = () => {
    answers += 1;
  };
  const listener = new Function("book", "seen", "done", `return ${code};`)(
    book,
    new Set(),
    new Map(),
  );
  const first = listener("p1", 10, ack);
  if (!areTogether) await first;
  await Promise.all([first, listener("p1", 10, ack)]);
  return booked === 1 && answers === 2;
}

for (const { id, text } of options) {
  const code = text.replaceAll("`", "");
  if ((await attempts(code, true)) && (await attempts(code, false))) console.log(id);
}
