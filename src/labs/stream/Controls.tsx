import { useId } from "preact/hooks";
import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { messagesRule, textOfMessages } from "./message-text.ts";
import {
  framings,
  loadIds,
  type PauseMs,
  type PieceBytes,
  pausesMs,
  piecesBytes,
  takes,
} from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import type { StreamLab } from "./stream-lab.ts";
import { framingWords, loadWords, takeWords } from "./words.ts";

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: StreamLab }) {
  const { show, pauseMs, noDelay } = lab.settings.value;
  const isBusy = lab.isPreparing.value || lab.bench.run.value?.stage === "running";
  return (
    <RunForm label="Run" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.start()}>
      <Segmented
        label="What is written"
        value={show}
        options={[
          { value: "messages", label: "messages" },
          { value: "bulk", label: "many bytes" },
        ]}
        onChange={(next) => lab.change({ show: next })}
      />
      {show === "messages" ? <Messages lab={lab} /> : <Bulk lab={lab} />}
      <Segmented
        label="Pause between two writes"
        value={String(pauseMs)}
        options={pausesMs.map((ms) => ({
          value: String(ms),
          label: ms === 0 ? "none" : `${ms}\u00a0ms`,
        }))}
        onChange={(ms) => lab.change({ pauseMs: Number(ms) as PauseMs })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={noDelay}
          onChange={(event) => lab.change({ noDelay: event.currentTarget.checked })}
        />
        <code>setNoDelay(true)</code>
      </label>
      <Prediction lab={lab} />
    </RunForm>
  );
}

function Messages({ lab }: { lab: StreamLab }) {
  const { framing, take, pieceBytes } = lab.settings.value;
  return (
    <>
      <MessageText lab={lab} />
      <Segmented
        label="The writer adds to each"
        value={framing}
        options={framings.map((value) => ({ value, label: framingWords[value] }))}
        onChange={(next) => lab.change({ framing: next })}
      />
      <Segmented
        label="One write has"
        value={String(pieceBytes)}
        options={piecesBytes.map((bytes) => ({
          value: String(bytes),
          label: bytes === 0 ? "a message" : `${bytes} bytes`,
        }))}
        onChange={(bytes) => lab.change({ pieceBytes: Number(bytes) as PieceBytes })}
      />
      <Segmented
        label="The reader’s code"
        value={framing === "none" ? "each-read" : take}
        options={takes.map((value) => ({ value, label: takeWords[value] }))}
        isDisabled={framing === "none"}
        onChange={(next) => lab.change({ take: next })}
      />
    </>
  );
}

function MessageText({ lab }: { lab: StreamLab }) {
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        Messages, one on a line; <code>\n</code> is a line break in one
      </label>
      <textarea
        id={id}
        class="field-control is-mono"
        rows={3}
        maxLength={400}
        spellcheck={false}
        aria-invalid={!lab.fits}
        aria-describedby={lab.fits ? undefined : `${id}-rule`}
        value={lab.draft.value ?? textOfMessages(lab.settings.value.messages)}
        onInput={(event) => lab.type(event.currentTarget.value)}
      />
      {lab.fits ? null : (
        <p class="field-note" id={`${id}-rule`}>
          {messagesRule}
        </p>
      )}
    </div>
  );
}

function Bulk({ lab }: { lab: StreamLab }) {
  const { load, isStopped, heeds } = lab.settings.value;
  return (
    <>
      <Select
        label="Writes"
        value={load}
        options={loadIds.map((value) => ({ value, label: loadWords[value] }))}
        onChange={(next) => lab.change({ load: next })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={isStopped}
          onChange={(event) => lab.change({ isStopped: event.currentTarget.checked })}
        />
        The reader stops, until nothing moves any more
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={heeds}
          onChange={(event) => lab.change({ heeds: event.currentTarget.checked })}
        />
        <span>
          The writer waits for <code>drain</code> when <code>write()</code> returns false
        </span>
      </label>
    </>
  );
}
