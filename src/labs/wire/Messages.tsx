import { layerNames } from "#ui/layer-names.ts";
import { layerBytes } from "#wire/leaf.ts";
import { wireLayers } from "#wire/wire-field.ts";
import type { Passed } from "./conversation.ts";
import { messageKind, messageText } from "./message-words.ts";

export interface MessagesProps {
  messages: readonly Passed[];
  /** The message whose bytes are shown. */
  chosen: Passed | undefined;
  onChoose: (index: number) => void;
  hint: string;
}

/** What passed, one line each, in order: an arrow, what it was and how large. */
export function Messages({ messages, chosen, onChoose, hint }: MessagesProps) {
  return (
    <div class="wire-messages">
      {messages.length === 0 ? <p class="wire-hint">{hint}</p> : null}
      <ol>
        {messages.map((message, index) => (
          <li key={message.id}>
            <button
              type="button"
              class="row-button"
              aria-pressed={message.id === chosen?.id}
              onClick={() => onChoose(index)}
            >
              <span class="wire-way" role="img" aria-label={wayWords(message)}>
                {message.way === "up" ? "Ann →" : "← server"}
              </span>
              <span class="wire-kind">
                {messageKind(message)} <code>{messageText(message)}</code>
              </span>
              <span class="wire-size">{message.bytes.length.toLocaleString("en")} bytes</span>
              <LayerBar message={message} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

const wayWords = ({ way }: Passed): string => (way === "up" ? "Ann to server:" : "server to Ann:");

/** The share of each layer; the table of layers says the same in figures. */
function LayerBar({ message }: { message: Passed }) {
  const sums = layerBytes(message.fields);
  return (
    <span class="wire-bar" aria-hidden="true">
      {wireLayers.map((layer) =>
        sums[layer] ? (
          <span
            key={layer}
            class="layer"
            data-layer={layer}
            style={`flex-grow:${sums[layer]}`}
            title={layerNames[layer]}
          />
        ) : null,
      )}
    </span>
  );
}
