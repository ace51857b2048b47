// Which path does the first request of io(url + "/news") have? A plain server looks at it.
import { once } from "node:events";
import { createServer } from "node:http";
import { io as connect } from "socket.io-client";

const server = createServer((_, response) => response.writeHead(404).end());
server.listen(0);
await once(server, "listening");
const asked = once(server, "request");
const client = connect(`http://localhost:${server.address().port}/news`, { reconnection: false });
const [request] = await asked;
const options = {
  "/socket.io/": "path-socket-io",
  "/news": "path-news",
  "/socket.io/news": "path-both",
  "/news/socket.io/": "path-news-first",
};
console.log(options[request.url.split("?")[0]]);
client.close();
server.close();
