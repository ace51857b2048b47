import type { Middleware } from "../../call.ts";

export const admit: Middleware = (socket, next) => {
  const { token } = socket.handshake.auth;
  if (token === "let-me-in") next();
  else next(new Error("staff only"));
};
