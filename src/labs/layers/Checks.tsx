import { layerName } from "#ui/layer-names.ts";
import { hexNumber } from "#wire/addresses.ts";
import type { Check } from "./checks.ts";

export interface ChecksProps {
  checks: readonly Check[];
  /** The packet is a fragment: what is in it has no checksum of its own. */
  isFragment: boolean;
  onRepair: (check: Check) => void;
  onRepairAll: () => void;
}

/** Checksums and lengths of a frame: what stands there, and what is due. */
export function Checks({ checks, isFragment, onRepair, onRepairAll }: ChecksProps) {
  const wrong = checks.filter(({ isRight }) => !isRight);
  return (
    <div class="layers-checks">
      <table>
        <caption>Checksums and lengths</caption>
        <tbody>
          {checks.map((check) => (
            <tr
              key={check.field}
              data-check={check.field}
              data-wrong={check.isRight ? undefined : ""}
            >
              <th scope="row">{nameOf(check)}</th>
              <td>
                <code>{shown(check, check.found)}</code>
              </td>
              <td>
                <span class="layers-verdict">{verdictOf(check)}</span>{" "}
                {check.isRight ? null : (
                  <button
                    type="button"
                    class="layers-repair"
                    aria-label={`Work out again: ${nameOf(check)}`}
                    onClick={() => onRepair(check)}
                  >
                    Work out again
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isFragment ? (
        <p class="layers-quiet">
          A fragment. The checksum of what it carries covers all fragments, and can be checked only
          when they are together again.
        </p>
      ) : null}
      {wrong.length > 1 ? (
        <button type="button" class="button-quiet" onClick={onRepairAll}>
          Work out all again
        </button>
      ) : null}
    </div>
  );
}

const verdictOf = (check: Check): string =>
  check.isRight ? "right" : `wrong: ${shown(check, check.due)} is due`;

const nameOf = ({ layer, kind }: Check): string =>
  kind === "length" ? `${layerName(layer)} length` : `${layerName(layer)} checksum`;

const shown = ({ kind }: Check, value: number): string =>
  kind === "length" ? `${value}` : hexNumber(value, 4);
