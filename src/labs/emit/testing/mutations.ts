import type { HandlerCall, ServerCall } from "../call.ts";
import type { ServerCallId } from "../model.ts";
import type { Calls } from "../server.ts";

const handlerIs =
  (id: ServerCallId, call: HandlerCall) =>
  (calls: Calls): Calls => ({
    ...calls,
    handler: { ...calls.handler, [id]: call },
  });

const lineIs =
  (id: ServerCallId, call: ServerCall) =>
  (calls: Calls): Calls => ({
    handler: { ...calls.handler, [id]: call },
    acting: { ...calls.acting, [id]: call },
  });

/** Mistakes that somebody could make in a file of `calls/server/`. */
export const broken: Readonly<Record<string, (calls: Calls) => Calls>> = {
  "except left out of io.except": lineIs("io-except", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "except left out of socket.except": handlerIs("socket-except", ({ socket, event, data }) => {
    socket.broadcast.emit(event, data);
  }),
  "to for broadcast": handlerIs("broadcast", ({ socket, event, data, room }) => {
    socket.to(room).emit(event, data);
  }),
  "io.emit for broadcast": handlerIs("broadcast", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "room ignored in io.to": lineIs("io-to", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "room ignored in socket.to": handlerIs("socket-to", ({ socket, event, data }) => {
    socket.broadcast.emit(event, data);
  }),
  "io.to for socket.to": handlerIs("socket-to", ({ io, event, data, room }) => {
    io.to(room).emit(event, data);
  }),
  "two emits for two rooms": lineIs("two-rooms", ({ io, event, data }) => {
    io.to("red").emit(event, data);
    io.to("blue").emit(event, data);
  }),
  "one room of two": lineIs("two-rooms", ({ io, event, data }) => {
    io.to("red").emit(event, data);
  }),
  "io.emit for socket.emit": handlerIs("socket-emit", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "an emit where there is none": handlerIs("nothing", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "an answer forgotten": handlerIs("reply", () => undefined),
};

/** Mistakes about namespaces. */
export const brokenInNamespaces: Readonly<Record<string, (calls: Calls) => Calls>> = {
  "io.emit for io.of(namespace).emit": lineIs("of-emit", ({ io, event, data }) => {
    io.emit(event, data);
  }),
  "io.to for io.of(namespace).to": lineIs("of-to", ({ io, event, data, room }) => {
    io.to(room).emit(event, data);
  }),
  "the namespace for io": lineIs("io-emit", ({ io, namespace, event, data }) => {
    io.of(namespace).emit(event, data);
  }),
  "except left out in a namespace": lineIs("of-except", ({ io, namespace, event, data }) => {
    io.of(namespace).emit(event, data);
  }),
  "a middleware that lets everybody in": (calls) => ({ ...calls, admit: (_, next) => next() }),
  "a middleware that lets nobody in": (calls) => ({
    ...calls,
    admit: (_, next) => next(new Error("staff only")),
  }),
};
