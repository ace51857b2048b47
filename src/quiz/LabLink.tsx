import { findLabElement, labHref } from "./lab-link.ts";

interface LabLinkProps {
  lab: string;
  preset: string;
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;

/** Leads to the lab with this preset: the one on this page if there is one, since only its runs
 * are heard here, else the lab's own page. */
export const LabLink = ({ lab, preset }: LabLinkProps) => {
  const goToLabHere = (event: MouseEvent) => {
    const element = isPlainClick(event) ? findLabElement(document, lab, preset) : null;
    if (!element) return;
    event.preventDefault();
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };
  return (
    <a href={labHref(lab, preset)} onClick={goToLabHere}>
      the lab {lab}, preset {preset}
    </a>
  );
};
