// The largest payload that the kernel takes with a header of 20 bytes, found by asking it; then
// four bytes of options.
import { createSocket } from "node:dgram";
import { once } from "node:events";

const socket = createSocket("udp4");
socket.bind(0, "127.0.0.1");
await once(socket, "listening");
const { port } = socket.address();
const isTaken = (size) =>
  new Promise((resolve) => {
    socket.send(Buffer.alloc(size), port, "127.0.0.1", (error) => resolve(error === null));
  });

let [taken, refused] = [1000, 70_000];
while (refused - taken > 1) {
  const size = Math.floor((taken + refused) / 2);
  if (await isTaken(size)) taken = size;
  else refused = size;
}
console.log(taken - 4);
socket.close();
