// How many bytes is a client's frame with the text `42["hey"]`? Counted where they arrive.
import { once } from "node:events";
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ port: 0 });
const client = new WebSocket(`ws://localhost:${server.address().port}`);
const opened = once(client, "open");
const [socket, { socket: tcp }] = await once(server, "connection");
await opened;
const before = tcp.bytesRead;
client.send('42["hey"]');
await once(socket, "message");
console.log(tcp.bytesRead - before);
client.close();
server.close();
