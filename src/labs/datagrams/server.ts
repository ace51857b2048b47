import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { datagramsContract } from "./contract.ts";
import { DatagramRun } from "./datagram-run.ts";

/** Runs a sender and a receiver with real sockets, one run at a time. */
export const datagramsServer = defineLabServer(datagramsContract, (bench) => {
  let run: DatagramRun | undefined;
  const stop = async (): Promise<void> => {
    // Another command may begin one meanwhile.
    while (run) {
      const last = run;
      run = undefined;
      await last.close();
    }
  };
  bench.onClose(stop);
  return {
    handlers: {
      sendLoad: async (settings) => {
        await stop();
        run = new DatagramRun(bench, settings);
        void run.finish();
        return ok({});
      },
      stop: async () => {
        await stop();
        return ok({});
      },
    },
  };
});
