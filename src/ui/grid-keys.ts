/** How far a key moves in a grid of bytes; undefined for keys that are not its own. */
export function byteAfterKey(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  at: number,
  columns: number,
  count: number,
): number | undefined {
  const last = count - 1;
  const rowStart = at - (at % columns);
  const clamped = (to: number) => Math.max(0, Math.min(last, to));
  const inColumn = (to: number) => (to < 0 || to > last ? at : to);
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: clamped(at - 1),
    ArrowRight: clamped(at + 1),
    ArrowUp: inColumn(at - columns),
    ArrowDown: inColumn(at + columns),
    Home: ctrlKey ? 0 : rowStart,
    End: ctrlKey ? last : clamped(rowStart + columns - 1),
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}
