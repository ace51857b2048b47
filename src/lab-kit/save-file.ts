/** Hands a value to the reader as a JSON file. */
export const saveFile = (name: string, value: unknown): void =>
  save(name, `${JSON.stringify(value, undefined, 2)}\n`, "application/json");

/** Hands a text to the reader as a file. */
export const saveText = (name: string, text: string): void => save(name, text, "text/plain");

/** Hands bytes to the reader as a file. */
export const saveBytes = (name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void =>
  save(name, bytes, type);

function save(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
