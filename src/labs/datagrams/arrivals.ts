import type { Socket } from "node:dgram";
import { receiver, type Settings, sender } from "./model.ts";
import { numberIn } from "./numbered-payload.ts";
import type { Reporter } from "./reporter.ts";

/** Tells what comes to the receiver: words one by one, numbers of one turn together. */
export function tellArrivals(socket: Socket, { payload }: Settings, report: Reporter): void {
  const listener = payload === "words" ? tellWords(report) : tellNumbers(report);
  socket.on("message", (message) => {
    report.handled += 1;
    listener(message);
  });
}

const arrived = { what: "numbered-in", over: "udp", from: sender } as const;

function tellWords(report: Reporter): (message: Buffer) => void {
  let count = 0;
  return (message) => {
    count += 1;
    const text = String(message);
    report.told(receiver, { ...arrived, numbers: [count], sizeBytes: message.length, text });
  };
}

function tellNumbers(report: Reporter): (message: Buffer) => void {
  let turn: { numbers: number[]; sizeBytes: number } | undefined;
  return (message) => {
    if (!turn) {
      const begun = { numbers: [], sizeBytes: message.length };
      const atMs = report.nowMs();
      turn = begun;
      report.later(() => {
        turn = undefined;
        report.told(receiver, { ...arrived, ...begun }, atMs);
      });
    }
    turn.numbers.push(numberIn(message));
  };
}
