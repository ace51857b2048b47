import { describe, expect, it } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import type { Fact, Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { openSubject, type Subject, type SubjectOptions } from "./subject.ts";
import { lonelyLeases } from "./testing/session-rig.ts";

/** Ann on a real bench, whose server replies to her event unless a test arms it otherwise. */
class Ann implements AsyncDisposable {
  readonly page: TestPage;
  readonly host: TestHost;
  readonly subject: Subject;
  readonly observed: Observation[] = [];

  private constructor(host: TestHost, page: TestPage, options: Partial<SubjectOptions>) {
    this.host = host;
    this.page = page;
    this.subject = openSubject({
      who: "Ann",
      bench: page.bench,
      seat: page.seats.Ann ?? "",
      observer: new PageObserver((seen) => this.observed.push(seen)),
      url: host.url,
      leases: lonelyLeases(),
      ...options,
    });
  }

  static async open(options: Partial<SubjectOptions> = {}, isArmed = true): Promise<Ann> {
    const host = await TestHost.start();
    const page = await TestPage.open(host);
    const rooms = { Ann: [], Bob: [], Cem: [], Dee: [] };
    const call = { event: "news", payload: '"hi"', serverCall: "reply", room: "red", rooms };
    if (isArmed) await page.command("arm", call);
    return new Ann(host, page, options);
  }

  /** What was seen, without when and where. */
  get facts(): Fact[] {
    return this.observed.map(({ seq: _, atMs: __, clock: ___, where: ____, ...fact }) => fact);
  }

  get whats(): string[] {
    return this.observed.map(({ what }) => what);
  }

  async isConnected(): Promise<void> {
    await until(() => this.subject.socket.connected);
    this.observed.length = 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.subject.close();
    this.page[Symbol.dispose]();
    await this.host[Symbol.asyncDispose]();
  }
}

const event = "news";

describe("a client under study", () => {
  it("connects by WebSocket only, and says so", async () => {
    await using ann = await Ann.open();
    await until(() => ann.subject.socket.connected);
    expect(ann.facts).toEqual([{ what: "connected", transport: "websocket" }]);
    expect(ann.observed[0]).toMatchObject({ where: "Ann", clock: "page", seq: 1 });
  });

  it("says why it disconnected", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    ann.subject.socket.disconnect();
    expect(ann.facts).toEqual([
      { what: "disconnected", reason: "io client disconnect", willReturn: false },
    ]);
  });

  it("does not connect by itself where its options say so", async () => {
    await using ann = await Ann.open({ client: { autoConnect: false } });
    expect(ann.subject.socket.active).toBe(false);
  });

  it("leaves nothing connected and says nothing more when it is closed", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    ann.subject.close();
    expect(ann.subject.socket.active).toBe(false);
    expect(ann.facts).toEqual([]);
    await until(() => ann.page.observed.some(({ what }) => what === "disconnected"));
  });
});

describe("an event that it emits", () => {
  it("is emitted and sent", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    ann.subject.call(event, () => ann.subject.socket.emit(event, 1));
    expect(ann.facts).toEqual([
      { what: "emitted", event },
      { what: "sent", event },
    ]);
  });

  it("is buffered while it is not connected, and sent when it is", async () => {
    await using ann = await Ann.open({ client: { autoConnect: false } });
    ann.subject.call(event, () => ann.subject.socket.emit(event, 1));
    expect(ann.facts).toEqual([
      { what: "emitted", event },
      { what: "buffered", event },
    ]);
    ann.subject.socket.connect();
    await until(() => ann.whats.includes("sent"));
    expect(ann.whats.filter((what) => what === "sent")).toHaveLength(1);
  });

  it("is dropped when it is volatile and nobody is connected", async () => {
    await using ann = await Ann.open({ client: { autoConnect: false } });
    ann.subject.call(event, () => ann.subject.socket.volatile.emit(event, 1));
    expect(ann.whats).toEqual(["emitted", "dropped"]);
    expect(ann.subject.socket.sendBuffer).toEqual([]);
  });

  it("that throws leaves no listener behind", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    const before = ann.subject.socket.listenersAnyOutgoing().length;
    const make = () => {
      throw new Error("no");
    };
    expect(() => ann.subject.call(event, make)).toThrow("no");
    expect(ann.subject.socket.listenersAnyOutgoing()).toHaveLength(before);
  });
});

