interface ProseProps {
  /** HTML made by `renderInline` at build time, where raw HTML was escaped. */
  html: string;
}

/** A text of an item. */
export const Prose = ({ html }: ProseProps) => <span dangerouslySetInnerHTML={{ __html: html }} />;
