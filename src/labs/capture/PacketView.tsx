import { useState } from "preact/hooks";
import type { AnyField } from "#ui/byte-cell.ts";
import { Segmented } from "#ui/Segmented.tsx";
import { BytesView } from "./BytesView.tsx";
import { layerGroups, messageGroups } from "./field-groups.ts";
import type { PacketDetail } from "./model.ts";
import { markWords, timeText } from "./protocol-words.ts";
import { counted } from "./stop-words.ts";

/** The packet that was chosen: as it was captured, and the messages that end in it. */
export function PacketView({ detail }: { detail: PacketDetail }) {
  const { row, messages, bytes, fields, layers } = detail;
  const [shown, setShown] = useState("packet");
  const message = messages[Number(shown)];
  const number = row.index + 1;
  return (
    <section class="capture-packet" aria-label={`Packet ${number}`}>
      <p class="capture-head">Packet {number}</p>
      <p>
        {timeText(row.atMs)} s, {counted(bytes.length, "byte")}
        {row.marks.length > 0 ? `, ${row.marks.map((mark) => markWords[mark]).join(", ")}` : ""}.{" "}
        {detail.stopped ?? ""}
        {detail.isTooFar
          ? " The connection is too long to be read again up to here: its messages are in the list only."
          : ""}
      </p>
      {messages.length > 0 ? (
        <Segmented
          label="What is shown"
          value={shown}
          options={[
            { value: "packet", label: "The packet" },
            ...messages.slice(0, 6).map((_, index) => ({
              value: `${index}`,
              label: messages.length > 1 ? `Message ${index + 1}` : "The message that ends in it",
            })),
          ]}
          onChange={setShown}
        />
      ) : null}
      {message ? (
        <>
          <p>
            <code>{message.title}</code>
          </p>
          <BytesView
            key={shown}
            label={`Message of packet ${number}`}
            bytes={message.bytes}
            plain={message.plain}
            groups={messageGroups(message.fields)}
            fields={message.fields}
          />
        </>
      ) : (
        <BytesView
          key="packet"
          label={`Packet ${number}`}
          bytes={bytes}
          groups={layerGroups(layers, fields)}
          fields={fields as readonly AnyField[]}
        />
      )}
    </section>
  );
}
