/** The name of a field as part of an address: `http.content-length`. */
export const fieldId = (layer: string, name: string): string =>
  `${layer}.${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

/** The key of a row in words: `dstPort` as "dst port". */
export const words = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);
