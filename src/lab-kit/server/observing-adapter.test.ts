import { Server } from "socket.io";
import type { Adapter } from "socket.io-adapter";
import { describe, expect, it } from "vitest";
import { ObservingAdapter, ObservingRecoveryAdapter } from "./observing-adapter.ts";

interface Encoding {
  _encode(packet: object, options: { wsPreEncodedFrame?: Buffer[] }): string[];
}

const adapterOf = (kind: typeof Adapter) => {
  const recovery = { maxDisconnectionDuration: 1000 };
  const io = new Server({ adapter: kind, connectionStateRecovery: recovery });
  return io.of("/").adapter as unknown as Encoding;
};

describe.each([
  ["in memory", ObservingAdapter],
  ["with recovery", ObservingRecoveryAdapter],
])("the adapter %s", (_, kind) => {
  it("makes one buffer of the frame that all recipients of a broadcast get", () => {
    const options: { wsPreEncodedFrame?: Buffer[] } = {};
    const packet = { type: 2, nsp: "/", data: ["hello"] };

    const [encoded = ""] = adapterOf(kind)._encode(packet, options);

    const text = `4${encoded}`;
    const head = Buffer.from([0x81, text.length]);
    expect(options.wsPreEncodedFrame).toEqual([Buffer.concat([head, Buffer.from(text)])]);
  });
});
