// Where does io.emit arrive, called in a listener of /news? `end` comes last in both namespaces.
import { once } from "node:events";
import { Server } from "socket.io";
import { io as connect } from "socket.io-client";

const io = new Server(0);
const url = `http://localhost:${io.httpServer.address().port}`;
io.of("/news").on("connection", (socket) => {
  socket.on("headline", (data) => {
    io.emit("headline", data);
    for (const namespace of ["/", "/news"]) io.of(namespace).emit("end");
  });
});

const heard = [];
const join = (name, namespace) => {
  const socket = connect(url + namespace, { transports: ["websocket"], forceNew: true });
  socket.on("headline", () => heard.push(`${namespace} ${name}`));
  return socket;
};
const main = ["Ann", "Bob", "Cem"].map((name) => join(name, "/"));
const news = ["Ann", "Bob"].map((name) => join(name, "/news"));
const all = [...main, ...news];
await Promise.all(all.map((socket) => once(socket, "connect")));
const ends = all.map((socket) => once(socket, "end"));
news[0].emit("headline", 1);
await Promise.all(ends);

const options = {
  "/ Ann,/ Bob,/ Cem": "main-three",
  "/news Ann,/news Bob": "news-two",
  "/ Ann,/ Bob,/ Cem,/news Ann,/news Bob": "both",
  "": "nobody",
};
console.log(options[heard.sort().join()]);
for (const socket of all) socket.close();
io.close();
