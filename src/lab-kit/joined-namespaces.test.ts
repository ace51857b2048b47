import { expect, it } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import type { Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { openSubject, type Subject, type SubjectOptions } from "./subject.ts";
import { lonelyLeases } from "./testing/session-rig.ts";

/** Ann on a real bench of the emit lab, which lets her into `/news` and refuses her in `/staff`. */
class Ann implements AsyncDisposable {
  readonly page: TestPage;
  readonly subject: Subject;
  readonly observed: Observation[] = [];
  readonly #host: TestHost;

  private constructor(host: TestHost, page: TestPage, options: Partial<SubjectOptions>) {
    this.#host = host;
    this.page = page;
    this.subject = openSubject({
      who: "Ann",
      bench: page.bench,
      seat: page.seats.Ann ?? "",
      observer: new PageObserver((seen) => this.observed.push(seen)),
      url: host.url,
      leases: lonelyLeases(),
      namespaces: { "/news": {}, "/staff": {} },
      ...options,
    });
  }

  static async open(options: Partial<SubjectOptions> = {}): Promise<Ann> {
    const host = await TestHost.start();
    const page = await TestPage.open(host);
    await page.command("namespaces", {});
    return new Ann(host, page, options);
  }

  /** `what` and namespace of each observation of the page. */
  get said(): string[] {
    return this.observed.map(({ what, namespace = "/" }) => `${what} ${namespace}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.subject.close();
    this.page[Symbol.dispose]();
    await this.#host[Symbol.asyncDispose]();
  }
}

it("is in no other namespace until it is told to", async () => {
  await using ann = await Ann.open();
  await until(() => ann.subject.socket.connected);
  expect(ann.said).toEqual(["connected /"]);
});

it("joins with its client, in one session, also after a break", async () => {
  await using ann = await Ann.open({ client: { autoConnect: false } });
  const news = ann.subject.in("/news");
  news.join();
  expect(news.socket.active).toBe(false);
  ann.subject.socket.connect();
  await until(() => news.socket.connected);
  expect(ann.said).toEqual(["connected /", "connected /news"]);
  ann.subject.socket.io.engine.close();
  await until(() => ann.said.filter((said) => said === "connected /news").length === 2);
  const joined = () =>
    ann.page.observed.filter((seen) => seen.what === "connected" && seen.namespace === "/news");
  await until(() => joined().length === 2);
  expect(joined()).toMatchObject([
    { over: { session: 1, besides: ["/"] } },
    { over: { session: 2, besides: ["/"] } },
  ]);
});

it("leaves with its client, and comes back with it", async () => {
  await using ann = await Ann.open();
  const news = ann.subject.in("/news");
  news.join();
  await until(() => news.socket.connected);
  ann.subject.socket.disconnect();
  expect(news.socket.active).toBe(false);
  ann.subject.socket.connect();
  await until(() => news.socket.connected);
  news.leave();
  expect(ann.subject.socket.connected).toBe(true);
  ann.subject.socket.disconnect().connect();
  await until(() => ann.subject.socket.connected);
  expect(news.socket.active).toBe(false);
});

it("says with which words it was refused, and tries again only when it is told to", async () => {
  await using ann = await Ann.open();
  const staff = ann.subject.in("/staff");
  const refused = () => ann.observed.filter(({ what }) => what === "refused");
  staff.join();
  await until(() => refused().length === 1);
  expect(refused()[0]).toMatchObject({ namespace: "/staff", reason: "staff only", where: "Ann" });
  expect([staff.socket.active, ann.subject.socket.connected]).toEqual([false, true]);
  staff.join();
  await until(() => refused().length === 2);
});

it("listens and calls in each of its namespaces", async () => {
  await using ann = await Ann.open();
  const event = "news";
  await ann.page.command("arm", {
    event,
    payload: "1",
    serverCall: "socket-emit",
    room: "red",
    rooms: { Ann: [], Bob: [], Cem: [], Dee: [] },
    namespace: "/news",
  });
  const { socket, join } = ann.subject.in("/news");
  join();
  ann.subject.listen(event);
  await until(() => socket.connected);
  ann.observed.length = 0;
  ann.subject.call(event, () => socket.emit(event, 1), "/news");
  await until(() => ann.said.includes("handled /news"));
  expect(ann.said).toEqual(["emitted /news", "sent /news", "arrived /news", "handled /news"]);
});

it("keeps what it emits in a namespace that it is not in", async () => {
  await using ann = await Ann.open();
  await until(() => ann.subject.socket.connected);
  ann.observed.length = 0;
  const { socket } = ann.subject.in("/staff");
  ann.subject.call("news", () => socket.emit("news", 1), "/staff");
  expect(ann.said).toEqual(["emitted /staff", "buffered /staff"]);
});
