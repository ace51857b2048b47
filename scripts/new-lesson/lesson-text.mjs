import { TODO } from "../new-item/templates.mjs";

/** A page with every part that a lesson has, and TODO wherever there is something to say. */
export const lessonText = ({ slug, title }) => `---
title: "${title}"
description: "${TODO}: what it answers, for lists of lessons."
minutes: 10
objectives:
  - id: new-objective
    text: "${TODO}: what the reader can do afterwards."
sources:
  - name: "${TODO}: what the reader can look up"
    url: "https://www.rfc-editor.org/"
---

import EmitLab from "#labs/emit/index.astro";
import ClosingQuiz from "#starlight/ClosingQuiz.astro";
import Item from "#starlight/Item.astro";

${TODO}: begin with a question, and let the reader say something before anything is explained.

<Item id="${slug}-new-1" />

## See it happen

${TODO}: what to set, what to say before the run, what to look at.

<EmitLab preset="broadcast" />

## What was seen

${TODO}: explain the run, and refute what it has shown to be wrong.

## Closing questions

<ClosingQuiz ids={["${slug}-new-2"]} />
`;
