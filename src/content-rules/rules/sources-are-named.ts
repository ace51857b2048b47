import type { Content, Placed, Rule } from "../content.ts";

interface Named {
  file: string;
  sources: Placed[];
}

const RFC = /^RFC [1-9]\d*(, section [\dA-Z]+(\.\d+)*)?$/;
const ADDRESS = /^https:\/\/\S+$/;

/** The name of a standard, such as *man socket(7)* or *ITU-T X.200*: words, and no RFC or address. */
const isStandard = (text: string): boolean =>
  /^\p{L}[\p{L}\d .,/()-]{2,}$/u.test(text) && !/\bRFC\b|^https?:/i.test(text);

const isNamed = (text: string): boolean => RFC.test(text) || ADDRESS.test(text) || isStandard(text);

const everySource = (content: Content): Named[] => [
  ...[...content.lessons, ...content.questions, ...content.symptoms].map(({ file, sources }) => ({
    file,
    sources,
  })),
  ...[...content.terms, ...content.misconceptions].map(({ file, source }) => ({
    file,
    sources: [source],
  })),
];

/** A source can be found: it is `RFC n` with a section, a standard by its name, or an address. */
export const sourcesAreNamed: Rule = (content) =>
  everySource(content).flatMap(({ file, sources }) =>
    sources
      .filter(({ text }) => !isNamed(text))
      .map(({ text, line }) => ({
        file,
        line,
        expected: "RFC n, section x; the name of a standard; or an https address",
        found: text || "none",
        mend: "Write it so that a reader finds it.",
      })),
  );
