import { useRef } from "preact/hooks";

/** A button that lets the reader choose a saved run. */
export function OpenRun({ onOpen }: { onOpen: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = input.current?.files?.[0];
    // Emptied, so that choosing the same file again is a change again.
    if (input.current) input.current.value = "";
    if (file) onOpen(file);
  };
  return (
    <>
      <button type="button" class="lab-action" onClick={() => input.current?.click()}>
        Open run
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="A saved run"
        hidden
        onChange={take}
      />
    </>
  );
}
