/** What one switch in a table is and does. */
export interface SwitchCellProps {
  /** Its whole name, since a table's heads are apart from it. */
  label: string;
  isOn: boolean;
  isFixed?: boolean;
  set(isOn: boolean): void;
}

/** A cell of a table with a switch in it. */
export function SwitchCell({ label, isOn, isFixed = false, set }: SwitchCellProps) {
  return (
    <td>
      <label class="tick">
        <input
          type="checkbox"
          aria-label={label}
          checked={isOn}
          disabled={isFixed}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      </label>
    </td>
  );
}
