/** Titles alone: a page that only links to labs shall not load their looks. */
const presetFiles = import.meta.glob<{ presets: Record<string, { title: string }> }>(
  "../labs/*/presets.ts",
  { eager: true },
);

/** What a lab calls one of its presets. Throws when it has none of that name. */
export const presetTitle = (lab: string, preset: string): string => {
  const title = presetFiles[`../labs/${lab}/presets.ts`]?.presets[preset]?.title;
  if (title) return title;
  throw new Error(`preset ${preset} of lab ${lab} = unknown, a page links to it`);
};
