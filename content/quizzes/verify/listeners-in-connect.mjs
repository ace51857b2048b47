// How often one event runs a listener that is added in `connect`, after four reconnections.
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const io = new Server(0);
const { port } = io.httpServer.address();
io.on("connection", (socket) => {
  socket.on("ready", () => {
    socket.emit("news");
    socket.emit("end");
  });
});

const client = connect(`http://localhost:${port}`, { reconnectionDelay: 50 });
let connections = 0;
let runs = 0;
client.on("connect", () => {
  client.on("news", () => {
    runs += 1;
  });
  connections += 1;
  if (connections < 5) client.io.engine.close();
  else client.emit("ready");
});
client.on("end", () => {
  console.log(runs);
  client.close();
  io.close();
});
