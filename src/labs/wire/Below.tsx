import { useState } from "preact/hooks";
import { BitDiagram } from "#ui/BitDiagram.tsx";
import { fieldPlace } from "#ui/field-place.ts";
import { layerName } from "#ui/layer-names.ts";
import { Provenance } from "#ui/Provenance.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { SourceLink } from "#ui/SourceLink.tsx";
import type { WireField } from "#wire/wire-field.ts";
import type { Passed } from "./conversation.ts";
import { type LowerHeader, lowerHeaders } from "./lower-fields.ts";
import type { Lowered } from "./lower-frames.ts";

export interface BelowProps {
  message: Passed;
  lowered: Lowered;
}

/** What is below the bytes that were tapped: the headers that TCP, IP and Ethernet put in front. */
export function Below({ message, lowered }: BelowProps) {
  const [layer, setLayer] = useState("tcp");
  const { frames, ends } = lowered;
  const [first] = frames;
  if (!first) return null;
  const headers = lowerHeaders(first, ends.ip);
  const header = headers.find((each) => each.layer === layer) ?? headers[1];
  return (
    <section class="wire-below" aria-label="Below the message">
      <p class="wire-below-head">
        <b>Below it</b> <Provenance word="computed" />
      </p>
      <p>{sizeWords(message, frames, headers)}</p>
      <p class="wire-hint">{originWords(lowered)}</p>
      <Segmented
        label="Header"
        value={header?.layer ?? layer}
        options={headers.map((each) => ({ value: each.layer, label: layerName(each.layer) }))}
        onChange={setLayer}
      />
      {header ? <Header header={header} /> : null}
    </section>
  );
}

/** One header, drawn, and what the field says that pointer or focus is on. */
function Header({ header }: { header: LowerHeader }) {
  const [chosen, setChosen] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const lit = pointed ?? chosen;
  const field = header.fields.find(({ id }) => id === lit);
  return (
    <>
      <BitDiagram
        label={`Header: ${layerName(header.layer)}`}
        fields={header.fields}
        selected={lit === undefined ? [] : [lit]}
        onSelect={({ id }) => setChosen(id)}
        onPoint={(to) => setPointed(to?.id)}
      />
      <Detail field={field} />
    </>
  );
}

const Detail = ({ field }: { field: WireField<string> | undefined }) => (
  <p class="wire-below-detail">
    {field ? (
      <>
        <b>{field.name}</b> <span class="wire-detail-place">{fieldPlace(field)} of the frame</span>{" "}
        <code>{field.value}</code> {field.meaning} <SourceLink source={field.source} />
      </>
    ) : (
      <span class="wire-hint">Point at a field, or go there by Tab and arrow keys.</span>
    )}
  </p>
);

function sizeWords(
  message: Passed,
  frames: readonly Uint8Array[],
  headers: readonly LowerHeader[],
): string {
  const whole = frames.reduce((sum, { length }) => sum + length, 0).toLocaleString("en");
  const size = message.bytes.length.toLocaleString("en");
  const names = headers
    .map(({ layer, sizeBytes }) => `${layerName(layer)} ${sizeBytes}`)
    .join(", ");
  return frames.length === 1
    ? `${size} bytes and ${names}: a frame of ${whole} bytes.`
    : `${size} bytes do not fit into one frame. In ${frames.length}, each with ${names}: ${whole} bytes. This is the first.`;
}

const originWords = ({ ends: { clientPort, serverPort }, arePortsSeen }: Lowered): string =>
  arePortsSeen
    ? `The ports, ${clientPort} and ${serverPort}, are those that the server saw on this connection. All else is worked out around the bytes above: addresses for examples, sequence numbers and the rest are made up.`
    : "No part of these headers was seen. They are worked out around the bytes above; ports, addresses and sequence numbers are made up.";
