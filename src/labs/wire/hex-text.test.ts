import { expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { conversation } from "./conversation.ts";
import { fieldsJson, hexText } from "./hex-text.ts";

/** A server's frame `2`, and a client's for `42["hey"]`, as the tap tells them. */
const observations: Observation[] = [
  ["down", "gQEy"],
  ["up", "gYkAAAAANDJbImhleSJd"],
].map(([way, bytes], index) => ({
  what: "tapped",
  way: way as "up" | "down",
  connection: 1,
  exchange: 1,
  bytes: bytes ?? "",
  masked: index === 0 ? [] : [{ from: 2, to: 4, why: "key" }],
  seq: index,
  atMs: index,
  clock: "server",
  where: "Ann",
}));

const messages = conversation(observations, "socket.io");

test("bytes are written in rows, under what they are", () => {
  expect(hexText(messages)).toBe(
    [
      "# server to Ann: WebSocket frame, text, 3 bytes",
      "000000  81 01 32                                         ..2",
      "",
      "# Ann to server: WebSocket frame, text, 15 bytes",
      '000000  81 89 00 00 00 00 34 32 5b 22 68 65 79 22 5d     ......42["hey"]',
      "",
    ].join("\n"),
  );
});

test("as JSON there is each message with its fields and what was overwritten", () => {
  expect(fieldsJson(messages)).toMatchObject([
    { way: "down", bytes: "810132", overwritten: [] },
    {
      way: "up",
      bytes: "81890000000034325b22686579225d",
      overwritten: [{ from: 2, to: 4, why: "key" }],
    },
  ]);
});

test("bytes in pieces make the same message", () => {
  const [, frame] = observations;
  if (frame?.what !== "tapped") throw new Error("no frame");
  const bytes = atob(frame.bytes);
  const pieces = [...bytes].map((byte) => ({ ...frame, bytes: btoa(byte), masked: [] }));
  const [message] = conversation(pieces, "socket.io");
  expect(message?.bytes).toEqual(messages[1]?.bytes);
});
