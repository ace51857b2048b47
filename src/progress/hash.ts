const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * A short, stable hash of a text: FNV-1a with 64 bits over UTF-8, in base 36. It notices changes;
 * it does not resist an attacker. Web Crypto is missing on plain HTTP, so it is not used.
 */
export const hashOf = (text: string): string => {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return hash.toString(36);
};
