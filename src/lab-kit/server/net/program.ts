import type { BenchSockets } from "./bench-sockets.ts";

/** What a program of a lab has: sockets of its bench, the bench's clock, and a way to its bench. */
export interface ProgramEnv<Said = unknown> {
  sockets: BenchSockets;
  /** Milliseconds since the bench was opened, on the same clock as `bench.now()`. */
  nowMs: () => number;
  /** Tells the server half something. The message is copied. */
  say: (message: Said) => void;
}

/** A running program. Its sockets are closed for it when its bench ends. */
export interface Program<Told = unknown> {
  /** Takes what the server half tells it, one message after the other has been begun. */
  take: (message: Told) => void | Promise<void>;
  /** Stops what is no socket, such as timers. */
  close?: () => void;
}

/** What the module of a program exports as `open`. It runs in the thread of programs. */
export type OpenProgram<Told = unknown, Said = unknown> = (
  env: ProgramEnv<Said>,
) => Program<Told> | Promise<Program<Told>>;
