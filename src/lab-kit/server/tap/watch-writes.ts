import { Socket } from "node:net";

type Done = (error?: Error | null) => void;

const asBuffer = (chunk: Buffer | string, encoding: BufferEncoding): Buffer =>
  typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk;

/** Takes bytes that were handed to the kernel, and how long ago that was begun. */
export type Wrote = (bytes: Buffer, agoMs: number) => void;

/**
 * Calls `wrote` with all bytes that a connection hands to the kernel from now on, in their order,
 * also those of `end(bytes)`. Returns a function that leaves the connection as it was.
 *
 * On a busy machine the other side may have the bytes before this process goes on; so their time is
 * that of the beginning.
 */
export function watchWrites(socket: Socket, wrote: Wrote): () => void {
  const { _write: write, _writev: writev } = Socket.prototype;
  const own = {
    _write(chunk: Buffer | string, encoding: BufferEncoding, done: Done): void {
      const beganMs = performance.now();
      write.call(socket, chunk, encoding, done);
      wrote(asBuffer(chunk, encoding), performance.now() - beganMs);
    },
    _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: Done): void {
      // Node changes this array on its way.
      const bytes = Buffer.concat(chunks.map(({ chunk, encoding }) => asBuffer(chunk, encoding)));
      const beganMs = performance.now();
      writev?.call(socket, chunks, done);
      wrote(bytes, performance.now() - beganMs);
    },
  };
  Object.assign(socket, own);
  return () => {
    const changed = socket as unknown as Partial<typeof own>;
    if (changed._write === own._write) delete changed._write;
    if (changed._writev === own._writev) delete changed._writev;
  };
}
