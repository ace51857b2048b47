import { randomBytes } from "node:crypto";
import { io, type Socket } from "socket.io-client";

/** Connects one client, WebSocket only, and waits until it is connected. */
export async function connect(url: string, options: object = {}): Promise<Socket> {
  const socket = io(url, {
    forceNew: true,
    transports: ["websocket"],
    reconnection: false,
    ...options,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

/** One bench as its page has it: the control channel, and a client on each seat. */
export interface BenchClients {
  control: Socket;
  subjects: Socket[];
}

/** Opens a bench of a lab on the host, takes all its seats and waits until it is at rest. */
export async function openBench(url: string, lab: string): Promise<BenchClients> {
  const [bench, owner] = [newKey(), newKey()];
  const auth = { lab, bench, owner, build: "dev" };
  const control = await connect(url, { path: "/control/", auth });
  const { seats } = await command<{ seats: Record<string, string> }>(control, "bench-open", {});
  const subjects: Socket[] = [];
  for (const seat of Object.values(seats)) {
    subjects.push(await connect(url, { query: { bench, seat } }));
  }
  return { control, subjects };
}

/** Sends a command and gives its reply. @throws when the host refuses it */
export async function command<Reply>(
  control: Socket,
  name: string,
  payload: object,
): Promise<Reply> {
  const answer = await control.timeout(5000).emitWithAck(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.value;
}

const newKey = (): string => randomBytes(16).toString("hex");
