import { describe, expect, test } from "vitest";
import { provenanceOf, seen } from "#lab-kit/observation.ts";
import { readRecording } from "#lab-kit/recording-file.ts";
import { answers, byteAnswers } from "./answers.ts";
import { isSettings } from "./is-settings.ts";
import { frameParts } from "./layer-parts.ts";
import type { Settings } from "./model.ts";
import { type PresetId, plainSettings, presets } from "./presets.ts";
import { queryOf, readQuery } from "./settings-link.ts";
import { shownRoute } from "./shown-run.ts";
import { statusOf } from "./status.ts";
import { openLayers, runSettings } from "./testing/run-settings.ts";

const ids = Object.keys(presets) as PresetId[];

const runOf = (id: PresetId) => runSettings(presets[id].settings);

const wrapped = (id: PresetId): string[] =>
  seen(runOf(id).observations, "wrapped")
    .filter(({ number }) => number === 1)
    .map(({ layer, addedBytes, wholeBytes }) => `${layer} ${addedBytes} ${wholeBytes}`);

describe("a message goes down", () => {
  test("hey as a Socket.IO event is a frame of 69 bytes", () => {
    expect(wrapped("event")).toEqual([
      "data 7 7",
      "socket.io 1 8",
      "engine.io 1 9",
      "websocket 6 15",
      "tcp 20 35",
      "ipv4 20 55",
      "ethernet 14 69",
    ]);
  });

  test("hey in a datagram is one of 45", () => {
    expect(wrapped("udp-text")).toEqual(["data 3 3", "udp 8 11", "ipv4 20 31", "ethernet 14 45"]);
  });

  test.each(ids)("what the layers add makes up the frame: %s", (id) => {
    const { observations } = runOf(id);
    const first = shownRoute(observations).frames.filter(({ of }) => of === undefined);
    for (const { number, original, bytes } of first) {
      const added = seen(observations, "wrapped").filter((each) => each.number === number);
      const sum = added.reduce((all, { addedBytes }) => all + addedBytes, 0);
      expect(sum).toBe((original ?? bytes).length);
    }
  });

  test.each(ids)("every byte belongs to a layer, in order: %s", (id) => {
    for (const { bytes } of shownRoute(runOf(id).observations).frames) {
      const { parts } = frameParts(bytes, presets[id].settings.carrier);
      const edges = parts.map(({ from, to }) => [from, to]);
      expect(edges[0]?.[0]).toBe(0);
      expect(edges.at(-1)?.[1]).toBe(bytes.length);
      for (const [index, [from]] of edges.slice(1).entries()) expect(from).toBe(edges[index]?.[1]);
    }
  });
});

describe("a run", () => {
  test.each(ids)("is computed, complete and named: %s", (id) => {
    const run = runOf(id);
    expect(provenanceOf(run.observations)).toBe("computed");
    expect(run.preset).toBe(id);
  });

  test.each(ids)("is one that a reader's page opens from a file: %s", (id) => {
    const { lab } = openLayers(presets[id].settings);
    lab.wrap();
    const read = readRecording(JSON.stringify(lab.recording()), "layers", isSettings);
    expect(read.ok ? "" : read.failure).toBe("");
  });

  test.each(ids)("its settings go into a link and come back: %s", (id) => {
    const { settings } = presets[id];
    expect(readQuery(queryOf(settings, "event")).settings).toEqual(settings);
  });
});

const keys: [PresetId, Partial<Record<keyof typeof answers, string[]>>][] = [
  [
    "event",
    { frameBytes: ["69"], overheadBytes: ["62"], layersCount: ["6"], wrongChecksums: ["none"] },
  ],
  ["tcp-text", { frameBytes: ["57"] }],
  ["udp-text", { frameBytes: ["45"], layersCount: ["3"] }],
  ["dns-query", { frameBytes: ["71"], layersCount: ["4"] }],
  ["ipv6", { frameBytes: ["89"] }],
  ["vlan", { frameBytes: ["73"], layersCount: ["7"] }],
  ["timestamps", { frameBytes: ["81"] }],
  ["router", { changed: ["ttl", "header-checksum", "mac-addresses"], ending: ["arrives"] }],
  [
    "nat",
    {
      changed: ["ttl", "header-checksum", "mac-addresses", "ip-addresses", "ports", "tcp-checksum"],
    },
  ],
  ["ttl-runs-out", { ending: ["ttl-over"] }],
  ["fragments", { fragments: ["3"] }],
  ["segments", { fragments: ["3"] }],
  ["ipv6-fragments", { fragments: ["3"] }],
  ["router-fragments", { fragments: ["2"] }],
  ["dont-fragment", { ending: ["too-big"] }],
  ["too-big", { ending: ["too-big"] }],
  ["wrong-checksum", { changed: ["ttl"], wrongChecksums: ["ipv4"] }],
  ["changed-data", { changed: ["payload"], wrongChecksums: ["tcp"] }],
];

