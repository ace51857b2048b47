// When a client gives up, in seconds after the last ping: from the defaults of a running server.
import { Server } from "socket.io";

const io = new Server(0);
const { pingInterval, pingTimeout } = io.engine.opts;
console.log((pingInterval + pingTimeout) / 1000);
io.close();
