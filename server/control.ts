import { Server as Engine } from "engine.io";
import { Server, type Socket } from "socket.io";
import type { Failure } from "#lab-kit/failures.ts";
import { type ControlAuth, controlAuthSchema } from "#lab-kit/kit-contract.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { attach } from "./attach.ts";
import type { OpenBench } from "./bench.ts";
import type { Benches } from "./benches.ts";
import { attachGuest } from "./guest.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import { attachOwner } from "./owner.ts";

/** What the control channel needs of the host. */
export interface ControlDeps {
  benches: Benches;
  limits: Limits;
  log: Log;
  addressOf: (socket: Socket) => string;
  /** Build of the site that this server serves; `dev` fits every page. */
  build: string;
  /** Called for each new bench, before its first client can connect. */
  benchOpened: (bench: OpenBench) => void;
}

/** The one Socket.IO server of all control channels. */
export interface Control {
  io: Server;
  engine: Engine;
}

/** Opens the control server. Pages say who they are in `auth`; a refusal carries a failure code. */
export function openControl(deps: ControlDeps): Control {
  const io = new Server({ serveClient: false });
  const engine = new Engine({ maxHttpBufferSize: deps.limits.controlMessageBytes });
  io.bind(engine);
  io.use((socket, next) => {
    const admitted = admit(socket, deps);
    if (!admitted.ok) return next(Object.assign(new Error("refused"), { data: admitted.failure }));
    socket.data.bench = admitted.value.bench;
    socket.data.isOwner = admitted.value.isOwner;
    next();
  });
  io.on("connection", (socket) => welcome(socket, deps));
  return { io, engine };
}

function admit(
  socket: Socket,
  deps: ControlDeps,
): Result<{ bench: OpenBench; isOwner: boolean }, Failure> {
  const auth = controlAuthSchema.safeParse(socket.handshake.auth);
  if (!auth.success) return fail({ code: "bad-payload", detail: "auth" });
  if (isStale(auth.data.build, deps.build)) return fail({ code: "stale-page" });
  return auth.data.owner
    ? admitOwner(socket, auth.data, auth.data.owner, deps)
    : admitGuest(auth.data, deps);
}

function admitOwner(socket: Socket, auth: ControlAuth, owner: string, deps: ControlDeps) {
  const isNew = !deps.benches.find(auth.bench);
  const { lab, bench: key } = auth;
  const opened = deps.benches.openFor({ lab, bench: key, owner, address: deps.addressOf(socket) });
  if (!opened.ok) return opened;
  if (isNew) deps.benchOpened(opened.value);
  return ok({ bench: opened.value, isOwner: true });
}

function admitGuest(auth: ControlAuth, deps: ControlDeps) {
  const bench = deps.benches.find(auth.bench);
  if (!bench || bench.lab.contract.id !== auth.lab) return fail({ code: "gone" as const });
  const admission = bench.link.admits();
  return admission === "welcome" ? ok({ bench, isOwner: false }) : fail({ code: admission });
}

function welcome(socket: Socket, deps: ControlDeps): void {
  const { bench, isOwner } = socket.data as { bench: OpenBench; isOwner: boolean };
  // An event named "error" from a client would otherwise throw in the host.
  socket.on("error", () => undefined);
  if (bench.isClosed) {
    socket.disconnect(true);
    return;
  }
  const attachDeps = { allows: bench.allowsCommand, log: deps.log };
  if (!isOwner) {
    attachGuest(socket, bench, deps.limits, deps.log);
    return;
  }
  attachOwner(socket, bench, deps.benches, attachDeps);
  attach(socket, bench.lab.contract, bench.half.handlers, attachDeps);
  bench.attachControl(socket);
}

const isStale = (page: string, server: string): boolean =>
  page !== "dev" && server !== "dev" && page !== server;
