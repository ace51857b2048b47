import type { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { newKeys } from "#lab-kit/keys.ts";
import type { OpenBench } from "./bench.ts";
import { arm } from "./testing/arm.ts";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const deep = (levels: number, open = "[", close = "]") =>
  open.repeat(levels) + close.repeat(levels);

/** Socket.IO packets as text; each goes out on a connection of its own. */
const packets: readonly string[] = [
  "4",
  "42",
  "4212",
  "42[]",
  "42[null]",
  "42[{}]",
  "42[true]",
  "42[5]",
  '42["news"',
  '42["news",]',
  "42{}",
  '42["error"]',
  '42["error",{"message":"x"}]',
  '42["__proto__",{"__proto__":{"polluted":1}}]',
  '42["constructor",1]',
  '42["toString"]',
  '42["connect"]',
  '42["disconnect"]',
  '42["disconnecting"]',
  '42["newListener","x"]',
  '42["removeListener","x"]',
  '42["news",{"__proto__":{"polluted":1}}]',
  `42["news",${deep(8000)}]`,
  `421["news",${deep(8000)}]`,
  `42["news",${deep(2000, '{"a":', "}").replace(":}", ":1}")}]`,
  `42["${"e".repeat(16_000)}"]`,
  "429007199254740993[1]",
  '429007199254740993["news"]',
  "42/other,[1]",
  '42/,["news"]',
  "43",
  "430[]",
  "430{}",
  "4399999999[1]",
  "43[1]",
  "44",
  '44{"message":"x"}',
  "40",
  "40{}",
  '40{"__proto__":{"polluted":1}}',
  '40/other,{"token":1}',
  "41",
  "41/other,",
  "45",
  '451-["news",{"_placeholder":true,"num":0}]',
  '451-["news",{"_placeholder":true,"num":9}]',
  '4511-["news"]',
  '4599999999-["news"]',
  '450-["news"]',
  '45-1-["news"]',
  '45NaN-["news"]',
  `451-["news",${deep(8000)}]`,
  "46",
  "461-0[1]",
  "47",
  "49",
  "4x",
  "4\u0000",
  "0",
  "1",
  "2",
  "2probe",
  "3",
  "3probe",
  "5",
  "6",
  "7",
  "b",
  "bAAAA",
  "bmot-base64!",
  "",
  "\uD800",
];

/** Does what is given on a connection that has joined, and waits until the host has dealt with it. */
async function send(host: TestHost, path: string, connect: string, texts: string[]): Promise<void> {
  using raw = new RawConnection(host);
  await raw.upgrade(path);
  raw.frame(connect);
  await until(() => /40\{"sid"/.test(raw.read));
  for (const text of texts) raw.frame(text);
  raw.frame("41");
  await raw.closing();
}

/** A session of Ann that has not joined; `send` sends one packet. */
async function rawSession(host: TestHost, page: TestPage, transport: "polling" | "websocket") {
  const raw = new RawConnection(host);
  const dispose = { [Symbol.dispose]: () => raw[Symbol.dispose]() };
  if (transport === "websocket") {
    await raw.upgrade(subjectPath(page, { transport }));
    return { ...dispose, send: async (packet: string) => raw.frame(packet) };
  }
  const opened = await (await fetch(host.url + subjectPath(page))).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const url = host.url + subjectPath(page, { more: `&sid=${sid}` });
  const send = async (body: string) => void (await fetch(url, { method: "POST", body }));
  return { ...dispose, send };
}

/** Does the same with each, a few at a time: a bench has eight connections at most. */
async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
  for (let start = 0; start < items.length; start += 6) {
    await Promise.all(items.slice(start, start + 6).map(act));
  }
}

const isPolluted = () => "polluted" in {};

describe("packets that no client of Socket.IO sends", () => {
  it("from a subject harm neither the host nor another bench", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    const heard: unknown[] = [];
    (await other.subject("Bob")).onAny((name) => heard.push(name));
    await arm(page);
    const path = subjectPath(page, { transport: "websocket" });
    await each(packets, (packet) => send(host, path, "40", [packet, '42["news","hi"]']));
    expect(isPolluted()).toBe(false);
    expect((await other.command("bench-clock", {})).ok).toBe(true);
    expect((await page.command("bench-clock", {})).ok).toBe(true);
    expect(heard).toEqual([]);
  });

  it("from an owner's page harm neither the host nor another bench", async () => {
    await using host = await TestHost.start();
    using other = await TestPage.open(host);
    const path = controlPath("websocket");
    await each(packets, (packet) => {
      const connect = `40${JSON.stringify({ lab: "emit", build: "dev", ...newKeys() })}`;
      return send(host, path, connect, [packet, '421["bench-clock",{}]']);
    });
    expect(isPolluted()).toBe(false);
    expect((await other.command("bench-clock", {})).ok).toBe(true);
    expect(other.ended).toEqual([]);
  });

  it("in a long poll's body close that session and no other", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await each(packets, async (body) => {
      const opened = await (await fetch(host.url + subjectPath(page))).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      const url = host.url + subjectPath(page, { more: `&sid=${sid}` });
      await fetch(url, { method: "POST", body: `40\u001e${body}\u001e1` });
    });
    await until(async () => (await host.health()).connections === 1);
    expect((await page.command("bench-clock", {})).ok).toBe(true);
  });
});

