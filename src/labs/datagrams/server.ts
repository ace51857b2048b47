import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { datagramsContract } from "./contract.ts";
import { OneRun } from "./one-run.ts";

/** Runs a sender and a receiver with real sockets, one run at a time. */
export const datagramsServer = defineLabServer(datagramsContract, (bench) => {
  const runs = new OneRun(bench);
  bench.onClose(() => runs.close());
  return {
    handlers: {
      sendLoad: async (settings) => {
        await runs.begin(settings);
        return ok({});
      },
      stop: async () => {
        await runs.stop();
        return ok({});
      },
    },
  };
});
