import { useId } from "preact/hooks";
import "./fields.css";

export interface ChoiceProps<Id extends string> {
  label: string;
  /** The answers by id, in words, in their order. */
  answers: Readonly<Partial<Record<Id, string>>>;
  /** Each answer has a line of its own. */
  isStacked?: boolean;
}

export interface OneOfProps<Id extends string> extends ChoiceProps<Id> {
  chosen: Id | undefined;
  onChoose: (id: Id) => void;
  /** One that is not asked keeps its place, so that nothing moves when it is. */
  isAsked?: boolean;
}

/** A question with one answer out of a few. */
export function OneOf<Id extends string>(props: OneOfProps<Id>) {
  const { label, answers, chosen, onChoose, isAsked = true, isStacked = false } = props;
  const name = useId();
  return (
    <fieldset class={classOf(isStacked, isAsked)}>
      <legend class="field-label">{label}</legend>
      {entriesOf(answers).map(([id, words]) => (
        <label key={id} class="tick">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

export interface SomeOfProps<Id extends string> extends ChoiceProps<Id> {
  chosen: readonly Id[];
  onTick: (id: Id, isTicked: boolean) => void;
  /** Whether an answer has to stay as it is. */
  isFixed?: (id: Id) => boolean;
}

/** A question with one answer or several. */
export function SomeOf<Id extends string>(props: SomeOfProps<Id>) {
  const { label, answers, chosen, onTick, isFixed, isStacked = false } = props;
  return (
    <fieldset class={classOf(isStacked)}>
      <legend class="field-label">{label}</legend>
      {entriesOf(answers).map(([id, words]) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={isFixed?.(id) ?? false}
            onChange={({ currentTarget: { checked } }) => onTick(id, checked)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

const entriesOf = <Id extends string>(answers: ChoiceProps<Id>["answers"]) =>
  Object.entries(answers) as [Id, string][];

const classOf = (isStacked: boolean, isAsked = true): string =>
  `choice${isStacked ? " is-stacked" : ""}${isAsked ? "" : " is-not-asked"}`;
