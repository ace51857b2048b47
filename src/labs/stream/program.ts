import { setImmediate as nextTurn } from "node:timers/promises";
import type { OpenProgram } from "#lab-kit/server/net/program.ts";
import type { Said, Told } from "./messages.ts";
import { Transfer } from "./transfer.ts";

/**
 * The programs of one bench: one transfer at a time. After a wait for its turn the thread is told
 * of many at once; only the newest opens sockets.
 */
export const open: OpenProgram<Told, Said> = ({ sockets, say, nowMs }) => {
  let newest = 0;
  let current: { run: number; transfer: Transfer } | undefined;

  const stop = (): void => {
    newest = 0;
    current?.transfer.stop();
  };

  const begin = async ({ run, settings }: Extract<Told, { do: "begin" }>): Promise<void> => {
    stop();
    newest = run;
    await nextTurn();
    if (run !== newest) return;
    const transfer = new Transfer({
      sockets,
      settings,
      told: (where, fact) => say({ run, where, fact, atMs: nowMs() }),
      hasPorts: (ports) => say({ run, ports }),
      stuck: () => say({ run, isStuck: true }),
      over: () => say({ run, isOver: true }),
    });
    current = { run, transfer };
    void transfer.run();
  };

  return {
    take(told) {
      if (told.do === "begin") return begin(told);
      if (told.do === "stop") return stop();
      if (told.run !== current?.run) return;
      if (told.do === "resume") current.transfer.resume();
      else say({ run: told.run, figures: current.transfer.figures() });
    },
    close: stop,
  };
};
