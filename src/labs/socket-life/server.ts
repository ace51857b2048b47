import { type Bench, defineLabServer, type LabHalf } from "#lab-kit/server/define-lab-server.ts";
import type { TcpView } from "#lab-kit/server/net/kernel-tables.ts";
import { fail, ok } from "#lib/result.ts";
import { socketLifeContract } from "./contract.ts";
import { LifeRun } from "./life-run.ts";

type LifeBench = Bench<typeof socketLifeContract>;

/** Opens the lab on a bench. @param kernel where the table comes from; the bench's own by default */
export function openSocketLife(
  bench: LifeBench,
  kernel: () => Promise<TcpView | undefined> = () => bench.net.kernelTcp(),
): LabHalf<typeof socketLifeContract> {
  let run: LifeRun | undefined;
  const end = async () => {
    const ending = run;
    run = undefined;
    await ending?.close();
  };
  bench.onClose(end);
  return {
    handlers: {
      begin: async () => {
        const last = run;
        // At once: while the last one ends, another may be asked for.
        run = new LifeRun(bench, kernel);
        await last?.close();
        // What was still held of the last run is none of the next.
        bench.flush();
        return ok({});
      },
      call: async (step) => {
        if (!run) return fail({ code: "not-begun" as const });
        const refused = await run.act(step);
        bench.flush();
        return refused ? fail({ code: refused }) : ok({});
      },
      end: async () => {
        await end();
        bench.flush();
        return ok({});
      },
    },
  };
}

/** The server half of the lab on sockets. */
export const socketLifeServer = defineLabServer(socketLifeContract, (bench) =>
  openSocketLife(bench),
);
