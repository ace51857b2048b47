// Ann is a client of node 1, Bob of node 2; both join a room of the same name. Node 2 emits to it.
import { once } from "node:events";
import { createServer } from "node:http";
import { Server } from "socket.io";
import { io } from "socket.io-client";

async function connect(who) {
  const http = createServer().listen(0);
  await once(http, "listening");
  const server = new Server(http);
  server.on("connection", (socket) => socket.join("red"));
  const client = io(`http://localhost:${http.address().port}`, { forceNew: true });
  const got = [];
  client.on("e", () => got.push(who));
  await once(client, "connect");
  return { server, client, got };
}

const pair = [await connect("ann"), await connect("bob")];
pair[1].server.to("red").emit("e");
// Whatever was written before it has arrived when this arrives.
for (const { server, client } of pair) {
  const end = once(client, "end");
  server.emit("end");
  await end;
}
console.log(pair.flatMap(({ got }) => got).join("\n"));
process.exit();
