import { sourceLink } from "./source-link.ts";

export interface SourceLinkProps {
  source: string;
}

/** A source, linked where it can be read. */
export function SourceLink({ source }: SourceLinkProps) {
  const { name, url } = sourceLink(source);
  return url ? <a href={url}>{name}</a> : name;
}
