import { useRef } from "preact/hooks";
import { deleteAll } from "#progress/delete-all.ts";
import { storeTroubleText } from "#progress/store-trouble-text.ts";

interface DeleteAllProps {
  answerCount: number;
  onDone: (said: string) => void;
}

const deleteNow = (): string => {
  const trouble = deleteAll(window);
  return trouble ? storeTroubleText[trouble] : "All answers were deleted from this browser.";
};

/** Deletes all answers, after asking. */
export const DeleteAll = ({ answerCount, onDone }: DeleteAllProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    onDone(deleteNow());
  };
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => dialog.current?.showModal()}>
        Delete all
      </button>
      <dialog ref={dialog} class="kept-dialog" aria-labelledby="delete-question">
        <h2 id="delete-question">Delete all answers?</h2>
        <p>
          {answerCount === 1 ? "Answers to 1 question" : `Answers to ${answerCount} questions`} and
          their times go from this browser, and so does what you wrote to the study questions. A
          file that you saved can bring both back; nothing else can.
        </p>
        <p class="review-actions">
          <button type="button" class="button button-quiet" onClick={close}>
            Keep them
          </button>
          <button type="button" class="button" onClick={confirm}>
            Delete
          </button>
        </p>
      </dialog>
    </>
  );
};
