/**
 * Gives the memory of bytes back that were read from a connection and are not needed any more: they
 * have length 0 then. Left to the collector of garbage, megabytes of them have it run each second,
 * in threads that take the host's cores.
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  // A small buffer may share its memory with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
