import { describe, expect, test } from "vitest";
import { captureFile, spacedOut } from "#sim/capture-file.ts";
import { hasTshark, tsharkFields } from "#sim/testing/tshark.ts";
import { hexNumber, macText } from "#wire/addresses.ts";
import { checksOf } from "./checks.ts";
import { exportedFrames } from "./exported.ts";
import { inputProblem } from "./input-problem.ts";
import { frameParts } from "./layer-parts.ts";
import { type MadeNumbers, madeNumbers } from "./made-numbers.ts";
import { carriers, ipVersions, nextMtus, routes, type Settings, sizes, ttls } from "./model.ts";
import { openingFrames } from "./opening.ts";
import { parseFrame } from "./parsed-frame.ts";
import { plainSettings } from "./presets.ts";
import { forward } from "./router.ts";
import { sentFrames } from "./sent-frames.ts";
import { possible } from "./settings-link.ts";
import { type ShownFrame, shownRoute } from "./shown-run.ts";
import { runSettings } from "./testing/run-settings.ts";

const ticks = [false, true];

const texts = ["hey", "zwölf", ""];

/** Every combination that can be chosen, each once, with several messages. */
function* combinations(): Generator<Settings> {
  const known = new Set<string>();
  for (const carrier of carriers)
    for (const ip of ipVersions)
      for (const size of sizes)
        for (const isTagged of ticks)
          for (const hasTimestamps of ticks)
            for (const dontFragment of ticks)
              for (const route of routes)
                for (const nextMtu of nextMtus)
                  for (const ttl of ttls)
                    for (const text of texts) {
                      const chosen = { carrier, ip, size, isTagged, hasTimestamps, dontFragment };
                      const way = { route, nextMtu, ttl };
                      const settings = possible({ ...plainSettings, ...chosen, ...way, text });
                      const key = JSON.stringify(settings);
                      if (known.has(key) || inputProblem(settings)) continue;
                      known.add(key);
                      yield settings;
                    }
}

const framesOf = (settings: Settings): ShownFrame[] =>
  shownRoute(runSettings(settings).observations).frames;

const all = [...combinations()];

/** What a run of a combination makes, as a conversation of its own: on Ann's link, and behind the router. */
function linksOf(settings: Settings, index: number): { near: Uint8Array[]; far: Uint8Array[] } {
  const numbers: MadeNumbers = {
    ...madeNumbers,
    annPort: 49_152 + index,
    natPort: 20_000 + index,
    identification: 100 + index * 16,
    fragmentIdentification: index,
  };
  const sent = sentFrames(settings, numbers);
  const ways =
    settings.route === "none" ? [] : sent.map((frame) => forward(frame, settings, numbers));
  const replies = ways.flatMap((way) => (!way.isForwarded && way.reply ? [way.reply] : []));
  const far = ways.flatMap((way) => (way.isForwarded ? way.frames : []));
  return { near: [...openingFrames(settings, numbers), ...sent, ...replies], far };
}

test("every combination that is offered can be made", () => {
  expect(all.length).toBeGreaterThan(500);
  for (const settings of all) expect(sentFrames(settings).length).toBeGreaterThan(0);
});

test("every checksum and every length in what is made is as due", () => {
  const wrong = all.flatMap((settings, index) => {
    const { near, far } = linksOf(settings, index);
    const checks = [...near, ...far].flatMap(checksOf);
    return checks.flatMap((check) => (check.isRight ? [] : [{ settings, check }]));
  });
  expect(wrong).toEqual([]);
});

/** tshark's status of a checksum: 0 is bad, 1 good, 2 not checked. */
const statuses = ["ip", "tcp", "udp", "icmp", "icmpv6"].map((layer) => `${layer}.checksum.status`);
const fields = [
  "frame.len",
  "eth.src",
  "eth.dst",
  "vlan.id",
  "ip.ttl",
  "ipv6.hlim",
  "ip.checksum",
  "_ws.malformed",
  "_ws.expert.message",
  "_ws.short",
  ...statuses,
];

/** Of several values, the first is that of the frame itself: an error quotes a packet behind its own header. */
const first = (row: Row, field: string): string => row[field]?.split(",")[0] ?? "";

type Row = Readonly<Record<string, string>>;

/**
 * An ICMPv6 error quotes as much as fits, which cuts a large packet. tshark sums up such a piece as
 * if it were the whole segment; what it says of the quote is left out then.
 */
const isCutQuote = (row: Row): boolean =>
  row["icmpv6.checksum.status"] === "1" && row["frame.len"] === String(quoteFrameBytes(row));

const quoteFrameBytes = (row: Row): number => 14 + (row["vlan.id"] === "" ? 0 : 4) + 1280;

const isBad = (row: Row): boolean =>
  row["_ws.malformed"] !== "" ||
  row["_ws.short"] !== "" ||
  statuses.some((status) => first(row, status) === "0" && !isCutQuote(row)) ||
  (/checksum|malformed|bogus|illegal/i.test(row["_ws.expert.message"] ?? "") && !isCutQuote(row));

