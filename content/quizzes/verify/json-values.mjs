// Which values arrive with everything that was in them? A real client emits them.
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const sent = {
  date: new Date(0),
  list: [1, "two", { three: true }],
  map: new Map([["goals", 2]]),
  age: { name: "Ann", age: undefined },
  bytes: new Uint8Array([1, 2, 3]),
};
const plainBytes = (value) => (value instanceof Uint8Array ? Uint8Array.from(value) : value);

const io = new Server(0);
const client = connect(`http://localhost:${io.httpServer.address().port}`, {
  transports: ["websocket"],
});
const [socket] = await once(io, "connection");
client.emit("values", ...Object.values(sent));
const came = await once(socket, "values");
Object.entries(sent).forEach(([id, value], index) => {
  if (isDeepStrictEqual(plainBytes(came[index]), value)) console.log(id);
});
client.close();
io.close();
