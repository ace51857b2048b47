import { expect, test } from "vitest";
import type { Fact, Observation } from "#lab-kit/observation.ts";
import { logLine } from "./log-line.ts";

const clocks = { page: { offsetMs: 1000, errorMs: 0.3 } };
const at = (fact: Fact, clock: "page" | "server" = "server"): Observation => ({
  ...fact,
  seq: 0,
  atMs: clock === "server" ? 5001.4 : 4001.4,
  clock,
  where: clock === "server" ? "server" : "Ann",
});
const toRed: Fact = {
  what: "written",
  event: "news",
  write: {
    recipients: ["Bob", "Cem"],
    kind: "broadcast",
    rooms: ["red"],
    except: ["Ann"],
    memberships: {},
  },
};

type Said = [what: string, event: string | undefined, detail: string];

const row = { localPort: 4000, remotePort: 0, sendQueueBytes: 0, receiveQueue: 2, inode: 7 };

const cases: Record<Fact["what"], [Fact, Said]> = {
  routed: [
    { what: "routed", from: "Ann", request: "upgrade", node: 2 },
    ["sent a WebSocket request of Ann", undefined, "to node 2"],
  ],
  "request-refused": [
    { what: "request-refused", from: "Ann", code: 1, says: "Session ID unknown", node: 2 },
    ["refused a request of Ann", undefined, "error 1, Session ID unknown"],
  ],
  connected: [
    { what: "connected", transport: "websocket" },
    ["connected", undefined, "over websocket"],
  ],
  "packet-out": [
    { what: "packet-out", to: "server", packet: "40" },
    ["sent a packet", undefined, "40"],
  ],
  "packet-in": [
    { what: "packet-in", from: "You", packet: "40" },
    ["got a packet", undefined, "40"],
  ],
  upgraded: [
    { what: "upgraded", transport: "websocket" },
    ["changed transport", undefined, "to websocket"],
  ],
  disconnected: [
    { what: "disconnected", reason: "transport close" },
    ["disconnected", undefined, "transport close"],
  ],
  refused: [{ what: "refused", reason: "not allowed" }, ["was refused", undefined, "not allowed"]],
  checked: [{ what: "checked", isLetIn: true }, ["middleware ran", undefined, "let in"]],
  fault: [
    { what: "fault", fault: "pulled" },
    ["cable pulled", undefined, "bytes are held, nobody is told"],
  ],
  pinged: [{ what: "pinged" }, ["heartbeat sent", undefined, "into the pulled cable"]],
  forgot: [
    { what: "forgot", sessions: 1, packets: 2 },
    ["forgot", undefined, "1 sessions, 2 packets kept for recovery"],
  ],
  listening: [{ what: "listening", event: "news", times: 2 }, ["listens", "news", "2 listeners"]],
  joined: [{ what: "joined", room: "red" }, ["joined a room", undefined, "red"]],
  left: [{ what: "left", room: "red" }, ["left a room", undefined, "red"]],
  emitted: [{ what: "emitted", event: "news" }, ["emitted", "news", ""]],
  buffered: [
    { what: "buffered", event: "news" },
    ["kept in the buffer", "news", "until there is a connection"],
  ],
  dropped: [
    { what: "dropped", event: "news", reason: "volatile" },
    ["dropped", "news", "volatile"],
  ],
  sent: [{ what: "sent", event: "news" }, ["handed to the connection", "news", ""]],
  received: [
    { what: "received", event: "news", from: "Ann", wantsAck: true },
    ["received", "news", "from Ann, wants an acknowledgement"],
  ],
  written: [toRed, ["wrote", "news", "addressed to rooms red except Ann; recipients: Bob, Cem"]],
  returned: [{ what: "returned", event: "news" }, ["finished with", "news", ""]],
  arrived: [{ what: "arrived", event: "news" }, ["arrived", "news", ""]],
  handled: [{ what: "handled", event: "news" }, ["listener called", "news", ""]],
  acknowledged: [{ what: "acknowledged", to: "Ann" }, ["acknowledged", undefined, "to Ann"]],
  "ack-received": [
    { what: "ack-received", answer: '"ok"' },
    ["acknowledgement received", undefined, '"ok"'],
  ],
  "ack-timed-out": [
    { what: "ack-timed-out", error: "operation has timed out" },
    ["acknowledgement timed out", undefined, "operation has timed out"],
  ],
  "ack-late": [
    { what: "ack-late" },
    ["acknowledgement ignored", undefined, "it came too late: nobody waits for it"],
  ],
  "message-out": [
    { what: "message-out", to: "server", message: "GET news" },
    ["sent to server", undefined, "GET news"],
  ],
  "message-in": [
    { what: "message-in", from: "server", message: "news 1" },
    ["got from server", undefined, "news 1"],
  ],
  tapped: [
    {
      what: "tapped",
      way: "up",
      connection: 1,
      exchange: 2,
      bytes: btoa("hey, you"),
      masked: [{ from: 5, to: 8, why: "key" }],
    },
    ["bytes to the server", undefined, "8 bytes, some masked; connection 1, exchange 2"],
  ],
  counted: [
    { what: "counted", way: "down", connection: 1, exchange: 2, sizeBytes: 70_000 },
    ["bytes from the server", undefined, "70000 bytes, counted only; connection 1, exchange 2"],
  ],
  "connect-failed": [
    { what: "connect-failed", error: "timeout" },
    ["could not connect", undefined, "timeout"],
  ],
  "upgrade-failed": [
    { what: "upgrade-failed", error: "probe error" },
    ["could not change transport", undefined, "probe error"],
  ],
  reconnecting: [{ what: "reconnecting", attempt: 2 }, ["tries again", undefined, "attempt 2"]],
  "gave-up": [{ what: "gave-up", attempts: 1 }, ["gave up", undefined, "after 1 more attempt"]],
  "upgrade-stopped": [
    { what: "upgrade-stopped", how: "swallowed", from: "Ann" },
    ["swallowed a WebSocket request", undefined, "of Ann: no answer"],
  ],
  "socket-called": [
    { what: "socket-called", call: "recv", socket: "C1", sizeBytes: 0 },
    ["recv()", undefined, "on C1; 0 bytes: the end"],
  ],
  "socket-waits": [
    { what: "socket-waits", call: "accept", socket: "L" },
    ["accept()", undefined, "on L; has not come back yet"],
  ],
  kernel: [
    {
      what: "kernel",
      tcp: [{ ...row, state: "LISTEN", socket: "L" }],
      udp: [{ ...row, drops: 3 }],
    },
    [
      "table of sockets",
      undefined,
      "L 4000 Recv-Q 2 Send-Q 0 inode 7 LISTEN | 4000 Recv-Q 2 Send-Q 0 inode 7 drops 3",
    ],
  ],
  wrote: [
    { what: "wrote", sizeBytes: 131_072, times: 2, isTaken: false, heldBytes: 20_000 },
    ["write()", undefined, "131,072 bytes in 2 calls; returned false, Node holds 20,000 bytes"],
  ],
  read: [{ what: "read", sizeBytes: 3, text: "a\nb" }, ["read", undefined, '3 bytes "a\\nb"']],
  drained: [{ what: "drained" }, ["drain", undefined, "Node holds nothing any more"]],
  held: [{ what: "held", sizeBytes: 1 }, ["Node holds", undefined, "1 byte"]],
  hashed: [
    { what: "hashed", sizeBytes: 10, sha256: "0123456789abcdef" },
    ["in all", undefined, "10 bytes, SHA-256 0123456789abcdef…"],
  ],
  "node-sockets": [
    {
      what: "node-sockets",
      sockets: [{ socket: "L1", state: "listening", local: 4000, remote: 0 }],
    },
    ["sockets, as Node knows them", undefined, "L1 4000 listening"],
  ],
  "numbered-out": [
    {
      what: "numbered-out",
      over: "udp",
      to: "Receiver",
      numbers: [4],
      sizeBytes: 70_000,
      error: "EMSGSIZE",
    },
    ["sent to Receiver over UDP", undefined, "number 4, 70000 bytes; error EMSGSIZE"],
  ],
  "numbered-in": [
    {
      what: "numbered-in",
      over: "tcp",
      from: "Sender",
      numbers: [1, 2, 3, 5, 7, 8],
      sizeBytes: 600,
    },
    ["got from Sender over TCP", undefined, "numbers 1–3, 5, 7–8, 600 bytes in one go"],
  ],
  relayed: [{ what: "relayed", number: 3, how: "lost" }, ["threw away", undefined, "number 3"]],
  ends: [
    { what: "ends", connection: 1, ip: "ipv4", clientPort: 50123, serverPort: 80 },
    ["connection 1", undefined, "port 50123 to port 80"],
  ],
  wrapped: [
    { what: "wrapped", number: 1, layer: "tcp", addedBytes: 20, wholeBytes: 35 },
    ["frame 1: tcp", undefined, "20 of 35 bytes"],
  ],
  framed: [
    { what: "framed", number: 1, to: "router", sizeBytes: 3, bytes: "aGV5" },
    ["frame 1 to router", undefined, "3 bytes"],
  ],
  changed: [
    { what: "changed", number: 2, layer: "ipv4", field: "ipv4.ttl", before: "64", after: "63" },
    ["frame 2: ipv4.ttl", undefined, "64 → 63"],
  ],
  summed: [
    { what: "summed", number: 1, layer: "tcp", isRight: false, found: "0x0001", due: "0x0002" },
    ["frame 1: tcp checksum", undefined, "0x0001, due 0x0002"],
  ],
  discarded: [
    { what: "discarded", number: 1, why: "ttl-over", reason: "It ends here." },
    ["frame 1: discarded", undefined, "It ends here."],
  ],
  skipped: [{ what: "skipped", count: 7 }, ["not kept", undefined, "7 more, too many at once"]],
};

