import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { fail, ok } from "#lib/result.ts";
import { streamContract } from "./contract.ts";
import { mostPausedMs, pausedMs } from "./model.ts";
import { TransferDesk } from "./transfer-desk.ts";

/** Lets one program write to another over a TCP connection of this bench. */
export const streamServer = defineLabServer(streamContract, (bench) => {
  const desk = new TransferDesk(bench);
  bench.onClose(() => desk.stop());
  return {
    handlers: {
      transfer: (settings) => {
        if (pausedMs(settings) > mostPausedMs) return fail({ code: "too-long" as const });
        desk.begin(settings);
        return ok({});
      },
      "break-off": () => {
        desk.stop();
        bench.flush();
        return ok({});
      },
    },
  };
});
