import type { Contract } from "#lab-kit/contract.ts";

type LabText = Pick<Contract, "id" | "title" | "summary">;

const contracts = import.meta.glob<Record<string, unknown>>("../labs/*/contract.ts", {
  eager: true,
});
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
  /** Settings that have a name, in the lab's order; the address of the lab may name one. */
  presets: { id: string; title: string }[];
}

const presetsBeside = (path: string): SiteLab["presets"] => {
  const presets = presetFiles[path.replace("contract.ts", "presets.ts")]?.presets ?? {};
  return Object.entries(presets).map(([id, { title }]) => ({ id, title }));
};

/** Every lab, by title. */
export const labs: SiteLab[] = Object.entries(contracts)
  .map(([path, exports]) => ({ ...textOf(path, exports), presets: presetsBeside(path) }))
  .toSorted((a, b) => a.title.localeCompare(b.title, "en"));

/** The lab of this id; its page is made from its folder, so that it has one. */
export const labNamed = (id: string): SiteLab => {
  const lab = labs.find((one) => one.id === id);
  if (!lab) throw new Error(`src/labs/${id}/contract.ts has another id than its folder`);
  return lab;
};
