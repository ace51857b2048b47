import type { TargetedMouseEvent } from "preact";
import { findLabElement, labHref, openPreset } from "./lab-link.ts";

interface LabLinkProps {
  lab: string;
  preset: string;
}

type LinkClick = TargetedMouseEvent<HTMLAnchorElement>;

const isPlainClick = (event: LinkClick) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;

/** Leads to the lab with this preset: to one on this page if there is one, which then opens the
 * preset, since only its runs are heard here; else to the lab's own page. */
export const LabLink = ({ lab, preset }: LabLinkProps) => {
  const goToLabHere = (event: LinkClick) => {
    const link = event.currentTarget;
    const element = isPlainClick(event) ? findLabElement(document, lab, preset, link) : null;
    if (!element) return;
    event.preventDefault();
    openPreset(element, preset);
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
