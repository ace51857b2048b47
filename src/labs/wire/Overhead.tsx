import { layerNames } from "#ui/layer-names.ts";
import { layerBytes } from "#wire/leaf.ts";
import { type WireLayer, wireLayers } from "#wire/wire-field.ts";
import type { Passed } from "./conversation.ts";

type Sums = Partial<Record<WireLayer, number>>;

const added = (messages: readonly Passed[]): Sums => {
  const sums: Sums = {};
  for (const { fields } of messages)
    for (const [layer, bytes] of Object.entries(layerBytes(fields)))
      sums[layer as WireLayer] = (sums[layer as WireLayer] ?? 0) + bytes;
  return sums;
};

const total = (sums: Sums): number => Object.values(sums).reduce((sum, bytes) => sum + bytes, 0);

export interface OverheadProps {
  message: Passed;
  messages: readonly Passed[];
}

/** What each layer adds, for one message and for all of the run. */
export function Overhead({ message, messages }: OverheadProps) {
  const [one, all] = [added([message]), added(messages)];
  const layers = wireLayers.filter((layer) => all[layer]);
  return (
    <table class="wire-overhead">
      <caption>What each layer adds, in bytes</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">This message</th>
          <th scope="col">All {messages.length}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <tr key={layer}>
            <th scope="row">
              <span class="layer wire-swatch" data-layer={layer} />
              {layerNames[layer]}
            </th>
            <td>{(one[layer] ?? 0).toLocaleString("en")}</td>
            <td>{(all[layer] ?? 0).toLocaleString("en")}</td>
          </tr>
        ))}
        <tr class="wire-sum">
          <th scope="row">together</th>
          <td>{total(one).toLocaleString("en")}</td>
          <td>{total(all).toLocaleString("en")}</td>
        </tr>
      </tbody>
    </table>
  );
}
