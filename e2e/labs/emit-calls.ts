/** What a call of the server's listener does, as the lesson teaches it: written by hand, so that it is
 * held against the lab and not taken from it. Ann is in red, Bob in red and blue, Cem in blue. */
export interface ExpectedCall {
  /** As the list of calls names it. */
  label: string;
  /** Part of the line of code. */
  code: string;
  receivers: readonly string[];
  /** Part of the reason for each client that gets nothing. */
  because: Readonly<Record<string, string>>;
}

const silent = "The server's listener emitted nothing.";
const onlyAnn = "The call was for Ann's socket alone.";
const notInRed = "The call was for red. Cem is in blue.";
const senderOut = "socket.to leaves out the socket it is called on";
const keptOut = (who: string) => `The call keeps out red, and ${who} is in it.`;

export const expectedCalls: readonly ExpectedCall[] = [
  {
    label: "nothing",
    code: "no emit: the event ends here",
    receivers: [],
    because: { Ann: silent, Bob: silent, Cem: silent },
  },
  {
    label: "ack(…)",
    code: 'ack?.("got it")',
    receivers: [],
    because: {},
  },
  {
    label: "socket.emit",
    code: "socket.emit(event, data)",
    receivers: ["Ann"],
    because: { Bob: onlyAnn, Cem: onlyAnn },
  },
  { label: "io.emit", code: "io.emit(event, data)", receivers: ["Ann", "Bob", "Cem"], because: {} },
  {
    label: "socket.broadcast.emit",
    code: "socket.broadcast.emit(event, data)",
    receivers: ["Bob", "Cem"],
    because: { Ann: "socket.broadcast leaves out the socket it is called on" },
  },
  {
    label: "io.to(room).emit",
    code: "io.to(room).emit(event, data)",
    receivers: ["Ann", "Bob"],
    because: { Cem: notInRed },
  },
  {
    label: "socket.to(room).emit",
    code: "socket.to(room).emit(event, data)",
    receivers: ["Bob"],
    because: { Ann: senderOut, Cem: notInRed },
  },
  {
    label: "io.except(room).emit",
    code: "io.except(room).emit(event, data)",
    receivers: ["Cem"],
    because: { Ann: keptOut("Ann"), Bob: keptOut("Bob") },
  },
  {
    label: "socket.except(room).emit",
    code: "socket.except(room).emit(event, data)",
    receivers: ["Cem"],
    because: { Ann: "left", Bob: keptOut("Bob") },
  },
  {
    label: "io.to(red).to(blue).emit",
    code: 'io.to("red").to("blue").emit(event, data)',
    receivers: ["Ann", "Bob", "Cem"],
    because: {},
  },
  {
    label: "socket.to(red).to(blue).emit",
    code: 'socket.to("red").to("blue").emit(event, data)',
    receivers: ["Bob", "Cem"],
    because: { Ann: senderOut },
  },
];

/** What Ann's page calls, and what her callback gets when the listener replies or does not. */
export interface ExpectedAsk {
  /** Labels of the server's calls to try it with; all, if absent. */
  calls?: readonly string[];
  label: string;
  code: string;
  answered?: string;
  unanswered?: string;
}

export const expectedAsks: readonly ExpectedAsk[] = [
  { label: "socket.emit", code: "socket.emit(event, data);" },
  {
    label: "socket.emit, with acknowledgement",
    code: "socket.emit(event, data, (answer) =>",
    answered: "an answer",
    unanswered: "nothing",
  },
  {
    label: "socket.timeout(1000).emit",
    // Each call that does not answer takes its whole second; the matrix test has them all.
    calls: ["nothing", "ack(…)", "io.emit"],
    code: "socket.timeout(1000).emit(event, data, (error, answer) =>",
    answered: "an answer",
    unanswered: "an error: the time is up",
  },
  { label: "socket.volatile.emit", code: "socket.volatile.emit(event, data);" },
];
