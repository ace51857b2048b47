import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import type { Contract } from "#lab-kit/contract.ts";

type LabText = Pick<Contract, "id" | "title" | "summary">;

const contracts = import.meta.glob<Record<string, unknown>>("../labs/*/contract.ts", {
  eager: true,
});
const figures = import.meta.glob<{ default: AstroComponentFactory }>("../labs/*/index.astro");

const presetFiles = import.meta.glob<{ presets: Record<string, { title: string }> }>(
  "../labs/*/presets.ts",
  { eager: true },
);

const isLabText = (value: unknown): value is LabText =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  "title" in value &&
  "summary" in value;

const textOf = (path: string, exports: Record<string, unknown>): LabText => {
  const text = Object.values(exports).find(isLabText);
  if (!text) throw new Error(`${path} = no contract among its exports, a lab's title stands there`);
  return text;
};

/** One lab that the site shows. */
export interface SiteLab extends LabText {
  /** Loads the lab's index.astro. */
  figure: () => Promise<{ default: AstroComponentFactory }>;
  /** Settings that have a name, in the lab's order; the address of the lab may name one. */
  presets: { id: string; title: string }[];
}

const presetsBeside = (path: string): SiteLab["presets"] => {
  const presets = presetFiles[path.replace("contract.ts", "presets.ts")]?.presets ?? {};
  return Object.entries(presets).map(([id, { title }]) => ({ id, title }));
};

/** Every lab that has a contract and an index.astro, by title. */
export const labs: SiteLab[] = Object.entries(contracts)
  .flatMap(([path, exports]) => {
    const figure = figures[path.replace("contract.ts", "index.astro")];
    return figure ? [{ ...textOf(path, exports), figure, presets: presetsBeside(path) }] : [];
  })
  .toSorted((a, b) => a.title.localeCompare(b.title, "en"));
