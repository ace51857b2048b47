import type { OpenProgram } from "#lab-kit/server/net/program.ts";
import type { Said, Told } from "./messages.ts";
import { Transfer } from "./transfer.ts";

/** The programs of one bench: one transfer at a time. */
export const open: OpenProgram<Told, Said> = ({ sockets, say, nowMs }) => {
  let current: { run: number; transfer: Transfer } | undefined;

  const begin = ({ run, settings }: Extract<Told, { do: "begin" }>): void => {
    current?.transfer.stop();
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
      if (told.do === "stop") return current?.transfer.stop();
      if (told.run !== current?.run) return;
      if (told.do === "resume") current.transfer.resume();
      else say({ run: told.run, figures: current.transfer.figures() });
    },
    close: () => current?.transfer.stop(),
  };
};
