import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { watchWrites } from "./watch-writes.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of open.splice(0)) one.close();
});

/** Both ends of a real TCP connection. */
async function connected(): Promise<[near: Socket, far: Socket]> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const near = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [far] = (await once(server, "connection")) as [Socket];
  open.push({ close: () => near.destroy() }, { close: () => far.destroy() }, server);
  return [near, far];
}

/** A clock that goes on by 3 ms whenever it is read. */
function tickingClock(): void {
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 3;
    return nowMs;
  });
}

test.each(["one", "several"])(
  "%s writes are heard with the time since they were handed over",
  async (how) => {
    const [near, far] = await connected();
    const heard: [text: string, agoMs: number][] = [];
    tickingClock();
    watchWrites(near, (bytes, agoMs) => heard.push([bytes.toString(), agoMs]));
    if (how === "several") near.cork();
    near.write("a");
    if (how === "several") near.write("b");
    near.uncork();
    const [arrived] = await once(far, "data");
    const all = how === "several" ? "ab" : "a";
    expect(String(arrived)).toBe(all);
    expect(heard).toEqual([[all, 3]]);
  },
);

test("a connection that is no longer watched writes as before", async () => {
  const [near, far] = await connected();
  const heard: string[] = [];
  const stop = watchWrites(near, (bytes) => heard.push(bytes.toString()));
  near.write("a");
  await once(far, "data");
  stop();
  near.write("b");
  await once(far, "data");
  expect(heard).toEqual(["a"]);
});