test.each(Object.entries(cases))("%s is said in words", (_, [fact, said]) => {
  const { what, event, detail } = logLine(at(fact), clocks, 5000);
  expect([what, event, detail]).toEqual(said);
});

test("a write to one socket and a write to nobody say so", () => {
  const write = { recipients: [], kind: "socket" as const, rooms: [], except: [], memberships: {} };
  const { detail } = logLine(at({ what: "written", event: "news", write }), clocks, 5000);
  expect(detail).toBe("addressed to one socket; recipients: nobody");
});

test("a time is the server's, and carries an error unless it is of the origin's clock", () => {
  const fact: Fact = { what: "emitted", event: "news" };
  expect(logLine(at(fact, "page"), clocks, 5000).time).toBe("1.4 ±\u00a00.3\u00a0ms");
  expect(logLine(at(fact, "page"), clocks, 5000, "page").time).toBe("1.4\u00a0ms");
  expect(logLine(at(fact, "server"), clocks, 5000, "page").time).toBe("1.4 ±\u00a00.3\u00a0ms");
  expect(logLine(at(fact, "server"), clocks, 5000).time).toBe("1.4\u00a0ms");
});

test("a client that is back says whether it was recovered, and under which id", () => {
  const back = { isRecovered: true, hasSameId: true };
  const fact: Fact = { what: "connected", transport: "websocket", back };
  expect(logLine(at(fact), clocks, 5000).detail).toBe("over websocket; recovered, the same id");
});

