import type { Socket as UdpSocket } from "node:dgram";
import type { Socket } from "node:net";

/** After so long the thread of programs rests, and for how long. */
const workMs = 0.3;
const restMs = 0.1;
/** What one call of the system gets of the bytes that wait for their turn in a socket. */
const mostBytesAtOnce = 128 * 1024;

/** Nobody ever wakes who waits here. */
const cell = new Int32Array(new SharedArrayBuffer(4));
let restedAtMs = performance.now();

/**
 * Lets the core go for a moment after each third of a millisecond. A thread that works on keeps it
 * for the rest of its slice, up to 4 ms, when the host's loop wakes, whatever its priority. (The time
 * that a thread has really had is known to a scheduler's tick only, so rests go by the clock.)
 */
function rest(): void {
  if (performance.now() - restedAtMs < workMs) return;
  Atomics.wait(cell, 0, 0, restMs);
  restedAtMs = performance.now();
}

/** Runs a function of the library's, and rests before it. */
const paced =
  <Args extends unknown[], Returned>(run: (...args: Args) => Returned) =>
  (...args: Args): Returned => {
    rest();
    return run(...args);
  };

/** Bytes that wait in a socket, as Node hands them to the system. */
interface Waiting {
  chunk: Buffer;
}
type Done = (error?: Error | null) => void;
type WriteAll = (waiting: Waiting[], done: Done) => void;

/** The part of Node's socket that writes all that waits, megabytes in one call of the system. */
interface Inner {
  _writev: WriteAll;
}

/** Has the thread rest between the reads and writes of a connection. */
export function paceStream(socket: Socket): void {
  const { _writev } = socket as unknown as Inner;
  Object.assign(socket, {
    write: paced(socket.write.bind(socket)),
    push: paced(socket.push.bind(socket)),
    _writev: inParts(_writev.bind(socket)),
  });
}

/** Has the thread rest between the datagrams of a socket. */
export function paceDatagrams(socket: UdpSocket): void {
  Object.assign(socket, { send: paced(socket.send.bind(socket)) });
  socket.on("message", rest);
}

/** Writes one part after the other, each small enough. */
function inParts(writeAll: WriteAll): WriteAll {
  const write: WriteAll = (waiting, done) => {
    const count = countAtOnce(waiting);
    writeAll(waiting.slice(0, count), (error) => {
      if (error || count === waiting.length) return done(error);
      rest();
      write(waiting.slice(count), done);
    });
  };
  return write;
}

/** How many of these are written at once: one in any case. */
function countAtOnce(waiting: readonly Waiting[]): number {
  let bytes = 0;
  const tooMany = waiting.findIndex(({ chunk }) => {
    bytes += chunk.length;
    return bytes > mostBytesAtOnce;
  });
  return tooMany < 0 ? waiting.length : Math.max(1, tooMany);
}
