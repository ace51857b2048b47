import { type Bench, defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { requestContract } from "./contract.ts";
import { rowsOf } from "./kernel-rows.ts";
import type { OpenSocket, Said } from "./messages.ts";

type Running = ReturnType<Bench["net"]["run"]>;

/** Starts two programs with sockets of the bench, and tells what they did and what the kernel says. */
export const requestServer = defineLabServer(requestContract, (bench) => {
  const module = new URL("./program.ts", import.meta.url);
  let running: Running | undefined;

  const look = async (open: OpenSocket[]): Promise<void> => {
    const tcp = await rowsOf(open, () => bench.net.kernelTcp());
    if (tcp) bench.observe("kernel", { what: "kernel", tcp, udp: [] });
  };
  const heard = async (program: () => Running | undefined, said: Said): Promise<void> => {
    if (program() !== running) return;
    if ("fact" in said) return bench.observe(said.where, said.fact, said.atMs);
    if ("look" in said) {
      await look(said.look);
      return program()?.tell({ do: "go-on" });
    }
    bench.observe("server", { what: "returned", event: "run" });
    bench.flushSoon();
    await program()?.close();
  };
  return {
    handlers: {
      play: async (settings) => {
        const before = running;
        const started: Running = bench.net.run(module, (said) => {
          void heard(() => started, said as Said);
        });
        running = started;
        await before?.close();
        started.tell({ do: "play", settings });
        return ok({});
      },
    },
  };
});
