import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

const holdsFile = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes("Files") ?? false;

/** Takes a file that is dropped on an element; says whether one hangs over it. */
export function useDrop(root: RefObject<HTMLElement>, take: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const target = root.current;
    if (!target) return;
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      // Without this the browser would leave the page and open the file itself.
      event.preventDefault();
      setIsOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!target.contains(relatedTarget as Node | null)) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      take(file);
    };
    target.addEventListener("dragover", over);
    target.addEventListener("dragleave", leave);
    target.addEventListener("drop", drop);
    return () => {
      target.removeEventListener("dragover", over);
      target.removeEventListener("dragleave", leave);
      target.removeEventListener("drop", drop);
    };
  }, [root]);
  return isOver;
}
