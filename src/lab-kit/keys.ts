/** The two keys of a bench: one in URLs, one that only its owner's page knows. */
export interface BenchKeys {
  bench: string;
  owner: string;
}

/** A key: 16 random bytes as 32 hexadecimal digits. Works on plain HTTP, where `randomUUID` does not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keys that nobody has used yet. */
export const newKeys = (): BenchKeys => ({ bench: newKey(), owner: newKey() });
