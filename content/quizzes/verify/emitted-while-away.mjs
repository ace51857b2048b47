// What arrives of three emits during a break that both sides have noticed. `end` goes up and comes
// down again behind everything else.
import { once } from "node:events";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const io = new Server(0);
const { port } = io.httpServer.address();
const bob = connect(`http://localhost:${port}`, { reconnectionDelay: 100 });
const orders = [];
let news = 0;

io.on("connection", (socket) => {
  socket.on("order", (n) => orders.push(n));
  socket.on("end", () => socket.emit("end"));
});
bob.on("news", () => {
  news += 1;
});

const [socket] = await once(io, "connection");
const noticed = Promise.all([once(bob, "disconnect"), once(socket, "disconnect")]);
bob.io.engine.close();
await noticed;

bob.emit("order", 1);
io.emit("news", 2);
bob.emit("order", 3);
bob.emit("end");
await once(bob, "end");

const outcomes = { "1,3 0": "in-order", "1,3 1": "all-three", "3,1 0": "reversed", " 0": "none" };
console.log(outcomes[`${orders} ${news}`]);
bob.close();
io.close();
