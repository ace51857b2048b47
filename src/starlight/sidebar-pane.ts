/**
 * The list of lessons: a popover on a narrow page, where it opens and closes without a script, and
 * a column beside the text on a wide one. While it is open the page behind it is out of reach.
 */
export class SidebarPane extends HTMLElement {
  connectedCallback() {
    const isWide = matchMedia("(min-width: 50em)");
    const adapt = () => {
      this.popover = isWide.matches ? null : "auto";
    };
    adapt();
    isWide.addEventListener("change", adapt);
    this.addEventListener("toggle", ({ newState }) => {
      const isOpen = newState === "open";
      for (const behind of document.querySelectorAll(".main-frame, .skip-link")) {
        behind.toggleAttribute("inert", isOpen);
      }
    });
  }
}