describe("an acknowledgement", () => {
  it("is recorded with its answer", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    ann.subject.call(event, ({ answered }) => ann.subject.socket.emit(event, 1, answered));
    await until(() => ann.whats.includes("ack-received"));
    expect(ann.facts.at(-1)).toMatchObject({ what: "ack-received", answer: expect.any(String) });
  });

  it("that does not come is recorded with the error", async () => {
    await using ann = await Ann.open({}, false);
    await ann.isConnected();
    const { socket } = ann.subject;
    ann.subject.call("unheard", ({ answered, failed }) =>
      socket
        .timeout(1)
        .emit("unheard", (error: Error | null, answer: unknown) =>
          error ? failed(error) : answered(answer),
        ),
    );
    await until(() => ann.whats.includes("ack-timed-out"));
    expect(ann.facts.at(-1)).toEqual({
      what: "ack-timed-out",
      error: "operation has timed out",
      event: "unheard",
    });
  });

  it("that comes too late is recorded as such, since the client ignores it", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    const { socket } = ann.subject;
    ann.subject.call(event, () => {
      socket.emit(event, "hi", () => undefined);
      // What the client itself does when the time is up.
      const { acks } = socket as unknown as { acks: Record<string, unknown> };
      for (const id of Object.keys(acks)) delete acks[id];
    });
    await until(() => ann.whats.includes("ack-late"));
    expect(ann.whats).not.toContain("ack-received");
  });

  it.each([
    [undefined, "undefined"],
    ["x".repeat(500), `"${"x".repeat(199)}`],
    [{ a: [1] }, '{"a":[1]}'],
  ])("is kept as short JSON", async (answer, text) => {
    await using ann = await Ann.open({ client: { autoConnect: false } });
    ann.subject.call(event, ({ answered }) => answered(answer));
    expect(ann.facts[1]).toEqual({ what: "ack-received", answer: text, event });
  });
});

describe("an event that arrives", () => {
  it("is seen with and without a listener, and handled once by the one that is set", async () => {
    await using ann = await Ann.open({}, false);
    const rooms = { Ann: [], Bob: [], Cem: [], Dee: [] };
    const call = { event, payload: '"hi"', serverCall: "io-emit", room: "red", rooms };
    await ann.page.command("arm", call);
    await ann.isConnected();
    const arrivals = () => ann.whats.filter((what) => what === "arrived").length;
    ann.subject.socket.emit(event, 1);
    await until(() => arrivals() === 1);
    expect(ann.whats).not.toContain("handled");
    ann.subject.listen("other");
    ann.subject.listen(event);
    ann.subject.socket.emit(event, 2);
    await until(() => ann.whats.includes("handled"));
    ann.subject.listen(undefined);
    ann.subject.socket.emit(event, 3);
    await until(() => arrivals() === 3);
    expect(ann.whats.filter((what) => what === "handled")).toHaveLength(1);
  });
});

