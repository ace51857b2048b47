import type { ToldRun } from "./lab.ts";

type Seen = ToldRun["observations"][number] & Record<string, unknown>;

/** Where a symptom is reproduced, and what must have been observed there. */
export interface SymptomSign {
  lab: string;
  preset: string;
  isSeenIn(run: readonly Seen[]): boolean;
}

const of = (run: readonly Seen[], what: string): Seen[] => run.filter((seen) => seen.what === what);

const at = (where: string) => (seen: Seen) => seen.where === where;

const some = (what: string, fields: Readonly<Record<string, unknown>>) => (run: readonly Seen[]) =>
  of(run, what).some((seen) =>
    Object.entries(fields).every(([name, value]) => seen[name] === value),
  );

const recipientsIn = (run: readonly Seen[]): string[] =>
  of(run, "written").flatMap(({ write }) => (write as { recipients: string[] }).recipients);

const backOf = (run: readonly Seen[]) =>
  of(run, "connected").flatMap(({ back }) =>
    back ? [back as { isRecovered: boolean; hasSameId: boolean }] : [],
  );

const numbersOf = (run: readonly Seen[], what: string): number =>
  of(run, what).reduce((sum, { numbers }) => sum + (numbers as number[]).length, 0);

const sign = (lab: string, preset: string, isSeenIn: SymptomSign["isSeenIn"]): SymptomSign => ({
  lab,
  preset,
  isSeenIn,
});

/** By the id of the symptom. The one of CORS has a frame of its own. */
export const symptomSigns: Readonly<Record<string, SymptomSign>> = {
  "session-id-unknown": sign(
    "nodes",
    "not-sticky",
    some("request-refused", { says: "Session ID unknown" }),
  ),
  "stays-on-polling": sign(
    "upgrade",
    "default-refused",
    some("connected", { transport: "polling" }),
  ),
  "not-behind-the-proxy": sign(
    "upgrade",
    "websocket-only-refused",
    some("connect-failed", { error: "websocket error" }),
  ),
  "page-hangs-with-tabs": sign("transports", "six-connections", (run) => {
    const index = (what: string, where: string) =>
      run.findIndex((seen) => seen.what === what && seen.where === where);
    return index("message-in", "New WebSocket") < index("message-in", "Fetch");
  }),
  "others-get-nothing": sign(
    "emit",
    "client-emit",
    (run) => of(run, "received").length > 0 && recipientsIn(run).length === 0,
  ),
  "event-twice": sign("unplug", "double-listener", (run) => {
    const bobs = (what: string) => of(run, what).filter(at("Bob")).length;
    return bobs("handled") > bobs("arrived");
  }),
  "first-events-missing": sign("unplug", "late-listener", (run) => {
    const bobs = (what: string) => of(run, what).filter(at("Bob")).length;
    return bobs("handled") < bobs("arrived");
  }),
  "own-event-missing": sign("emit", "broadcast", (run) => {
    const all = recipientsIn(run);
    return all.includes("Bob") && !all.includes("Ann");
  }),
  "half-of-the-users": sign(
    "nodes",
    "no-adapter",
    (run) => recipientsIn(run).join() === "Ann,Cem" && of(run, "connected").length >= 4,
  ),
  "ack-never-comes": sign(
    "emit",
    "ack-missing",
    (run) => some("received", { wantsAck: true })(run) && of(run, "ack-received").length === 0,
  ),
  "done-twice": sign(
    "unplug",
    "retries-double",
    (run) => of(run, "received").length > of(run, "emitted").length,
  ),
  "too-large": sign(
    "wire",
    "too-long",
    (run) => of(run, "disconnected").length > 0 && of(run, "received").length === 0,
  ),
  "only-after-reconnecting": sign(
    "emit",
    "offline",
    (run) => of(run, "buffered").length > 0 && of(run, "sent").length === 0,
  ),
  "missed-while-away": sign("unplug", "away-news", (run) => {
    const got = (who: string) => of(run, "arrived").filter(at(who)).length;
    return got("Bob") < got("Ann");
  }),
  "rooms-empty": sign("unplug", "cut", (run) => backOf(run).some(({ hasSameId }) => !hasSameId)),
  "recovery-never-works": sign("unplug", "recovery-before-event", (run) =>
    backOf(run).some(({ isRecovered }) => !isRecovered),
  ),
  "ping-timeout": sign(
    "unplug",
    "pulled-too-long",
    some("disconnected", { reason: "ping timeout" }),
  ),
  "connection-refused": sign(
    "socket-life",
    "refused",
    some("socket-called", { error: "ECONNREFUSED" }),
  ),
  "address-in-use": sign("socket-life", "in-use", some("socket-called", { error: "EADDRINUSE" })),
  "connection-reset": sign("socket-life", "reset", some("socket-called", { error: "ECONNRESET" })),
  "glued-together": sign(
    "stream",
    "two-writes",
    (run) => of(run, "read").length < of(run, "wrote").length,
  ),
  "memory-grows": sign("stream", "stopped-reader", (run) =>
    of(run, "held").some(({ sizeBytes }) => Number(sizeBytes) > 100_000),
  ),
  "datagrams-missing": sign(
    "datagrams",
    "burst",
    (run) => numbersOf(run, "numbered-in") < numbersOf(run, "numbered-out"),
  ),
};
