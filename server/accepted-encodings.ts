/**
 * The encodings that static files come in (`br`, `gzip`) and that an `Accept-Encoding` header accepts;
 * one with weight 0 is refused by the client.
 */
export function acceptedEncodings(header: string | string[] | undefined): string {
  const parts = [header ?? ""].flat().join(",").toLowerCase().split(",");
  const accepted = parts.filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part));
  const names = accepted.map((part) => part.split(";")[0]?.trim());
  return ["br", "gzip"].filter((name) => names.includes(name)).join(", ");
}
