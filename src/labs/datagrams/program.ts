import type { OpenProgram } from "#lab-kit/server/net/program.ts";
import type { Said, Told } from "./program-messages.ts";
import { Reporter } from "./reporter.ts";
import { Run } from "./run.ts";

/** Sender, receiver and relay of one run, with real sockets. */
export const open: OpenProgram<Told, Said> = ({ sockets, say, nowMs }) => {
  const report = new Reporter({ say, nowMs });
  let run: Run | undefined;
  return {
    async take(told) {
      if (told.do === "run") {
        run = new Run(told.settings, sockets, report);
        await run.start();
      } else {
        const { pending, handled } = report;
        say({ progress: { isIdle: pending === 0, handled, ports: run?.ports ?? {} } });
      }
    },
    close: () => report.close(),
  };
};
