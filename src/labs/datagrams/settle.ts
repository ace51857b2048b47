import { setTimeout as sleep } from "node:timers/promises";
import type { KernelUdpSocket } from "#lab-kit/kernel-socket.ts";
import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import type { Progress } from "./program-messages.ts";

type KernelView = Awaited<ReturnType<Bench["net"]["kernelUdp"]>>;

/** What settling needs. */
export interface SettleDeps {
  kernel(): Promise<KernelView>;
  /** How far the program is; `undefined` when it was closed. */
  progress(): Promise<Progress | undefined>;
  isClosed(): boolean;
}

const askAgainAfterMs = 25;
const mostRounds = 100;

/** The program is idle, and nothing lies unread in its sockets. */
export interface Settled {
  progress: Progress;
  /** Absent where the system has no such table. */
  kernel?: NonNullable<KernelView>;
}

/**
 * Waits until nothing is on its way any more: the program is idle before and after a look at the
 * kernel's table, has taken nothing in between, and the table has nothing unread.
 */
export async function settle(deps: SettleDeps): Promise<Settled | undefined> {
  let before = await deps.progress();
  for (let round = 0; round < mostRounds && before && !deps.isClosed(); round += 1) {
    const kernel = await freshView(deps);
    const after = await deps.progress();
    if (!after) return undefined;
    const isStill = before.isIdle && after.isIdle && before.handled === after.handled;
    if (isStill && unread(kernel?.udp ?? [], after.ports) === 0)
      return { progress: after, ...(kernel && { kernel }) };
    before = after;
  }
  return undefined;
}

/** One that was read after this was called: the table is read ten times a second at most. */
async function freshView({ kernel, isClosed }: SettleDeps): Promise<KernelView> {
  const first = await kernel();
  let next = first;
  while (next?.atMs === first?.atMs && !isClosed()) {
    await sleep(askAgainAfterMs);
    next = await kernel();
    if (!first) return next;
  }
  return next;
}

const unread = (rows: readonly KernelUdpSocket[], ports: Progress["ports"]): number =>
  rows
    .filter(({ localPort }) => Object.values(ports).includes(localPort))
    .reduce((sum, { receiveQueue }) => sum + receiveQueue, 0);
