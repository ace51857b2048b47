import type { TestPage } from "./test-page.ts";

type Transport = "polling" | "websocket";

/** Path of a session of the control channel. */
export const controlPath = (transport: Transport, more = ""): string =>
  `/control/?EIO=4&transport=${transport}${more}`;

/** Path of a session in this seat; seats that a page has are named by their subject. */
export const subjectPath = (
  page: TestPage,
  { who = "Ann", transport = "polling" as Transport, more = "" } = {},
): string =>
  `/socket.io/?EIO=4&transport=${transport}&bench=${page.bench}&seat=${page.seats[who] ?? who}${more}`;
