/** Time for the pointer to cross the gap between a term and its card. */
const LEAVE_DELAY_MS = 180;

const cardOf = (term: HTMLElement): HTMLElement | null =>
  document.getElementById(term.getAttribute("popovertarget") ?? "");

const openOnHover = (term: HTMLElement, card: HTMLElement): void => {
  let closing: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(closing);
    if (!card.matches(":popover-open")) card.showPopover({ source: term });
  };
  const close = () => {
    clearTimeout(closing);
    closing = setTimeout(() => card.hidePopover(), LEAVE_DELAY_MS);
  };
  for (const part of [term, card]) {
    part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open());
    part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && close());
  }
  // Hover or focus has opened the card already: a click or Enter must not close it again.
  term.addEventListener("click", (event) => {
    const isTap = event.pointerType !== "mouse" && event.pointerType !== "";
    if (!isTap && card.matches(":popover-open")) event.preventDefault();
  });
  // Escape inside the card brings the focus back to its term, which must not open it again.
  let isBringingBack = false;
  card.addEventListener("beforetoggle", ({ newState }) => {
    isBringingBack = newState === "closed" && card.contains(document.activeElement);
  });
  card.addEventListener("toggle", () => {
    isBringingBack = false;
  });
  term.addEventListener("focus", () => {
    if (term.matches(":focus-visible") && !isBringingBack) open();
  });
  term.addEventListener("blur", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) close();
  });
};

/** Lets the cards of all terms open on hover and focus too; a tap needs no script. */
export const openTermsOnHover = (): void => {
  for (const term of document.querySelectorAll<HTMLElement>(".term")) {
    const card = cardOf(term);
    if (card) openOnHover(term, card);
  }
};
