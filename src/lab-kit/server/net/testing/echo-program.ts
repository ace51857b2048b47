import type { OpenProgram } from "../program.ts";

type Told =
  | { do: "begin" | "throw" | "flood" | "crash" | "crash-later" | "exit" | "hold" }
  | { do: "connect"; port: number };

/** A program for tests: a server that says back what it gets, and a client. */
export const open: OpenProgram<Told, unknown> = ({ sockets, say, nowMs }) => ({
  async take(told) {
    if (told.do === "throw") throw new Error("asked to throw");
    if (told.do === "crash") setImmediate(() => Promise.reject(new Error("asked to crash")));
    if (told.do === "crash-later") {
      const server = await sockets.listen();
      server.close(() => {
        throw new Error("asked to crash");
      });
    }
    if (told.do === "exit") process.exit();
    if (told.do === "flood") for (;;) await sockets.listen();
    if (told.do === "begin") {
      const server = await sockets.listen({ allowHalfOpen: true });
      server.on("connection", (socket) => socket.pipe(socket));
      say({ listens: server.address(), atMs: nowMs() });
    }
    if (told.do === "hold") {
      const held = await sockets.hold({ backlog: 2 });
      say({ listens: { port: held.port } });
      const accepted = await sockets.accept(held).accepted;
      accepted?.on("data", (bytes) => say({ got: `held ${bytes}`, count: sockets.count }));
      accepted?.resume();
    }
    if (told.do === "connect") {
      const socket = sockets.connect(told.port);
      socket.on("connect", () => socket.write("hello"));
      socket.on("data", (bytes) => say({ got: String(bytes), count: sockets.count }));
      socket.on("error", (error) => say({ error: "code" in error ? error.code : error.message }));
    }
  },
});