describe("a reader's own event", () => {
  it.each(["error", "__proto__", "constructor", "hasOwnProperty", "toString", "message", "ended"])(
    "may be named %s",
    async (event) => {
      await using host = await TestHost.start();
      using page = await TestPage.open(host);
      await arm(page, { event });
      const [ann, bob] = [await page.subject("Ann"), await page.subject("Bob")];
      const heard = new Promise((resolve) => bob.once(event, resolve));
      ann.emit(event, "hi");
      expect(await heard).toBe("hi");
    },
  );

  it("may carry bytes", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    const [ann, bob] = [await page.subject("Ann"), await page.subject("Bob")];
    const heard = new Promise<Buffer>((resolve) => bob.once("news", resolve));
    ann.emit("news", Buffer.from([1, 2, 3]));
    expect([...(await heard)]).toEqual([1, 2, 3]);
  });

  it("that is nested too deeply to be sent on is told as dropped", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    await arm(page);
    await send(host, subjectPath(page, { transport: "websocket" }), "40", [
      `42["news",${deep(8000)}]`,
    ]);
    await until(() => page.observed.some(({ what }) => what === "dropped"));
    expect(page.observed.find(({ what }) => what === "dropped")).toMatchObject({
      where: "server",
      reason: "the server's own code failed; the bench goes on",
    });
  });
});

describe("one connection", () => {
  it("that joins twice is cut off", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using raw = new RawConnection(host);
    await raw.upgrade(subjectPath(page, { transport: "websocket" }));
    for (let joined = 0; joined < 5; joined += 1) raw.frame("40");
    await until(() => raw.isClosed);
    expect(host.app.benches.find(page.bench)?.io.sockets.sockets.size).toBe(0);
    const ann = await page.subject("Ann");
    expect(ann.connected).toBe(true);
  });

  it("may leave and join again", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using raw = new RawConnection(host);
    await raw.upgrade(subjectPath(page, { transport: "websocket" }));
    for (let joined = 1; joined <= 3; joined += 1) {
      raw.frame("40");
      await until(() => raw.read.split('40{"sid"').length === joined + 1);
      raw.frame("41");
    }
    expect(raw.isClosed).toBe(false);
  });

  it.each([
    ["emit", "upgrade"],
    ["unplug", "packetCreate"],
  ])("that leaves and joins again and again leaves nothing behind in %s", async (lab, event) => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host, { lab });
    const bench = host.app.benches.find(page.bench) as OpenBench;
    using session = await rawSession(host, page, lab === "emit" ? "polling" : "websocket");
    for (let joined = 0; joined < 15; joined += 1) {
      await session.send("40");
      await until(() => bench.io.sockets.sockets.size === 1);
      await session.send("41");
      await until(() => bench.io.sockets.sockets.size === 0);
    }
    const [conn] = Object.values(
      (bench.engine as unknown as { clients: object }).clients,
    ) as EventEmitter[];
    expect(conn?.listenerCount(event)).toBe(0);
  });

  it("that opens benches by the dozen opens one", async () => {
    await using host = await TestHost.start();
    using raw = new RawConnection(host);
    await raw.upgrade(controlPath("websocket"));
    for (let bench = 0; bench < 9; bench += 1) {
      const keys = { bench: `${bench}`.repeat(32), owner: "0".repeat(32) };
      raw.frame(`40${JSON.stringify({ lab: "echo", build: "dev", ...keys })}`);
    }
    await until(() => raw.isClosed);
    expect(host.app.benches.count).toBeLessThanOrEqual(1);
  });
});
