import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";
import { until } from "#server/testing/until.ts";
import type { Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { RouteClient } from "./route-client.ts";

let host: TestHost;
let page: TestPage;
beforeAll(async () => {
  host = await TestHost.start();
  page = await TestPage.open(host, { lab: "transports" });
});
afterAll(async () => {
  page[Symbol.dispose]();
  await host[Symbol.asyncDispose]();
});

/** A client in the seat of a lane, and what it observed. */
function clientOf(seat = page.seats.Polling ?? "") {
  const seen: Observation[] = [];
  const client = new RouteClient({
    who: "Polling",
    urlOf: (name) => new URL(`/b/transports/${name}?bench=${page.bench}&seat=${seat}`, host.url),
    observer: new PageObserver((observation) => seen.push(observation)),
  });
  const told = () =>
    seen.map((one) => ("message" in one ? `${one.where} ${one.what} ${one.message}` : ""));
  return { client, told };
}

it("observes a request and what its answer holds, without the keys", async () => {
  const { client, told } = clientOf();
  const answer = await client.ask("poll", { after: "0" }, (body) => [`got ${body}`]);
  expect(answer).toEqual({ ok: true, value: "[]" });
  expect(told()).toEqual(["Polling message-out GET poll?after=0", "Polling message-in got []"]);
});

it("fails where it is refused, and says nothing came", async () => {
  const { client, told } = clientOf("0".repeat(32));
  expect((await client.ask("poll", {}, (body) => [body])).ok).toBe(false);
  expect(told()).toEqual(["Polling message-out GET poll"]);
  const ended = new Promise<void>((resolve) => {
    client.connect("socket", { heard: (text) => text, ended: resolve });
  });
  await expect(ended).resolves.toBeUndefined();
});

it("ends what is open when it is closed", async () => {
  const { client } = clientOf();
  const waiting = client.ask("wait", { after: "0" }, (body) => [body]);
  const visits = () => host.app.benches.find(page.bench)?.visits.count;
  await until(() => visits() === 1);
  client.close();
  expect((await waiting).ok).toBe(false);
  await until(() => visits() === 0);
});

it("has nowhere to go while there is no bench", async () => {
  const observer = new PageObserver(() => undefined);
  const client = new RouteClient({ who: "Polling", urlOf: () => undefined, observer });
  expect((await client.ask("poll", {}, (body) => [body])).ok).toBe(false);
  const ended = vi.fn();
  const hooks = { heard: (text: string) => text, ended };
  client.listen("stream", hooks);
  client.connect("socket", hooks);
  expect(ended).toHaveBeenCalledTimes(2);
});
