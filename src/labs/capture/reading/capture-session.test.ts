import { describe, expect, test } from "vitest";
import {
  captureFile,
  captureNames,
  type WiresharkPacket,
  wiresharkPackets,
} from "#wire/testing/captures.ts";
import { type Filter, noFilter } from "../model.ts";
import { protocolWords } from "../protocol-words.ts";
import { CaptureSession } from "./capture-session.ts";
import { StaleTask, type Task } from "./task.ts";

const task: Task = { progress: () => {}, isStale: () => false };

const open = (name: string): Promise<CaptureSession> =>
  CaptureSession.open(new Blob([captureFile(name) as Uint8Array<ArrayBuffer>]), task);

test.each(captureNames)("every packet of %s is listed and taken apart", async (name) => {
  const session = await open(name);
  const { packets } = session.overview();
  expect(packets).toBeGreaterThanOrEqual(wiresharkPackets(name).length);
  for (let number = 0; number < packets; number += 7) {
    const { row, bytes, fields, stopped, originalBytes } = await session.packet(number, task);
    expect(row.index).toBe(number);
    expect(row.summary).not.toBe("");
    expect(fields.at(-1)?.to).toBe(bytes.length);
    if (bytes.length === originalBytes) expect(stopped).toBeUndefined();
    else expect(stopped).toBe(`The capture kept ${bytes.length} of ${originalBytes} bytes.`);
  }
});

test.each(captureNames)("no line of %s says its protocol twice", async (name) => {
  const session = await open(name);
  const rows = await session.rows(0, session.overview().packets);
  const twice = rows.filter(({ protocol, summary }) =>
    summary.toLowerCase().startsWith(protocolWords[protocol].toLowerCase()),
  );
  expect(twice.map(({ protocol, summary }) => `${protocol} | ${summary}`)).toEqual([]);
});

describe("a Socket.IO session that upgrades", () => {
  test("shows the handshake, the upgrade and the events as packets of their own", async () => {
    const session = await open("socketio-upgrade.pcap");
    const rows = await session.rows(0, 82);
    const said = rows.map(({ protocol, summary }) => `${protocol}: ${summary}`);
    expect(rows[0]?.marks).toEqual(["handshake"]);
    expect(said.some((text) => /^http: .*101 Switching Protocols/.test(text))).toBe(true);
    expect(said.some((text) => /^engine\.io: .*2probe/.test(text))).toBe(true);
    expect(said.some((text) => /^socket\.io: text · 420\["hello","wörld"\]/.test(text))).toBe(true);
  });

  test("lists Socket.IO alone when it is asked to", async () => {
    const session = await open("socketio-upgrade.pcap");
    const all = session.overview().protocols.find(({ name }) => name === "socket.io");
    const count = await session.filter({ ...noFilter, protocol: "socket.io" }, task);
    expect(count).toBe(all?.count);
    const rows = await session.rows(0, count);
    expect(rows.every(({ protocol }) => protocol === "socket.io")).toBe(true);
    expect(session.place(rows[1]?.index ?? 0)).toBe(1);
  });

  test("has its messages read again, unmasked, when one of its packets is chosen", async () => {
    const session = await open("socketio-upgrade.pcap");
    const { messages } = await session.packet(41, task);
    expect(messages.map(({ title }) => title)).toEqual(['text · 420["hello","wörld"]']);
    expect(messages[0]?.fields.map(({ layer }) => layer)).toContain("socket.io");
    expect(messages[0]?.plain).not.toEqual(messages[0]?.bytes);
  });

  test("is drawn as a conversation of client and server", async () => {
    const session = await open("socketio-upgrade.pcap");
    const view = await session.conversation(41);
    expect(view?.steps.slice(0, 3).map(({ way }) => way)).toEqual(["right", "left", "right"]);
    expect(view?.steps.some(({ row }) => row.index === 41)).toBe(true);
    expect(view?.sides).toHaveLength(2);
  });
});

describe("a filter", () => {
  const has =
    (field: RegExp, value: string | null | undefined) =>
    ({ fields }: WiresharkPacket): boolean =>
      fields.some(([name, , , , shown]) => field.test(name) && shown === value);
  const firstPort = wiresharkPackets("http.pcap")[0]?.fields.find(
    ([name]) => name === "tcp.srcport",
  )?.[4];
  const isDns = ({ protos }: WiresharkPacket) => protos.some(([name]) => name === "dns");

  test.each<[string, Partial<Filter>, (packet: WiresharkPacket) => boolean]>([
    ["dns.pcap", { protocol: "dns" }, isDns],
    ["dns.pcap", { address: "10.10.2.2", port: 53 }, has(/^ip\.(src|dst)$/, "10.10.2.2")],
    ["dns.pcap", { address: "10.99" }, () => false],
    ["http.pcap", { conversation: 0 }, has(/^tcp\.(src|dst)port$/, firstPort)],
    ["http.pcap", { port: 7 }, () => false],
    [
      "traceroute.pcap",
      { protocol: "icmp" },
      ({ protos }) => protos.some(([name]) => name === "icmp"),
    ],
  ])("of %s by %j lists what Wireshark finds", async (name, change, isWanted) => {
    const wireshark = wiresharkPackets(name);
    const session = await open(name);
    const count = await session.filter({ ...noFilter, ...change }, task);
    const rows = await session.rows(0, count);
    const wanted = wireshark.filter(isWanted).map(({ n }) => n - 1);
    expect(rows.map(({ index }) => index)).toEqual(wanted);
  });

  test("by text looks into the bytes, and into what was masked", async () => {
    const session = await open("socketio-upgrade.pcap");
    const found = async (text: string) => session.filter({ ...noFilter, text }, task);
    expect(await found("UPGRADE: websocket")).toBeGreaterThan(0);
    expect(await found('["hello","wörld"]')).toBe(1);
    expect(await found("nowhere to be found")).toBe(0);
  });

  test("is given up when a newer one has taken its place", async () => {
    const stale: Task = { progress: () => {}, isStale: () => true };
    const file = new Blob([captureFile("arp.pcap") as Uint8Array<ArrayBuffer>]);
    await expect(CaptureSession.open(file, stale)).rejects.toThrow(StaleTask);
  });
});

test("a file that ends early is listed as far as it goes", async () => {
  const whole = captureFile("http.pcap");
  const session = await CaptureSession.open(new Blob([whole.slice(0, 5000)]), task);
  const { packets, stopped } = session.overview();
  expect(packets).toBeGreaterThan(5);
  expect(stopped).toMatchObject({ code: "cut-off" });
});

test("a link type without a table is named, and its packets are data", async () => {
  const file = captureFile("arp.pcap").slice();
  file[20] = 147;
  const session = await CaptureSession.open(new Blob([file]), task);
  expect(session.overview()).toMatchObject({ unknownLinks: [147], packets: 19 });
  expect((await session.rows(0, 1))[0]).toMatchObject({ protocol: "data", from: "", to: "" });
});
