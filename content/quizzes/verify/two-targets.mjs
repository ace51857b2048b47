// Who gets `e`? Four real clients; `end` reaches all of them and says that nothing more comes.
import { once } from "node:events";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const rooms = { ann: ["red"], bob: ["red", "blue"], cem: ["blue"], dee: [] };
const io = new Server(0);
const { port } = io.httpServer.address();
const sockets = {};
io.on("connection", (socket) => {
  const { name } = socket.handshake.auth;
  socket.join(rooms[name]);
  sockets[name] = socket;
  socket.emit("ready");
});

const clients = Object.keys(rooms).map((name) => {
  const client = connect(`http://localhost:${port}`, { auth: { name }, transports: ["websocket"] });
  const heard = { name, count: 0, ready: once(client, "ready"), end: once(client, "end"), client };
  client.on("e", () => {
    heard.count += 1;
  });
  return heard;
});
await Promise.all(clients.map(({ ready }) => ready));
sockets.ann.to("red").to("blue").emit("e");
io.emit("end");
await Promise.all(clients.map(({ end }) => end));
for (const { name, count } of clients) for (let n = 0; n < count; n += 1) console.log(name);
for (const { client } of clients) client.close();
io.close();
