import { type CollectionEntry, getCollection } from "astro:content";
import { sourceLink } from "#ui/source-link.ts";
import { presetTitle } from "./_preset-title.ts";
import { topicOf } from "./_topics.ts";

type Data = CollectionEntry<"misconceptions">["data"];

/** What shows that a belief is wrong, with the address where readers see it. */
export type ShownBy =
  | { kind: "lab"; lab: string; preset: string; title: string; href: string }
  | { kind: "program"; program: string; href: string }
  | { kind: "not-shown"; reason: string };

/** A wrong belief as the catalogue has it, on its page and in its file. */
export interface Belief {
  id: string;
  ref: string;
  topic: string;
  claim: string;
  truth: string;
  source: { name: string; url?: string };
  lesson: { title: string; href: string };
  shownBy: ShownBy;
  entry: CollectionEntry<"misconceptions">;
}

type Lesson = CollectionEntry<"docs">;

/** The first file of a program in a lesson, whose block has the anchor `<program>-<file>`. */
const anchorOf = ({ id, body = "" }: Lesson, program: string): string => {
  const [, file] = body.match(new RegExp(`runnable="${program}"\\s+file="([^"]+)"`)) ?? [];
  if (file) return `${program}-${file.replaceAll(".", "-")}`;
  throw new Error(`program ${program} = not in ${id}, a misconception is shown by it`);
};

const shownOf = ({ shownBy }: Data, lessons: readonly Lesson[]): ShownBy => {
  if ("cannot" in shownBy) return { kind: "not-shown", reason: shownBy.cannot };
  if ("snippet" in shownBy) {
    const program = shownBy.snippet;
    const lesson = lessons.find(({ body = "" }) => body.includes(`runnable="${program}"`));
    if (!lesson)
      throw new Error(`program ${program} = in no lesson, a misconception is shown by it`);
    return { kind: "program", program, href: `/${lesson.id}/#${anchorOf(lesson, program)}` };
  }
  const { lab, preset } = shownBy;
  const href = `/labs/${lab}/?preset=${preset}`;
  return { kind: "lab", lab, preset, title: presetTitle(lab, preset), href };
};

const beliefOf = (entry: CollectionEntry<"misconceptions">, lessons: readonly Lesson[]): Belief => {
  const { id, data } = entry;
  const lesson = lessons.find((one) => one.id === `lessons/${data.lesson}`);
  if (!lesson) throw new Error(`lesson ${data.lesson} = unknown, ${id} is refuted there`);
  return {
    id,
    ref: data.ref,
    topic: topicOf(data.lesson),
    claim: data.claim,
    truth: data.truth,
    source: sourceLink(data.source),
    lesson: { title: lesson.data.title, href: `/${lesson.id}/` },
    shownBy: shownOf(data, lessons),
    entry,
  };
};

const numberOf = ({ ref }: Belief): number => Number(ref.slice(1));

/** Every wrong belief of the catalogue, in the order of its numbers. */
export const beliefs = async (): Promise<Belief[]> => {
  const [entries, lessons] = await Promise.all([
    getCollection("misconceptions"),
    getCollection("docs"),
  ]);
  return entries
    .map((entry) => beliefOf(entry, lessons))
    .toSorted((a, b) => numberOf(a) - numberOf(b));
};
