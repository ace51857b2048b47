import type { Socket } from "node:dgram";
import { once } from "node:events";
import type { BenchSockets } from "#lab-kit/server/net/bench-sockets.ts";
import { tellArrivals } from "./arrivals.ts";
import { receiver, relayName, type Settings, sender } from "./model.ts";
import { Relay } from "./relay.ts";
import type { Reporter } from "./reporter.ts";
import { type SendOne, sendAll, sendUdp } from "./sending.ts";
import { openTcp } from "./tcp-load.ts";

/** The system doubles what is asked for, and gives its least for less. */
const smallBufferBytes = 1024;

/** The sockets of one run, and what is done with them. */
export class Run {
  /** Of the UDP sockets, by name. */
  readonly ports: Record<string, number> = {};
  readonly #settings: Settings;
  readonly #sockets: BenchSockets;
  readonly #report: Reporter;

  constructor(settings: Settings, sockets: BenchSockets, report: Reporter) {
    this.#settings = settings;
    this.#sockets = sockets;
    this.#report = report;
  }

  /** Opens what is needed, and begins to send. */
  async start(): Promise<void> {
    const { besideTcp, way } = this.#settings;
    this.#report.pending += 1;
    const receiving = await this.#openReceiver();
    const port = way === "relay" ? await this.#openRelay(receiving) : receiving;
    const ways: SendOne[] = [await this.#openSender(port)];
    if (besideTcp) ways.push(await openTcp(this.#sockets, this.#settings, this.#report));
    sendAll(this.#settings, ways, this.#report);
    this.#report.pending -= 1;
  }

  async #openReceiver(): Promise<number> {
    const { buffer, peer } = this.#settings;
    const size = buffer === "small" ? { receiveBufferBytes: smallBufferBytes } : {};
    const socket = await this.#sockets.udp(size);
    const { port } = socket.address();
    if (peer === "closed") {
      // Its port is free again: nobody is there.
      socket.close();
      await once(socket, "close");
      return port;
    }
    this.#opened(receiver, socket, socket.getRecvBufferSize());
    tellArrivals(socket, this.#settings, this.#report);
    return port;
  }

  async #openRelay(port: number): Promise<number> {
    const socket = await this.#sockets.udp();
    this.#endsWith(socket);
    this.#opened(relayName, socket);
    const to = { port, address: this.#sockets.address };
    new Relay(socket, to, this.#settings.relay, this.#report);
    return socket.address().port;
  }

  async #openSender(port: number): Promise<SendOne> {
    const { isConnected } = this.#settings;
    const { address } = this.#sockets;
    const socket = await this.#sockets.udp();
    this.#endsWith(socket);
    this.#opened(sender, socket);
    const local = this.ports[sender] ?? 0;
    if (isConnected) {
      socket.connect(port, address);
      await once(socket, "connect");
      const call = { what: "socket-called", call: "connect", socket: sender } as const;
      this.#report.told(sender, { ...call, local, remote: port });
    }
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const call = { what: "socket-called", call: "recv", socket: sender } as const;
      this.#report.told(sender, { ...call, error: error.code ?? error.message });
    });
    return sendUdp(socket, { port, address, isConnected }, this.#settings, this.#report);
  }

  /** To send on a closed socket throws, and would end the thread with the programs of all benches. */
  #endsWith(socket: Socket): void {
    socket.once("close", () => this.#report.close());
  }

  #opened(name: string, socket: Socket, sizeBytes?: number): void {
    const { port } = socket.address();
    this.ports[name] = port;
    const size = sizeBytes === undefined ? {} : { sizeBytes };
    const call = { what: "socket-called", call: "bind", socket: name } as const;
    this.#report.told(name, { ...call, local: port });
    if (sizeBytes !== undefined)
      this.#report.told(name, { ...call, call: "getsockopt(SO_RCVBUF)", ...size });
  }
}
