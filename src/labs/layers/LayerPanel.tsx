import { BitDiagram } from "#ui/BitDiagram.tsx";
import { FieldTable } from "#ui/FieldTable.tsx";
import { layerName } from "#ui/layer-names.ts";
import type { WireField } from "#wire/wire-field.ts";
import type { LayerPart } from "./layer-parts.ts";
import { placeOf } from "./layer-places.ts";

export interface LayerPanelProps {
  part: LayerPart;
  lit: readonly string[];
  /** Ids of checksums and lengths that are not as due. */
  wrong: readonly string[];
  onChoose: (field: WireField<string>) => void;
  onPoint: (field: WireField<string> | undefined) => void;
}

/** One layer: its names and size, its header as standards draw it, and its fields. */
export function LayerPanel({ part, lit, wrong, onChoose, onPoint }: LayerPanelProps) {
  const { layer, fields, from, to } = part;
  const place = placeOf(layer);
  const name = layerName(layer);
  const shared = { fields, selected: lit, onSelect: onChoose, onPoint };
  return (
    <div class="layers-panel layer" data-layer={layer}>
      <p class="layers-panel-head">
        <b>{name}</b>{" "}
        <span class="layers-quiet">
          {(to - from).toLocaleString("en")} bytes
          {place ? `; TCP/IP: ${place.tcpIp}; OSI: ${place.osi}` : ""}
        </span>
      </p>
      {place ? <BitDiagram label={`Header: ${name}`} wrong={wrong} {...shared} /> : null}
      <FieldTable label={`Fields: ${name}`} {...shared} />
      {layer === "ethernet" ? <p class="layers-quiet">{cardWords}</p> : null}
    </div>
  );
}

const cardWords =
  "A frame of less than 60 bytes is padded to 60 by the network card, which also puts 4 bytes of check sequence behind each. Neither is in the frame as a host makes it, and so not here.";
