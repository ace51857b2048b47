import { expect, test } from "vitest";
import { type SettleDeps, settle } from "./settle.ts";

const row = { localPort: 4000, remotePort: 0, sendQueueBytes: 0, inode: 7, drops: 0 };

/** A program and a table that go on from answer to answer; the last one stays. */
function scripted(
  answers: { isIdle: boolean; handled: number }[],
  unread: number[],
  hasTable = true,
): { deps: SettleDeps; asked: () => number } {
  let [asked, read] = [0, 0];
  const last = <T>(list: readonly T[], at: number): T => list[Math.min(at, list.length - 1)] as T;
  return {
    asked: () => asked,
    deps: {
      isClosed: () => false,
      progress: async () => ({ ...last(answers, asked++), ports: { Receiver: 4000 } }),
      kernel: async () => {
        const receiveQueue = last(unread, Math.floor(read / 2));
        read += 1;
        return hasTable
          ? {
              atMs: read,
              udp: [
                { ...row, receiveQueue },
                { ...row, localPort: 1, receiveQueue: 9 },
              ],
            }
          : undefined;
      },
    },
  };
}

const idle = (handled: number) => ({ isIdle: true, handled });

test("a program that is idle with nothing unread has settled", async () => {
  const { deps } = scripted([idle(3)], [0]);
  expect((await settle(deps))?.progress.handled).toBe(3);
});

test("what lies unread in its own socket is waited for", async () => {
  const { deps, asked } = scripted([idle(3)], [832, 832, 0]);
  expect(await settle(deps)).toBeDefined();
  expect(asked()).toBe(4);
});

test("a program that has taken something meanwhile is looked at again", async () => {
  const { deps } = scripted(
    [idle(3), idle(4), { isIdle: false, handled: 5 }, idle(6), idle(6)],
    [0],
  );
  expect((await settle(deps))?.progress.handled).toBe(6);
});

test("without a table the program's word has to do, and no table is told", async () => {
  const { deps } = scripted([idle(1), idle(2), idle(2)], [0], false);
  expect(await settle(deps)).toEqual({ progress: { ...idle(2), ports: { Receiver: 4000 } } });
});

test("a run that was closed does not settle", async () => {
  const { deps } = scripted([idle(1)], [0]);
  expect(await settle({ ...deps, progress: async () => undefined })).toBeUndefined();
});
