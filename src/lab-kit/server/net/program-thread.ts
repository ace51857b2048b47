/** The thread in which the socket programs of all benches run, beside the host's own loop. */
import { AsyncLocalStorage } from "node:async_hooks";
import { parentPort } from "node:worker_threads";
import { Acceptor } from "./acceptor.ts";
import { BenchSockets } from "./bench-sockets.ts";
import type { OpenProgram, Program } from "./program.ts";
import { stepBack } from "./step-back.ts";
import { type FromThread, monotonicMs, type ToThread } from "./thread-messages.ts";

type Opening = Extract<ToThread, { do: "open" }>;

interface Running {
  sockets: BenchSockets;
  /** Rejects when the program could not be opened. */
  program: Promise<Program>;
  isClosed: boolean;
}

const acceptor = new Acceptor();
const running = new Map<number, Running>();
/** Number of the program whose code runs, through all that it waits for. */
const runsFor = new AsyncLocalStorage<number>();

const tell = (message: FromThread): void => parentPort?.postMessage(message);

async function opened(opening: Opening, sockets: BenchSockets): Promise<Program> {
  const module: { open: OpenProgram } = await import(opening.module);
  // Not before: what is loaded here once takes the longest.
  stepBack();
  return module.open({
    sockets,
    nowMs: () => monotonicMs() - opening.openedAtMs,
    say: (said) => {
      if (running.has(opening.program)) tell({ program: opening.program, said });
    },
  });
}

function open(opening: Opening): void {
  const sockets = new BenchSockets({ ...opening, acceptor });
  const program = runsFor.run(opening.program, () => opened(opening, sockets));
  program.catch((error) => tell({ program: opening.program, failed: String(error) }));
  running.set(opening.program, { sockets, program, isClosed: false });
}

/** Messages wait until the program is there, in their order. */
async function take(id: number, message: unknown): Promise<void> {
  const entry = running.get(id);
  const program = await entry?.program.catch(() => undefined);
  if (!program || entry?.isClosed) return;
  try {
    await runsFor.run(id, () => program.take(message));
  } catch (error) {
    tell({ program: id, failed: String(error) });
  }
}

/** What a program does not catch is told as its own, and takes no other program along. */
function crashed(error: unknown): void {
  const program = runsFor.getStore();
  if (program === undefined) throw error;
  tell({ program, failed: String(error) });
}

/** Sockets first: a program that does not come to an end keeps none of them. */
async function close(id: number): Promise<void> {
  const entry = running.get(id);
  if (!entry) return;
  entry.isClosed = true;
  running.delete(id);
  await entry.sockets.close();
  tell({ program: id, isClosed: true });
  const program = await entry.program.catch(() => undefined);
  program?.close?.();
}

parentPort?.on("message", (message: ToThread) => {
  if (message.do === "open") open(message);
  else if (message.do === "tell") void take(message.program, message.message);
  else void close(message.program);
});
process.on("uncaughtException", crashed);
