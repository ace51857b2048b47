import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaptureLab } from "./capture-lab.ts";
import type { ConversationStep, ConversationView } from "./model.ts";
import { conversationName, markWords, protocolWords, timeText } from "./protocol-words.ts";

/**
 * Both sides as lanes, time downwards, an arrow for each packet. Arrows are level: the capture saw
 * each packet once, and knows nothing of its way.
 */
export function Conversation({ lab, view }: { lab: CaptureLab; view: ConversationView }) {
  const { conversation, sides, steps, count } = view;
  const [left, right] = sides;
  const chosen = lab.detail.value?.row.index;
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (list.current) reveal(list.current);
  }, [chosen, view]);
  return (
    <section class="capture-conversation" aria-label={`Conversation: ${left} and ${right}`}>
      <p class="capture-head">Conversation: {conversationName(conversation)}</p>
      <div class="capture-lanes">
        <span>{left}</span>
        <span>{right}</span>
      </div>
      {steps.length < count ? (
        <p>
          {steps.length} of {count.toLocaleString("en")} packets, those around the chosen one.
        </p>
      ) : null}
      <ol ref={list}>
        {steps.map((step) => (
          <li key={step.row.index}>
            <Arrow
              step={step}
              isChosen={step.row.index === chosen}
              onChoose={() => void lab.chooseIndex(step.row.index)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Scrolls inside of the list alone; under pointer or focus the reader has chosen the place. */
function reveal(list: HTMLElement): void {
  const arrow = list.querySelector<HTMLElement>("[aria-pressed=true]");
  if (!arrow || list.matches(":hover, :focus-within")) return;
  list.scrollTop = arrow.offsetTop - list.offsetTop - list.clientHeight / 2;
}

interface ArrowProps {
  step: ConversationStep;
  isChosen: boolean;
  onChoose: () => void;
}

function Arrow({ step: { row, way }, isChosen, onChoose }: ArrowProps) {
  const says = [protocolWords[row.protocol], ...row.marks.map((mark) => markWords[mark])].join(
    ", ",
  );
  return (
    <button
      type="button"
      class="capture-arrow layer"
      data-layer={row.protocol}
      data-way={way}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span class="capture-when">{timeText(row.atMs)}</span>
      <span class="sr-only">
        {row.from} to {row.to}:
      </span>
      <span class="capture-way">
        <span class="capture-says">
          <b>{says}</b> {row.summary}
        </span>
        <span class="capture-shaft" />
      </span>
    </button>
  );
}
