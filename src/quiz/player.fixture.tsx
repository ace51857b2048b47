import { render } from "preact";
import { act } from "preact/test-utils";
import { openProgress } from "#progress/store.ts";
import type { Item } from "./item.ts";
import type { AnswersOf, LabRun, RunKey } from "./lab-run.ts";
import { Player, type PlayerProps } from "./Player.tsx";

/** The bytes of a run are the name of its first event, as hex; the first two are its head. */
const bytesFrom = ({ observations: [first] }: LabRun, key: number[]) =>
  first?.what === "arrived" ? { hex: first.event, key } : undefined;

const answersOf: AnswersOf = async () => ({
  answers: { receivers: ({ observations }) => observations.map(({ where }) => where) },
  byteAnswers: {
    "masking-key": (run) => bytesFrom(run, [2, 3, 4, 5]),
    payload: (run) => bytesFrom(run, [6, 7, 8]),
  },
});

interface MountOptions extends Pick<PlayerProps, "presumed" | "followedBy" | "reportHref"> {
  host?: Parameters<typeof openProgress>[0];
  recorded?: RunKey;
}

/** A player of an item in the document, and the hands and eyes of a reader. */
export const mount = async (
  item: Item,
  { host = window, recorded, ...others }: MountOptions = {},
) => {
  const place = document.body.appendChild(document.createElement("div"));
  const progress = openProgress(host);
  await act(() => {
    render(
      <Player
        item={item}
        hash="h1"
        progress={progress}
        answersOf={answersOf}
        recorded={recorded}
        plainAnswer={<p>The plain answer.</p>}
        {...others}
      />,
      place,
    );
  });
  const find = (selector: string) => place.querySelector<HTMLElement>(selector);
  const click = (selector: string) =>
    act(() => {
      const element = find(selector);
      if (!element) throw new Error(`nothing matches ${selector}`);
      element.click();
    });
  return {
    place,
    progress,
    find,
    click,
    choose: (id: string) => click(`input[value="${id}"]`),
    press: () => click(".quiz-press"),
    /** Types into the field, as a whole. */
    type: (text: string) =>
      act(() => {
        const field = place.querySelector<HTMLInputElement>("input[type=text]");
        if (!field) throw new Error("there is no field");
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    /** Chooses from the list of the browser that a label names. */
    select: (label: string, option: string) =>
      act(() => {
        const named = [...place.querySelectorAll("label")].find(
          (each) => each.textContent === label,
        );
        const list = named?.control as HTMLSelectElement | null | undefined;
        if (!list) throw new Error(`no list is called ${label}`);
        list.value = option;
        list.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    status: () => find("[role=status]")?.textContent ?? "",
    button: () => find(".quiz-press")?.textContent,
  };
};
