import { layerName } from "#ui/layer-names.ts";
import { barShares } from "./bar-shares.ts";
import type { FrameParts, LayerPart } from "./layer-parts.ts";
import { placeOf } from "./layer-places.ts";

export interface WrapFigureProps {
  frame: FrameParts;
  /** Id of the part whose header is shown below. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** The way down: each layer puts its header in front of what it was given. */
export function WrapFigure({ frame, chosen, onChoose }: WrapFigureProps) {
  const { parts, bytes } = frame;
  const shares = barShares(parts);
  const rows = parts.map((part, index) => ({ part, index })).toReversed();
  return (
    <ol class="layers-wrap" aria-label="Layers, from the message down">
      {rows.map(({ part, index }, row) => (
        <li key={part.id} style={`--row:${row}`}>
          <button
            type="button"
            class="row-button layers-row layer"
            data-layer={part.layer}
            aria-pressed={part.id === chosen}
            onClick={() => onChoose(part.id)}
          >
            <span class="layers-name">
              {layerName(part.layer)}
              {part.isQuoted ? ", quoted" : ""}
            </span>
            <span class="layers-place">{placeWords(part)}</span>
            <span class="layers-added">
              {part.layer === "data" ? "" : "+ "}
              {number(part.to - part.from)}
              <span class="sr-only"> bytes,</span>
            </span>
            <span class="layers-sum">
              {number(bytes.length - part.from)} <span class="layers-unit">bytes</span>
            </span>
            <Bar parts={parts} shares={shares} first={index} />
          </button>
        </li>
      ))}
    </ol>
  );
}

const number = (value: number): string => value.toLocaleString("en");

function placeWords({ layer }: LayerPart): string {
  const place = placeOf(layer);
  return place ? `${place.tcpIp} · OSI ${place.osi}` : "what is to be carried";
}

interface BarProps {
  parts: readonly LayerPart[];
  shares: readonly number[];
  /** The part that this row adds; those outside of it are not there yet. */
  first: number;
}

function Bar({ parts, shares, first }: BarProps) {
  return (
    <span class="layers-bar" aria-hidden="true">
      {parts.map(({ layer }, index) => (
        <span
          key={`${index}-${layer}`}
          class="layer"
          data-layer={layer}
          data-part={index < first ? "outside" : index === first ? "new" : "inside"}
          style={`width:${shares[index]}%`}
        />
      ))}
    </span>
  );
}
