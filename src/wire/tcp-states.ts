/**
 * Source: RFC 9293, section 3.3.2, figure 5 with its notes, and section 3.10.7.4.
 *
 * Leaves out: what a RST or an abort does to every other state, which ends it at once.
 */

/** States of a TCP connection, named as in RFC 9293. */
export const tcpStateNames = [
  "CLOSED",
  "LISTEN",
  "SYN-SENT",
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
  "CLOSE-WAIT",
  "CLOSING",
  "LAST-ACK",
  "TIME-WAIT",
] as const;
export type TcpState = (typeof tcpStateNames)[number];

/** One arrow of the figure. */
export interface TcpTransition {
  from: TcpState;
  /** A call of the program, a segment that comes, or a timer. */
  cause: string;
  to: TcpState;
  /** Absent when nothing is sent. */
  sends?: string;
}

/** The arrows of figure 5, from the top to the bottom. */
export const tcpTransitions: readonly TcpTransition[] = [
  { from: "CLOSED", cause: "active OPEN", to: "SYN-SENT", sends: "SYN" },
  { from: "CLOSED", cause: "passive OPEN", to: "LISTEN" },
  { from: "LISTEN", cause: "CLOSE", to: "CLOSED" },
  { from: "LISTEN", cause: "rcv SYN", to: "SYN-RECEIVED", sends: "SYN,ACK" },
  { from: "LISTEN", cause: "SEND", to: "SYN-SENT", sends: "SYN" },
  { from: "SYN-SENT", cause: "CLOSE", to: "CLOSED" },
  { from: "SYN-SENT", cause: "rcv SYN", to: "SYN-RECEIVED", sends: "SYN,ACK" },
  { from: "SYN-SENT", cause: "rcv SYN,ACK", to: "ESTABLISHED", sends: "ACK" },
  { from: "SYN-RECEIVED", cause: "rcv RST", to: "LISTEN" },
  { from: "SYN-RECEIVED", cause: "rcv ACK of SYN", to: "ESTABLISHED" },
  { from: "SYN-RECEIVED", cause: "CLOSE", to: "FIN-WAIT-1", sends: "FIN" },
  { from: "ESTABLISHED", cause: "CLOSE", to: "FIN-WAIT-1", sends: "FIN" },
  { from: "ESTABLISHED", cause: "rcv FIN", to: "CLOSE-WAIT", sends: "ACK" },
  { from: "FIN-WAIT-1", cause: "rcv ACK of FIN", to: "FIN-WAIT-2" },
  { from: "FIN-WAIT-1", cause: "rcv FIN", to: "CLOSING", sends: "ACK" },
  { from: "FIN-WAIT-2", cause: "rcv FIN", to: "TIME-WAIT", sends: "ACK" },
  { from: "CLOSE-WAIT", cause: "CLOSE", to: "LAST-ACK", sends: "FIN" },
  { from: "CLOSING", cause: "rcv ACK of FIN", to: "TIME-WAIT" },
  { from: "LAST-ACK", cause: "rcv ACK of FIN", to: "CLOSED" },
  { from: "TIME-WAIT", cause: "timeout = 2 MSL", to: "CLOSED" },
];
