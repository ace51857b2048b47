import { defineCollection } from "astro:content";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { quizFile } from "#quiz/schema.ts";
import { lessonIdOf } from "#starlight/lesson-id.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is words of a-z and 0-9 with hyphens");
const sentence = z.string().trim().min(3);

/** `RFC n, section x`, the name of a standard, or a page with its address. */
const source = z.union([sentence, z.strictObject({ name: sentence, url: z.url() })]);

const lesson = z.strictObject({
  description: sentence,
  objectives: z.array(z.strictObject({ id, text: sentence })),
  minutes: z.int().nonnegative(),
  needs: z.array(id).default([]),
  teaches: z.array(id).default([]),
  refutes: z.array(id).default([]),
  answers: z.array(z.int().min(1).max(6)).default([]),
  sources: z.array(source).default([]),
});

const preset = { lab: id, preset: id };

const misconception = z.strictObject({
  ref: z.string().regex(/^M\d+$/),
  claim: sentence,
  truth: sentence,
  source,
  lesson: id,
  shownBy: z.union([
    z.strictObject({ ...preset, expect: z.record(z.string(), z.json()) }),
    z.strictObject({ snippet: id }),
    z.strictObject({ cannot: sentence }),
  ]),
});

/** Six study questions, then ten terms, as readers were asked them. */
const QUESTION_COUNT = 6;
const TERM_COUNT = 10;
const lastNumber = QUESTION_COUNT + TERM_COUNT;

const answeredQuestion = z.strictObject({
  asks: sentence,
  common: sentence,
  verdict: z.enum(["incomplete", "partly-wrong", "wrong"]),
  because: sentence,
  misconceptions: z.array(id),
  see: z.array(z.strictObject({ ...preset, watch: sentence })).min(1),
  lesson: id,
  sources: z.array(source).min(1),
});

const question = z.union([
  answeredQuestion.extend({ number: z.int().min(1).max(QUESTION_COUNT) }),
  answeredQuestion.extend({
    number: z
      .int()
      .min(QUESTION_COUNT + 1)
      .max(lastNumber),
    term: id,
  }),
]);

/** Groups of symptoms, in the order of their page. */
const symptomTopics = ["connecting", "events", "breaks", "sockets"] as const;

const symptom = z
  .strictObject({
    topic: z.enum(symptomTopics),
    title: sentence,
    looks: sentence,
    see: z.array(z.strictObject({ ...preset, watch: sentence })),
    /** What the page itself shows, where no lab can. */
    frame: z.literal("cors").optional(),
    cause: sentence,
    lesson: id,
    misconceptions: z.array(id).default([]),
    sources: z.array(source).min(1),
    threads: z.array(z.strictObject({ title: sentence, url: z.url() })).default([]),
  })
  .refine(({ see, frame }) => see.length > 0 || frame, "a symptom is shown by a run or a frame");

const glossaryTerm = z.strictObject({ term: z.string().min(1), short: sentence, source });

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: "./content/lessons",
      pattern: "**/[^_]*.{md,mdx}",
      generateId: ({ entry }) => lessonIdOf(entry),
    }),
    schema: docsSchema({ extend: lesson }),
  }),
  quizzes: defineCollection({
    loader: glob({ base: "./content/quizzes", pattern: "*.yaml" }),
    schema: quizFile,
  }),
  glossary: defineCollection({
    loader: glob({ base: "./content/glossary", pattern: "*.md" }),
    schema: glossaryTerm,
  }),
  questions: defineCollection({
    loader: glob({ base: "./content/questions", pattern: "*.md" }),
    schema: question,
  }),
  symptoms: defineCollection({
    loader: glob({ base: "./content/symptoms", pattern: "*.md" }),
    schema: symptom,
  }),
  misconceptions: defineCollection({
    loader: glob({ base: "./content/misconceptions", pattern: "*.md" }),
    schema: misconception,
  }),
  // Starlight asks for it and warns when it is missing or empty.
  i18n: defineCollection({ loader: () => [{ id: "en" }], schema: i18nSchema() }),
};
