import { useEffect, useRef, useState } from "preact/hooks";

type Stage = { at: "idle" } | { at: "copied" } | { at: "shown"; link: string };

/** How long the button says that it has copied. */
const copiedMs = 2500;

/** The clipboard exists on trustworthy origins only, and may refuse there too. */
const copy = async (text: string): Promise<boolean> => {
  try {
    // The types promise a clipboard that plain HTTP does not have.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
};

export interface CopyLinkProps {
  linkOf: () => string;
  /** Words on the button; two of them on one page need different ones. */
  label?: string;
}

/** Copies the lab's address; where that is not allowed, shows it selected, to be copied by hand. */
export function CopyLink({ linkOf, label = "Copy link" }: CopyLinkProps) {
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (stage.at === "shown") input.current?.select();
    if (stage.at !== "copied") return;
    const timer = setTimeout(() => setStage({ at: "idle" }), copiedMs);
    return () => clearTimeout(timer);
  }, [stage]);
  const run = async () => {
    const link = linkOf();
    setStage((await copy(link)) ? { at: "copied" } : { at: "shown", link });
  };
  return (
    <>
      <button type="button" class="lab-action" onClick={run}>
        {stage.at === "copied" ? "Link copied" : label}
      </button>
      {stage.at === "shown" ? (
        <label class="lab-link">
          Press Ctrl+C (⌘C) to copy:
          <input ref={input} readOnly value={stage.link} onFocus={() => input.current?.select()} />
        </label>
      ) : null}
    </>
  );
}
