// How often a listener runs for one emit with `retries: 4`, when its answer comes too late. `end` is
// sent when the client has given up: its queue sends one event at a time.
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const io = new Server(0);
const { port } = io.httpServer.address();
const client = connect(`http://localhost:${port}`, { retries: 4, ackTimeout: 300 });

let runs = 0;
const late = [];
io.on("connection", (socket) => {
  socket.on("order", (acknowledge) => {
    runs += 1;
    late.push(acknowledge);
  });
  socket.on("end", (acknowledge) => {
    for (const answer of late) answer();
    acknowledge();
  });
});

client.emit("order");
client.emit("end", () => {
  console.log(runs);
  client.close();
  io.close();
});
