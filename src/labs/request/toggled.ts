/** Ids after one was ticked or taken back; `none` stands alone. */
export function toggled(ids: readonly string[], id: string, isTicked: boolean): string[] {
  const others = ids.filter((each) => each !== id);
  if (!isTicked) return others;
  return id === "none" ? ["none"] : [...others.filter((each) => each !== "none"), id];
}
