// Which code does the client's close event report? Each case is done to a real connection.
import { once } from "node:events";
import { WebSocket, WebSocketServer } from "ws";

const cases = {
  done: (server) => server.close(1000),
  cable: (server) => server.terminate(),
  // A text frame without a mask, behind the back of the client's library.
  unmasked: (_, client) => client._socket.write(Buffer.from("810548656c6c6f", "hex")),
  big: (_, client) => client.send("a".repeat(101)),
};

for (const [name, act] of Object.entries(cases)) {
  const host = new WebSocketServer({ port: 0, maxPayload: 100 });
  const client = new WebSocket(`ws://localhost:${host.address().port}`);
  const opened = once(client, "open");
  const [server] = await once(host, "connection");
  server.on("error", () => {});
  await opened;
  const closed = once(client, "close");
  act(server, client);
  const [code] = await closed;
  console.log(`${name}=c${code}`);
  server.terminate();
  host.close();
}