test.each(keys)("%s answers what questions ask", (id, expected) => {
  const run = runOf(id);
  for (const [ask, key] of Object.entries(expected))
    expect([ask, answers[ask as keyof typeof answers](run)]).toEqual([ask, key]);
});

test("bytes of fields are those of the standards' offsets", () => {
  const keyOf = (ask: keyof typeof byteAnswers, id: PresetId = "udp-text") =>
    byteAnswers[ask](runOf(id))?.key;
  expect(keyOf("ttl")).toEqual([22]);
  expect(keyOf("protocol")).toEqual([23]);
  expect(keyOf("dst-mac")).toEqual([0, 1, 2, 3, 4, 5]);
  expect(keyOf("ethertype")).toEqual([12, 13]);
  expect(keyOf("src-ip")).toEqual([26, 27, 28, 29]);
  expect(keyOf("dst-port")).toEqual([36, 37]);
  expect(keyOf("header-checksum", "event")).toEqual([24, 25]);
  expect(keyOf("ttl", "ipv6")).toEqual([21]);
});

describe("a frame changed by hand", () => {
  const made = (settings: Partial<Settings> = {}) => {
    const { lab } = openLayers({ ...plainSettings, ...settings });
    lab.wrap();
    const now = () => shownRoute(lab.recording()?.observations ?? []);
    const frame = () => {
      const [first] = now().frames;
      if (!first) throw new Error("frame = none, must be one");
      return first;
    };
    const write = (id: string, text: string) => {
      const field = frameParts(frame().bytes, "socket.io").fields.find((each) => each.id === id);
      if (field) lab.write(frame(), field, text);
    };
    return { lab, now, frame, write };
  };

  test("is dropped by the router when its header's checksum was left wrong", () => {
    const { lab, now, write } = made();
    write("ipv4.ttl", "63");
    lab.sendOn("router");
    expect(now().discarded.map(({ why }) => why)).toEqual(["header-checksum"]);
  });

  test("forgets what came of it before", () => {
    const { lab, now, write } = made();
    lab.sendOn("router");
    expect(now().frames.length).toBe(2);
    write("tcp.dst-port", "443");
    expect(now().frames.length).toBe(1);
    lab.sendOn("router");
    expect(now().frames.map(({ from }) => from)).toEqual(["Ann", "router"]);
  });

  test("says what does not fit, and stays as it was", () => {
    const { lab, frame, write } = made();
    const { bytes } = frame();
    write("ipv4.ttl", "300");
    expect(lab.fieldProblem.value).toMatch(/0 to 255/);
    expect(frame().bytes).toEqual(bytes);
  });
});

test("the status says how many bytes, and what had been said", () => {
  const { lab } = openLayers(plainSettings);
  lab.say({ frameBytes: "40" });
  lab.wrap();
  const recording = lab.recording();
  const shown = { stage: "done", isReplay: false, isFromBefore: false } as const;
  const run = recording && { ...recording, settings: plainSettings, ...shown };
  expect(statusOf(run, "40")).toBe(
    "1 frame of 69 bytes: Ethernet 14, IPv4 20, TCP 20, WebSocket 6, Engine.IO 1, Socket.IO 1, data 7. You said 40.",
  );
});

test.each<[Partial<Settings>, RegExp]>([
  [{ text: "" }, /an event has a name/],
  [{ carrier: "tcp", text: "" }, /sends no segment/],
  [{ carrier: "dns", text: "two words" }, /letters, digits and hyphens/],
  [{ carrier: "udp", size: "4000", dontFragment: true }, /EMSGSIZE/],
  [{ text: "a".repeat(201) }, /at most 200/],
  [{ text: "\ud800" }, /half a character/],
])("what cannot be made is told: %j", (change, says) => {
  const { lab, runs } = openLayers({ ...plainSettings, ...change });
  lab.wrap();
  expect(lab.problem.value?.says).toMatch(says);
  expect(runs).toEqual([]);
});
