// How many clients get `e`? Six real clients; `end` reaches all of them and says that nothing more comes.
import { once } from "node:events";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const rooms = { ann: ["red"], bob: ["red"], cem: ["red", "blue"], dee: ["blue"], eve: [], fay: [] };
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
  const heard = { count: 0, ready: once(client, "ready"), end: once(client, "end"), client };
  client.on("e", () => {
    heard.count += 1;
  });
  return heard;
});
await Promise.all(clients.map(({ ready }) => ready));
sockets.ann.to("red").to("blue").emit("e");
io.emit("end");
await Promise.all(clients.map(({ end }) => end));
console.log(clients.filter(({ count }) => count === 1).length);
for (const { client } of clients) client.close();
io.close();
