import { once } from "node:events";
import type { BenchSockets } from "#lab-kit/server/net/bench-sockets.ts";
import { countOf, receiver, type Settings, sender, words } from "./model.ts";
import { NumberedStream } from "./numbered-payload.ts";
import type { Reporter } from "./reporter.ts";
import { payloadOf, type SendOne } from "./sending.ts";

/** Connects over TCP, and gives the way to send the same load there. */
export async function openTcp(
  sockets: BenchSockets,
  settings: Settings,
  report: Reporter,
): Promise<SendOne> {
  const server = await sockets.listen();
  server.on("connection", (socket) => {
    const take = readsOf(settings, report);
    socket.on("data", (read) => take(read));
  });
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const socket = sockets.connect(port);
  await once(socket, "connect");
  // TCP delivers: the run is not over before all of it has come.
  report.pending += bytesOf(settings);
  const wrote = tellWrites(settings, report);
  return (number) => {
    const payload = payloadOf(settings, number);
    wrote(number, payload);
    socket.write(payload);
  };
}

const written = { what: "numbered-out", over: "tcp", to: receiver } as const;

/** Tells of writes: words one by one, numbers of one turn together. */
function tellWrites(
  { payload: kind, sizeBytes }: Settings,
  report: Reporter,
): (number: number, payload: Buffer) => void {
  let turn: number[] | undefined;
  return (number, payload) => {
    if (kind === "words") {
      const text = String(payload);
      report.told(sender, { ...written, numbers: [number], sizeBytes: payload.length, text });
      return;
    }
    if (!turn) {
      const numbers: number[] = [];
      const atMs = report.nowMs();
      turn = numbers;
      report.later(() => {
        turn = undefined;
        report.told(sender, { ...written, numbers, sizeBytes }, atMs);
      });
    }
    turn.push(number);
  };
}

const bytesOf = (settings: Settings): number =>
  settings.payload === "words"
    ? Buffer.byteLength(words.join(""))
    : countOf(settings) * settings.sizeBytes;

function readsOf({ payload, sizeBytes }: Settings, report: Reporter): (read: Buffer) => void {
  const stream = new NumberedStream(sizeBytes);
  return (read) => {
    report.handled += 1;
    report.pending -= read.length;
    const passed =
      payload === "words" ? { numbers: [], text: String(read) } : { numbers: stream.take(read) };
    report.told(receiver, {
      what: "numbered-in",
      over: "tcp",
      from: sender,
      sizeBytes: read.length,
      ...passed,
    });
  };
}
