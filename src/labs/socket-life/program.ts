import type { OpenProgram } from "#lab-kit/server/net/program.ts";
import { Desk, NotCalled } from "./desk.ts";
import type { SocketName } from "./model.ts";
import type { Outcome } from "./outcome.ts";
import type { Order, Said, Told } from "./told.ts";

/** A call that has not come back by then is told as one that waits. */
const patienceMs = { short: 250, long: 4000 };

/** The client program and the server program of one run. They make the calls they are told to. */
export const open: OpenProgram<Told, Said> = ({ sockets, say, nowMs }) => {
  const desk = new Desk(sockets, (socket) => {
    called({ isByItself: true }, { call: "close", on: socket });
  });

  const called = (outcome: Outcome, { call, on }: { call: Order["call"]; on: SocketName }) => {
    if (!outcome) return;
    say({ called: { call, socket: on, ...outcome }, atMs: nowMs(), port: desk.port });
  };

  const waits = ({ call, on }: Order) => {
    const local = desk.localPortOf(on);
    const port = local === undefined ? {} : { local };
    say({ waits: { call, socket: on, ...port }, atMs: nowMs() });
  };

  async function make(order: Order): Promise<void> {
    const outcome = desk.call(order);
    const told = outcome.then((settled) => called(settled, order));
    const isBack = await within(told, order.mayWait ? patienceMs.short : patienceMs.long);
    if (!isBack) waits(order);
  }

  async function take(order: Order): Promise<void> {
    try {
      await make(order);
      say({ order: order.order });
    } catch (error) {
      if (!(error instanceof NotCalled)) throw error;
      say({ order: order.order, refused: error.refusal });
    }
  }

  return {
    async take(told) {
      if ("look" in told) say({ look: told.look, sockets: desk.view() });
      else await take(told);
    },
  };
};

/** Whether it has settled within that time. */
function within(settled: Promise<void>, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), ms);
    settled.then(() => resolve(true), reject).finally(() => clearTimeout(timer));
  });
}
