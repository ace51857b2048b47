import type { Provenance } from "#lab-kit/observation.ts";

/** What each provenance word promises, for the reader. */
export const provenanceWords: Readonly<Record<Provenance, string>> = {
  observed: "It happened in this session.",
  computed: "Tested code worked it out from your input.",
  modelled: "A simulation; what it leaves out is listed.",
  recorded: "A replay of an earlier run.",
};