/** What tshark says of addresses, tag, hops and the header's checksum, and what stands in the bytes. */
const readValues = (row: Row): string[] => [
  first(row, "eth.dst"),
  first(row, "eth.src"),
  first(row, "vlan.id"),
  first(row, "ip.ttl") || first(row, "ipv6.hlim"),
  first(row, "ip.checksum"),
];

function madeValues(bytes: Uint8Array): string[] {
  const frame = parseFrame(bytes);
  const packet = frame?.packet ?? new Uint8Array();
  const isFour = frame?.type === 0x0800;
  return [
    macText(bytes.subarray(0, 6)),
    macText(bytes.subarray(6, 12)),
    frame?.isTagged ? "42" : "",
    `${packet[isFour ? 8 : 7]}`,
    isFour ? hexNumber((packet[10] ?? 0) * 256 + (packet[11] ?? 0), 4) : "",
  ];
}

/** Fields by tshark's names, and by ours. */
const sameFields: Readonly<Record<string, string>> = {
  "eth.dst": "ethernet.dst",
  "eth.src": "ethernet.src",
  "ip.len": "ipv4.total-length",
  "ip.ttl": "ipv4.ttl",
  "ip.proto": "ipv4.protocol",
  "ip.checksum": "ipv4.header-checksum",
  "ip.src": "ipv4.src",
  "ip.dst": "ipv4.dst",
  "tcp.srcport": "tcp.src-port",
  "tcp.dstport": "tcp.dst-port",
  "tcp.seq_raw": "tcp.seq",
  "tcp.ack_raw": "tcp.ack",
  "tcp.window_size_value": "tcp.window",
  "tcp.checksum": "tcp.checksum",
  "websocket.fin": "websocket.fin",
  "websocket.opcode": "websocket.opcode",
  "websocket.mask": "websocket.mask",
  "websocket.payload_length": "websocket.payload-length",
  "websocket.masking_key": "websocket.masking-key",
};

/** Bytes as we write them: in pairs. */
const readable = (value: string): string =>
  /^[0-9a-f]{8}$/.test(value) ? (value.match(/../g) ?? []).join(" ") : value;

const isAbsent = !hasTshark();
if (isAbsent) console.log("tshark is not installed: what the lab exports is not held against it.");

describe.skipIf(isAbsent)("tshark reads what is exported", () => {
  const links = all.map(linksOf);
  const captures = [
    ["on Ann’s link", links.flatMap(({ near }) => near)],
    ["behind the router", links.flatMap(({ far }) => far)],
  ] as const;

  test.each(captures)(
    "without a malformed packet or a bad checksum, %s",
    { timeout: 120_000 },
    (_, made) => {
      const rows = tsharkFields(captureFile(spacedOut(made, 0)), fields);
      expect(rows.length).toBe(made.length);
      expect(rows.filter(isBad)).toEqual([]);
      expect(rows.map(({ "frame.len": length }) => length)).toEqual(
        made.map(({ length }) => `${length}`),
      );
      expect(rows.map(readValues)).toEqual(made.map(madeValues));
    },
  );

  test("with the same fields: the event in a WebSocket frame, by the opening that goes with it", () => {
    const settings = plainSettings;
    const [frame] = framesOf(settings);
    const file = captureFile(spacedOut(exportedFrames(framesOf(settings), "near", settings), 0));
    const last = tsharkFields(file, Object.keys(sameFields)).at(-1);
    const own = frameParts(frame?.bytes ?? new Uint8Array(), "socket.io").fields;
    const shown = (id: string) => own.find((field) => field.id === id)?.value.split(",")[0];
    const expected = Object.entries(sameFields).map(([theirs, ours]) => [theirs, shown(ours)]);
    expect(Object.entries(last ?? {}).map(([name, value]) => [name, readable(value)])).toEqual(
      expected,
    );
  });

  test("event for event, down to its text", () => {
    const opened = exportedFrames(framesOf(plainSettings), "near", plainSettings);
    const rows = tsharkFields(captureFile(spacedOut(opened, 0)), ["frame.protocols", "text"]);
    expect(rows.at(-1)).toEqual({
      "frame.protocols": "eth:ethertype:ip:tcp:http:websocket:data-text-lines",
      text: expect.stringContaining('42["hey"]'),
    });
    expect(rows.map((row) => row["frame.protocols"]?.split(":tcp")[1])).toEqual([
      ...["", "", "", ":http", ":http"],
      ...[":http:websocket:data-text-lines", ":http:websocket:data-text-lines"],
      ...[":http:websocket:data-text-lines", "", ":http:websocket:data-text-lines"],
    ]);
  });

  test("and finds the checksum that was left wrong", () => {
    const wrong = (edit: Settings["edit"]) =>
      tsharkFields(
        captureFile(
          spacedOut(exportedFrames(framesOf({ ...plainSettings, edit }), "near", undefined), 0),
        ),
        statuses,
      )[0];
    expect(wrong("ttl")).toMatchObject({ "ip.checksum.status": "0", "tcp.checksum.status": "1" });
    expect(wrong("letter")).toMatchObject({
      "ip.checksum.status": "1",
      "tcp.checksum.status": "0",
    });
  });
});
