// How often does the listener run? The same bytes as in pieces.mjs of the lesson, counted.
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocketServer } from "ws";

const hex = (digits) => Buffer.from(digits.replaceAll(" ", ""), "hex");
const hello = hex("81 85 37 fa 21 3d 7f 9f 4d 51 58");
const writes = [
  Array.from(hello, (byte) => Buffer.of(byte)),
  [Buffer.concat([hello, hello, hello])],
  [hex("01 83 00 00 00 00 48 65 6c"), hex("80 82 00 00 00 00 6c 6f")],
];

const server = new WebSocketServer({ port: 0 });
let count = 0;
server.on("connection", (socket) => {
  socket.on("message", () => {
    count += 1;
  });
});

const tcp = connect(server.address().port).setNoDelay();
const lines = ["GET / HTTP/1.1", "Host: localhost", "Upgrade: websocket", "Connection: Upgrade"];
const more = ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13"];
tcp.write(`${[...lines, ...more].join("\r\n")}\r\n\r\n`);
await once(tcp, "data");
for (const bytes of writes.flat()) {
  tcp.write(bytes);
  await pause(5);
}
// A Close frame. Its answer says that all before it was read.
tcp.write(hex("88 80 00 00 00 00"));
await once(tcp, "data");
console.log(count);
tcp.destroy();
server.close();