describe("a client whose packets are watched", () => {
  const transports = ["polling", "websocket"];

  it("shows its way up, without session ids", async () => {
    await using ann = await Ann.open({ client: { transports }, watchesPackets: true });
    await until(() => ann.whats.includes("upgraded"));
    const packets = ann.facts.flatMap((fact) => ("packet" in fact ? [fact.packet] : []));
    expect(packets[0]).toMatch(/^0\{"sid":"…"/);
    expect(packets).toContain("40");
    expect(packets).toContain('40{"sid":"…"}');
  });

  it("shows each packet once, also of a connection that it made by itself", async () => {
    await using ann = await Ann.open({ client: { reconnectionDelay: 10 }, watchesPackets: true });
    await ann.isConnected();
    ann.subject.socket.io.engine.close();
    await until(() => ann.whats.includes("connected"));
    ann.observed.length = 0;
    ann.subject.socket.emit(event, 1);
    await until(() => ann.whats.includes("packet-out"));
    expect(ann.whats.filter((what) => what === "packet-out")).toHaveLength(1);
  });

  it("shows attempts that fail, those that follow, and that it gives up", async () => {
    await using ann = await Ann.open({
      seat: "stranger",
      client: { reconnectionDelay: 10, reconnectionAttempts: 2 },
      watchesPackets: true,
    });
    await until(() => ann.whats.includes("gave-up"));
    expect(ann.whats).toEqual([
      "connect-failed",
      "reconnecting",
      "connect-failed",
      "reconnecting",
      "connect-failed",
      "gave-up",
    ]);
    expect(ann.facts.at(-1)).toEqual({ what: "gave-up", attempts: 2 });
    expect(ann.facts[1]).toEqual({ what: "reconnecting", attempt: 1 });
    expect(ann.facts[0]).toEqual({ what: "connect-failed", error: "websocket error" });
  });

  it("shows that it could not leave polling", async () => {
    await using ann = await Ann.open({ client: { transports }, watchesPackets: true });
    ann.host.app.benches.find(ann.page.bench)?.treatUpgrades("refused");
    await until(() => ann.whats.includes("upgrade-failed"));
    expect(ann.subject.socket.io.engine.transport.name).toBe("polling");
  });
});

describe("a client that comes back", () => {
  it("says what it is then, and gives its connection up when it is told to", async () => {
    await using ann = await Ann.open({ client: { reconnectionDelay: 10 } });
    await ann.isConnected();
    ann.subject.giveUp();
    await until(() => ann.whats.includes("connected"));
    expect(ann.facts).toEqual([
      { what: "fault", fault: "given-up" },
      { what: "disconnected", reason: "forced close", willReturn: true },
      {
        what: "connected",
        transport: "websocket",
        back: { isRecovered: false, hasSameId: false },
      },
    ]);
  });

  it("says that it was refused when the server's middleware will not have it", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    const bench = ann.host.app.benches.find(ann.page.bench);
    bench?.onServer((io) => io.use((_, next) => next(new Error("banned"))));
    ann.subject.socket.disconnect().connect();
    await until(() => ann.whats.includes("refused"));
    expect(ann.facts.at(-1)).toEqual({ what: "refused", reason: "banned" });
  });
});

describe("with retries", () => {
  it("an event that waits behind another is told as kept, not as dropped", async () => {
    await using ann = await Ann.open({ client: { retries: 1, ackTimeout: 5000 } });
    await ann.isConnected();
    const { socket } = ann.subject;
    for (const name of ["first", "second"]) ann.subject.call(name, () => socket.emit(name));
    expect(ann.whats).toEqual(["emitted", "sent", "emitted", "buffered"]);
  });
});

describe("listeners", () => {
  it("are as many as are set, and recorded; older ones are gone", async () => {
    await using ann = await Ann.open();
    await ann.isConnected();
    ann.subject.setListeners(event, 2);
    const emit = () => ann.host.app.benches.find(ann.page.bench)?.io.emit(event, 1);
    emit();
    await until(() => ann.whats.includes("handled"));
    expect(ann.whats).toEqual(["listening", "arrived", "handled", "handled"]);
    ann.subject.setListeners(event, 0);
    ann.observed.length = 0;
    emit();
    await until(() => ann.whats.includes("arrived"));
    expect(ann.whats).toEqual(["arrived"]);
  });

  it("name what they take as the lab does, and say nothing of what it leaves out", async () => {
    const nameOf = (name: string, [first]: readonly unknown[]) =>
      name === "fence" ? undefined : `${name} ${first}`;
    await using ann = await Ann.open({ nameOf });
    await ann.isConnected();
    for (const name of ["fence", event]) ann.subject.socket.on(name, () => undefined);
    ann.subject.setListeners(event, 1);
    const { io } = ann.host.app.benches.find(ann.page.bench) ?? {};
    io?.emit("fence", 1);
    io?.emit(event, 7);
    await until(() => ann.whats.includes("handled"));
    expect(ann.facts.slice(1)).toEqual([
      { what: "arrived", event: "news 7" },
      { what: "handled", event: "news 7" },
    ]);
  });
});
