// How many different ports take part when a client keeps three connections to one server open.
import { once } from "node:events";
import { connect, createServer } from "node:net";

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const clients = [];
const ports = new Set();
for (let count = 0; count < 3; count += 1) {
  const accepted = once(server, "connection");
  const client = connect(server.address().port, "127.0.0.1");
  const [[socket]] = await Promise.all([accepted, once(client, "connect")]);
  for (const end of [client, socket]) ports.add(end.localPort);
  clients.push(client);
}
console.log(ports.size);
for (const client of clients) client.destroy();
server.close();
