import type { Server as Engine } from "engine.io";
import { Server, type Socket } from "socket.io";
import type { Failure } from "#lab-kit/failures.ts";
import { type ControlAuth, controlAuthSchema } from "#lab-kit/kit-contract.ts";
import { openEngine } from "#lab-kit/server/open-engine.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { attach } from "./attach.ts";
import type { OpenBench } from "./bench.ts";
import type { Benches } from "./benches.ts";
import { attachGuest } from "./guest.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import { joinAgain, joinOnce } from "./one-socket-each.ts";
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
  const engine = openEngine({ maxHttpBufferSize: deps.limits.controlMessageBytes });
  io.bind(engine);
  io.use((socket, next) => {
    if (!joinOnce(socket)) return next(refused({ code: "too-many" }));
    void tryToAdmit(socket, deps).then((admitted) => {
      if (admitted.ok) Object.assign(socket.data, admitted.value);
      else joinAgain(socket);
      next(admitted.ok ? undefined : refused(admitted.failure));
    });
  });
  io.on("connection", (socket) => welcome(socket, deps));
  return { io, engine };
}

/** What Socket.IO hands to the page as `connect_error`, with the failure in `data`. */
const refused = (data: Failure): Error => Object.assign(new Error("refused"), { data });

type Admission = Result<{ bench: OpenBench; isOwner: boolean }, Failure>;

async function tryToAdmit(socket: Socket, deps: ControlDeps): Promise<Admission> {
  try {
    return await admit(socket, deps);
  } catch (error) {
    deps.log.error({ event: "admission-threw", error });
    return fail({ code: "internal" });
  }
}

async function admit(socket: Socket, deps: ControlDeps): Promise<Admission> {
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

async function admitGuest(auth: ControlAuth, deps: ControlDeps) {
  const bench = deps.benches.find(auth.bench);
  if (!bench || bench.lab.contract.id !== auth.lab) return fail({ code: "gone" as const });
  if (bench.link.admits() === "too-many") await bench.link.dropSilentGuest();
  const admission = bench.link.admits();
  return admission === "welcome" ? ok({ bench, isOwner: false }) : fail({ code: admission });
}

function welcome(socket: Socket, deps: ControlDeps): void {
  const { bench, isOwner } = socket.data as { bench: OpenBench; isOwner: boolean };
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
