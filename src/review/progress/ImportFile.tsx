import { useRef } from "preact/hooks";
import { importFile } from "./import-file.ts";

/** A button that lets the reader choose a file with answers, which are added to those here. */
export const ImportFile = ({ onDone }: { onDone: (said: string) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const take = async () => {
    const file = input.current?.files?.[0];
    if (!file) return;
    onDone(await importFile(file));
    // Emptied, so that choosing the same file again is a change again.
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => input.current?.click()}>
        Read a file
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="A file with answers"
        hidden
        onChange={() => void take()}
      />
    </>
  );
};
