import type { Provenance as ProvenanceWord } from "#lab-kit/observation.ts";
import "./provenance.css";
import { provenanceWords } from "./provenance-words.ts";

/** How a figure came to be, as one word; the title says what the word promises. */
export function Provenance({ word }: { word: ProvenanceWord }) {
  return (
    <span class={`provenance is-${word}`} title={provenanceWords[word]}>
      {word}
    </span>
  );
}
