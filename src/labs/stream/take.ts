import type { Socket } from "node:net";

/** The reading program's code: it hears the socket, and says which messages it made of that. */
export type TakeCall = (reader: { socket: Socket; got: (message: string) => void }) => void;
