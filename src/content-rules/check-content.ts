import type { Content, Rule } from "./content.ts";
import { anchorsExist } from "./rules/anchors-exist.ts";
import { asksExist } from "./rules/asks-exist.ts";
import { entriesAreWhole } from "./rules/entries-are-whole.ts";
import { filesAreReadable } from "./rules/files-are-readable.ts";
import { imagesHaveText } from "./rules/images-have-text.ts";
import { itemsArePlaced } from "./rules/items-are-placed.ts";
import { keysAreEven } from "./rules/keys-are-even.ts";
import { keysAreHidden } from "./rules/keys-are-hidden.ts";
import { lessonsAreWhole } from "./rules/lessons-are-whole.ts";
import { lessonsExist } from "./rules/lessons-exist.ts";
import { linksResolve } from "./rules/links-resolve.ts";
import { misconceptionsAreDistractors } from "./rules/misconceptions-are-distractors.ts";
import { misconceptionsAreRefuted } from "./rules/misconceptions-are-refuted.ts";
import { misconceptionsAreShown } from "./rules/misconceptions-are-shown.ts";
import { misconceptionsExist } from "./rules/misconceptions-exist.ts";
import { namesAreUnique } from "./rules/names-are-unique.ts";
import { objectivesAreShown } from "./rules/objectives-are-shown.ts";
import { objectivesAreTested } from "./rules/objectives-are-tested.ts";
import { objectivesExist } from "./rules/objectives-exist.ts";
import { optionsAreFair } from "./rules/options-are-fair.ts";
import { presetsExist } from "./rules/presets-exist.ts";
import { programsAreWhole } from "./rules/programs-are-whole.ts";
import { proseIsCalm } from "./rules/prose-is-calm.ts";
import { questionsAreAnswered } from "./rules/questions-are-answered.ts";
import { sourcesAreNamed } from "./rules/sources-are-named.ts";
import { symptomsAreCured } from "./rules/symptoms-are-cured.ts";
import { termsAreUsed } from "./rules/terms-are-used.ts";
import { termsExist } from "./rules/terms-exist.ts";
import { textsAreWritten } from "./rules/texts-are-written.ts";
import { verifiersExist } from "./rules/verifiers-exist.ts";
import type { Violation } from "./violation.ts";

/** Every rule on content. A new one is a file in rules/ and a line here. */
export const rules = {
  anchorsExist,
  asksExist,
  entriesAreWhole,
  filesAreReadable,
  imagesHaveText,
  itemsArePlaced,
  keysAreEven,
  keysAreHidden,
  lessonsAreWhole,
  lessonsExist,
  linksResolve,
  misconceptionsAreDistractors,
  misconceptionsAreRefuted,
  misconceptionsAreShown,
  misconceptionsExist,
  namesAreUnique,
  objectivesAreShown,
  objectivesAreTested,
  objectivesExist,
  optionsAreFair,
  presetsExist,
  programsAreWhole,
  proseIsCalm,
  questionsAreAnswered,
  symptomsAreCured,
  sourcesAreNamed,
  termsAreUsed,
  termsExist,
  textsAreWritten,
  verifiersExist,
} as const satisfies Record<string, Rule>;

/**
 * Everything that breaks a rule, rule by rule. While some file cannot be read, only that is said:
 * the other rules would miss what stands in it.
 */
export const checkContent = (content: Content): Violation[] => {
  const unreadable = rules.filesAreReadable(content);
  return unreadable.length > 0
    ? unreadable
    : Object.values<Rule>(rules).flatMap((rule) => rule(content));
};