test("a client that left says whether it tries again", () => {
  const fact: Fact = { what: "disconnected", reason: "io client disconnect", willReturn: false };
  expect(logLine(at(fact), clocks, 5000).detail).toBe(
    "io client disconnect; does not try again by itself",
  );
});

test("a fact of another namespace says so, and over whose connection it came about", () => {
  const over = { session: 1, path: "/socket.io/", besides: ["/"] };
  const fact: Fact = { what: "connected", transport: "websocket", over, namespace: "/news" };
  expect(logLine(at(fact), clocks, 5000)).toMatchObject({
    what: "connected in /news",
    detail: "over the connection of /, path /socket.io/",
  });
});

test("a call that failed says the name of its error", () => {
  const failed: Fact = { what: "socket-called", call: "send", socket: "C1", error: "EPIPE" };
  expect(logLine(at(failed), clocks, 5000).detail).toBe("on C1; error EPIPE");
});

test("a fact of a node among several is told of that node", () => {
  expect(logLine(at({ ...toRed, node: 2 }), clocks, 5000).where).toBe("node 2");
});

test("an attempt that failed says what was answered, where there was an answer", () => {
  const answer = { status: 400, body: "no" };
  const failed = at({ what: "connect-failed", error: "xhr post error", answer }, "page");
  expect(logLine(failed, clocks, 5000).detail).toBe("xhr post error: 400 no");
});
