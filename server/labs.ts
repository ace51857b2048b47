import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import { connectionServer } from "#labs/connection/server.ts";
import { datagramsServer } from "#labs/datagrams/server.ts";
import { echoServer } from "#labs/echo/server.ts";
import { emitServer } from "#labs/emit/server.ts";
import { nodesServer } from "#labs/nodes/server.ts";
import { requestServer } from "#labs/request/server.ts";
import { socketLifeServer } from "#labs/socket-life/server.ts";
import { streamServer } from "#labs/stream/server.ts";
import { transportsServer } from "#labs/transports/server.ts";
import { unplugServer } from "#labs/unplug/server.ts";
import { upgradeServer } from "#labs/upgrade/server.ts";
import { wireServer } from "#labs/wire/server.ts";

/** The server half of every lab. A lab that is missing here is a red test. */
export const labServers: readonly LabServer[] = [
  connectionServer,
  datagramsServer,
  echoServer,
  emitServer,
  nodesServer,
  requestServer,
  socketLifeServer,
  streamServer,
  transportsServer,
  unplugServer,
  upgradeServer,
  wireServer,
];
