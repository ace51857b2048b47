import type { Server } from "socket.io";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

/** Ann and Cem come to the first server, Bob and Dee to the second. */
const subjects = ["Ann", "Bob", "Cem", "Dee"] as const;
type Who = (typeof subjects)[number];

const roomsOf: Readonly<Record<Who, readonly string[]>> = {
  Ann: ["red"],
  Bob: ["red", "blue"],
  Cem: ["blue"],
  Dee: [],
};

const ids: Partial<Record<Who, string>> = {};
let first: Server | undefined;
let host: TestHost;
let page: TestPage;
/** Names of the clients that heard `news`, in the order of hearing. */
let heard: Who[] = [];
let fences = 0;

const lab = defineLabServer(
  { ...echoContract, id: "many", subjects },
  (bench) => {
    first = bench.io;
    bench.onServer((io) =>
      io.on("connection", async (socket) => {
        const who = bench.whoIs(socket) as Who;
        ids[who] = socket.id;
        await socket.join([...roomsOf[who]]);
      }),
    );
    return { handlers: { repeat: () => ok({}) } };
  },
  { nodes: { count: 2, isClustered: true } },
);

beforeAll(async () => {
  host = await TestHost.start({ labs: [lab] });
  page = await TestPage.open(host, { lab: "many" });
  for (const who of subjects) {
    const client = await page.subject(who, { transports: ["websocket"] });
    client.on("news", (...args: unknown[]) => {
      heard.push(who);
      const answer = args.at(-1);
      if (typeof answer === "function") answer(who);
    });
    client.on("fence", () => {
      fences += 1;
    });
  }
  await until(() => Object.keys(ids).length === subjects.length);
});
afterAll(async () => {
  page[Symbol.dispose]();
  await host[Symbol.asyncDispose]();
});

const theServer = (): Server => {
  if (!first) throw new Error("server = none, the bench is open");
  return first;
};
const annOf = (io: Server) => {
  const ann = io.sockets.sockets.get(ids.Ann ?? "");
  if (!ann) throw new Error("Ann = elsewhere, at the first server");
  return ann;
};

/** Makes a call at the first server; what it brought is there once each client has had the fence. */
async function brought(call: (io: Server) => unknown) {
  const from = page.observed.length;
  heard = [];
  fences = 0;
  const given = await call(theServer());
  theServer().emit("fence");
  await until(() => fences === subjects.length);
  const writes = () =>
    page.observed.slice(from).flatMap((seen) => (seen.what === "written" ? [seen] : []));
  await until(() => writes().filter(({ event }) => event === "fence").length === 2);
  const told = writes().filter(({ event }) => event === "news");
  return {
    given,
    heard: heard.toSorted(),
    told: told.flatMap(({ write }) => write.recipients).toSorted(),
  };
}

const calls: [string, (io: Server) => unknown, readonly Who[]][] = [
  ["io", (io) => io.emit("news"), subjects],
  ['io.to("red")', (io) => io.to("red").emit("news"), ["Ann", "Bob"]],
  ['io.to("red").to("blue")', (io) => io.to("red").to("blue").emit("news"), ["Ann", "Bob", "Cem"]],
  ['io.except("red")', (io) => io.except("red").emit("news"), ["Cem", "Dee"]],
  ['io.to("red").except("blue")', (io) => io.to("red").except("blue").emit("news"), ["Ann"]],
  ["io.local", (io) => io.local.emit("news"), ["Ann", "Cem"]],
  ['io.local.to("blue")', (io) => io.local.to("blue").emit("news"), ["Cem"]],
  ["a room without members", (io) => io.to("green").emit("news"), []],
  ["the room of a client elsewhere", (io) => io.to(ids.Bob ?? "").emit("news"), ["Bob"]],
  ["a client's socket", (io) => annOf(io).emit("news"), ["Ann"]],
  ["socket.broadcast", (io) => annOf(io).broadcast.emit("news"), ["Bob", "Cem", "Dee"]],
  ['socket.to("red")', (io) => annOf(io).to("red").emit("news"), ["Bob"]],
  ["socket.local", (io) => annOf(io).local.emit("news"), ["Cem"]],
];

describe("on a bench with a cluster, clients and observations agree", () => {
  test.each(calls)("on who gets an event of %s", async (_, call, receivers) => {
    const { heard, told } = await brought(call);
    expect(heard).toEqual(receivers);
    expect(told).toEqual(receivers);
  });

  test.each([
    ["all", (io: Server) => io.timeout(2000).emitWithAck("news"), subjects],
    ["a room", (io: Server) => io.to("red").timeout(2000).emitWithAck("news"), ["Ann", "Bob"]],
    [
      "all but a room",
      (io: Server) => io.except("red").timeout(2000).emitWithAck("news"),
      ["Cem", "Dee"],
    ],
  ] as const)("on who acknowledges an event for %s", async (_, call, receivers) => {
    const { given, heard, told } = await brought(call);
    expect((given as string[]).toSorted()).toEqual(receivers);
    expect(heard).toEqual(receivers);
    expect(told).toEqual(receivers);
  });

  test("on who is in a room that the other server's clients were sent to", async () => {
    const sent = await brought(async (io) => {
      io.in("blue").socketsJoin("green");
      await until(async () => (await io.in("green").fetchSockets()).length === 2);
      io.to("green").emit("news");
    });
    expect([sent.heard, sent.told]).toEqual([
      ["Bob", "Cem"],
      ["Bob", "Cem"],
    ]);
    const left = await brought(async (io) => {
      io.in("green").socketsLeave("green");
      await until(async () => (await io.in("green").fetchSockets()).length === 0);
      io.to("green").emit("news");
    });
    expect([left.heard, left.told]).toEqual([[], []]);
  });
});
