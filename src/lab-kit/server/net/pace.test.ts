import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Acceptor } from "./acceptor.ts";
import { BenchSockets } from "./bench-sockets.ts";
import { paceStream } from "./pace.ts";

const kib = 1024;

type Waiting = { chunk: Buffer };
type Done = (error?: Error | null) => void;

/** A socket's write function that notes how many bytes it gets at once; the `failsAt`th call fails. */
function noting(failsAt = 0) {
  const calls: number[] = [];
  const socket = {
    write: () => true,
    push: () => true,
    _writev(waiting: Waiting[], done: Done) {
      calls.push(waiting.reduce((sum, { chunk }) => sum + chunk.length, 0));
      done(calls.length === failsAt ? new Error("broken pipe") : null);
    },
  };
  paceStream(socket as unknown as Socket);
  return { calls, socket };
}

const waiting = (sizesKib: number[]): Waiting[] =>
  sizesKib.map((size) => ({ chunk: Buffer.alloc(size * kib) }));

describe("bytes that wait for their turn", () => {
  test.each([
    [[1, 2, 3], [6]],
    [[64, 64], [128]],
    [
      [64, 64, 1],
      [128, 1],
    ],
    [[300], [300]],
    [
      [300, 1, 300],
      [300, 1, 300],
    ],
    [Array(128).fill(64), Array(64).fill(128)],
  ])("of %j KiB go to the system as %j", (sizes, expected) => {
    const { calls, socket } = noting();
    const done = vi.fn();
    socket._writev(waiting(sizes), done);
    expect(calls).toEqual(expected.map((size) => size * kib));
    expect(done.mock.calls).toEqual([[null]]);
  });

  test("go no further after an error, which is told once", () => {
    const { calls, socket } = noting(2);
    const done = vi.fn();
    socket._writev(waiting([128, 128, 128]), done);
    expect(calls).toHaveLength(2);
    expect(done.mock.calls).toEqual([[new Error("broken pipe")]]);
  });
});

describe("a bench's connection", () => {
  const acceptor = new Acceptor();
  const sockets = new BenchSockets({ address: "127.31.9.1", mostSockets: 4, acceptor });
  afterEach(async () => {
    vi.restoreAllMocks();
    await sockets.close();
    await acceptor.close();
  });

  test("rests again and again while it moves 8 MiB, and loses none of them", async () => {
    const rests = vi.spyOn(Atomics, "wait");
    const server = await sockets.listen();
    const address = server.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const [sent, got] = [createHash("sha256"), createHash("sha256")];
    const read = new Promise<void>((resolve) => {
      server.on("connection", (socket) => {
        socket.on("data", (bytes) => got.update(bytes)).on("end", resolve);
      });
    });
    const writer = sockets.connect(port);
    for (let number = 0; number < 128; number += 1) {
      const bytes = Buffer.alloc(64 * kib, number);
      sent.update(bytes);
      writer.write(bytes);
    }
    writer.end();
    await read;
    expect(got.digest("hex")).toBe(sent.digest("hex"));
    expect(rests.mock.calls.length).toBeGreaterThan(2);
  });
});
