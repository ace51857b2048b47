/** A source as readers see it: a name, and where it can be read if that is known. */
export interface SourceLink {
  name: string;
  url?: string;
}

const RFC = /^RFC (\d+)(?:, section ([\d.]+))?/;

const rfcUrl = (name: string): string | undefined => {
  const [, number, section] = name.match(RFC) ?? [];
  if (!number) return undefined;
  return `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ""}`;
};

const nameOfPage = (url: string): string => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

/** Reads `RFC n, section x`, the name of a standard, an address, or a name with its address. */
export const sourceLink = (source: string | { name: string; url: string }): SourceLink => {
  if (typeof source !== "string") return source;
  const name = source.trim();
  if (/^https?:\/\//.test(name)) return { name: nameOfPage(name), url: name };
  const url = rfcUrl(name);
  return url ? { name, url } : { name };
};
