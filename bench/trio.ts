import type { Socket } from "socket.io-client";
import type { Observation } from "#lab-kit/observation.ts";
import { command, connect, openBench } from "./connections.ts";
import { heard } from "./heard.ts";
import type { ServerProcess } from "./server-process.ts";

/** Three clients of one server, which can be told to broadcast in a loop. */
export interface Trio {
  clients: Socket[];
  broadcast(count: number): void;
  /** Waits until every emit so far was observed with its three recipients, and checks that. */
  observed(emits: number): Promise<void>;
  close(): void;
}

/** Three clients of a server whose handler of `news` does `io.emit("news", data)`. */
export const emitTrio = ({ kind, url }: ServerProcess): Promise<Trio> =>
  kind === "bare" ? bareTrio(url) : hostTrio(url, "emit", arm);

/** Three clients of a server that broadcasts on its own. */
export const broadcastTrio = ({ kind, url }: ServerProcess): Promise<Trio> =>
  kind === "bare" ? bareTrio(url) : hostTrio(url, "bench-broadcast");

async function bareTrio(url: string): Promise<Trio> {
  const clients = await Promise.all([connect(url), connect(url), connect(url)]);
  return {
    clients,
    broadcast: (count) => clients[0]?.emit("broadcast", count),
    observed: async () => undefined,
    close: () => closeAll(clients),
  };
}

async function hostTrio(
  url: string,
  lab: string,
  prepare: (control: Socket) => Promise<unknown> = async () => undefined,
): Promise<Trio> {
  const { control, subjects } = await openBench(url, lab);
  let counted = 0;
  control.on("observed", (batch: Observation[]) => {
    counted += batch.reduce((sum, observation) => sum + countOf(observation), 0);
  });
  await prepare(control);
  return {
    clients: subjects,
    broadcast: (count) => control.emit("broadcast", { count }, () => undefined),
    async observed(emits) {
      while (counted < emits) await heard(control, "observed");
      if (counted !== emits) throw new Error(`observed: ${counted} instead of ${emits} emits`);
      counted = 0;
    },
    close: () => closeAll([control, ...subjects]),
  };
}

/** An emit is observed once, with all who got it; what the host did not keep it has counted. */
function countOf(observation: Observation): number {
  if (observation.what === "skipped") return observation.count;
  if (observation.what !== "written") return 0;
  if (observation.write.recipients.length !== 3) throw new Error("observed: not all recipients");
  return 1;
}

const arm = (control: Socket) =>
  command(control, "arm", {
    event: "news",
    payload: '{"text":"hello"}',
    serverCall: "io-emit",
    room: "red",
    rooms: { Ann: ["red"], Bob: ["red", "blue"], Cem: [], Dee: [] },
  });

function closeAll(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.disconnect();
}
