import { type Observation, seen } from "#lab-kit/observation.ts";
import type { WireField } from "#wire/wire-field.ts";
import { type FrameParts, frameParts } from "./layer-parts.ts";
import { type Carrier, carriers } from "./model.ts";
import { shownRoute } from "./shown-run.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** What Ann sent: whole, and what of it is the message. */
function sizes({ observations }: SeenRun): { whole: number; data: number } {
  const wrapped = seen(observations, "wrapped");
  const data = wrapped.filter(({ layer }) => layer === "data");
  const sum = (bytes: readonly number[]) => bytes.reduce((all, each) => all + each, 0);
  const whole = sum(sentBytes(observations));
  return { whole, data: sum(data.map(({ addedBytes }) => addedBytes)) };
}

const sentBytes = (observations: readonly Observation[]): number[] =>
  shownRoute(observations).frames.flatMap(({ from, bytes }) =>
    from === "Ann" ? [bytes.length] : [],
  );

const isIn = (run: SeenRun): boolean => seen(run.observations, "framed").length > 0;

/** Layers that add bytes of their own to the first frame. */
function layersOf({ observations }: SeenRun): string[] {
  const own = seen(observations, "wrapped").filter(({ number }) => number === 1);
  return own.map(({ layer }) => layer).filter((layer) => layer !== "data");
}

/** Fragments, or whole packets, that the message became at the place where it was cut. */
function fragments(run: SeenRun): number {
  const { frames } = shownRoute(run.observations);
  const atRouter = frames.filter(({ from, to }) => from === "router" && to === "server").length;
  return Math.max(atRouter, frames.filter(({ from }) => from === "Ann").length);
}

/** What a change of a field is called in questions. */
const changeIds: readonly (readonly [id: string, field: RegExp])[] = [
  ["ttl", /^(ipv4\.ttl|ipv6\.hop-limit)$/],
  ["header-checksum", /^ipv4\.header-checksum$/],
  ["mac-addresses", /^ethernet\.(src|dst)$/],
  ["ip-addresses", /^ipv[46]\.(src|dst)$/],
  ["vlan-tag", /^vlan$/],
  ["ports", /^(tcp|udp)\.(src|dst)-port$/],
  ["tcp-checksum", /^tcp\.checksum$/],
  ["udp-checksum", /^udp\.checksum$/],
  ["sequence-number", /^tcp\.seq$/],
  ["payload", /^(data|socket\.io|engine\.io|websocket|http|dns)\./],
];

function changed({ observations }: SeenRun): string[] {
  const fields = seen(observations, "changed").map(({ field }) => field);
  const ids = changeIds.filter(([, pattern]) => fields.some((field) => pattern.test(field)));
  return ids.map(([id]) => id);
}

/** Layers whose checksum is wrong in the end; `none` when all are right. */
function wrongChecksums({ observations }: SeenRun): string[] {
  const last = new Map(
    seen(observations, "summed").map(({ number, layer, isRight }) => [
      `${number} ${layer}`,
      { layer, isRight },
    ]),
  );
  if (last.size === 0) return [];
  const wrong = [...last.values()].filter(({ isRight }) => !isRight).map(({ layer }) => layer);
  return wrong.length > 0 ? [...new Set(wrong)] : ["none"];
}

type Ask =
  | "frameBytes"
  | "overheadBytes"
  | "fragments"
  | "changed"
  | "layersCount"
  | "wrongChecksums"
  | "ending";

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<Record<Ask, (run: SeenRun) => string[]>> = {
  frameBytes: (run) => (isIn(run) ? [String(sizes(run).whole)] : []),
  overheadBytes: (run) => (isIn(run) ? [String(sizes(run).whole - sizes(run).data)] : []),
  fragments: (run) => (isIn(run) ? [String(fragments(run))] : []),
  changed,
  layersCount: (run) => (isIn(run) ? [String(layersOf(run).length)] : []),
  wrongChecksums,
  ending: ({ observations }) => {
    const [discarded] = seen(observations, "discarded");
    if (discarded) return [discarded.why];
    return shownRoute(observations).frames.some(({ to }) => to === "server") ? ["arrives"] : [];
  },
};

type ByteAnswer = (run: SeenRun) => { hex: string; key: readonly number[] } | undefined;

/** More than this cannot be clicked through. */
const mostAsked = 96;

/** The bytes of Ann's first frame, and which of them belong to fields like this. */
const bytesWhere =
  (is: (field: WireField<string>, parts: FrameParts) => boolean): ByteAnswer =>
  (run) => {
    const frame = shownRoute(run.observations).frames[0];
    if (!frame || frame.bytes.length > mostAsked) return undefined;
    const parts = frameParts(frame.bytes, carrierOf(run));
    const own = parts.fields.filter((field) => is(field, parts));
    const offsets = own.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    );
    const hex = Array.from(frame.bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return offsets.length > 0 ? { hex, key: [...new Set(offsets)] } : undefined;
  };

const carrierOf = ({ observations }: SeenRun): Carrier => {
  const layers = seen(observations, "wrapped").map(({ layer }) => layer);
  return (
    carriers.find((carrier) => layers.includes(carrier)) ?? (layers.includes("udp") ? "udp" : "tcp")
  );
};

const byId = (...ids: string[]): ByteAnswer => bytesWhere(({ id }) => ids.includes(id));

type ByteAsk =
  | "ttl"
  | "dst-port"
  | "src-port"
  | "protocol"
  | "dst-mac"
  | "src-mac"
  | "ethertype"
  | "src-ip"
  | "dst-ip"
  | "header-checksum"
  | "total-length"
  | "checksum"
  | "data";

/** The bytes that a question shows, and which of them are right. */
export const byteAnswers: Readonly<Record<ByteAsk, ByteAnswer>> = {
  ttl: byId("ipv4.ttl", "ipv6.hop-limit"),
  "dst-port": byId("tcp.dst-port", "udp.dst-port"),
  "src-port": byId("tcp.src-port", "udp.src-port"),
  protocol: byId("ipv4.protocol", "ipv6.next-header"),
  "dst-mac": byId("ethernet.dst"),
  "src-mac": byId("ethernet.src"),
  ethertype: byId("ethernet.type"),
  "src-ip": byId("ipv4.src", "ipv6.src"),
  "dst-ip": byId("ipv4.dst", "ipv6.dst"),
  "header-checksum": byId("ipv4.header-checksum"),
  "total-length": byId("ipv4.total-length", "ipv6.payload-length"),
  checksum: byId("tcp.checksum", "udp.checksum"),
  data: bytesWhere(({ layer }) => layer === "data"),
};
