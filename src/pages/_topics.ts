/** A topic of the catalogue of misconceptions, and the lessons whose beliefs stand there. */
interface Topic {
  title: string;
  lessons: readonly string[];
}

const topics: readonly Topic[] = [
  { title: "Client, server, socket", lessons: ["client-and-server", "sockets"] },
  { title: "Packets and layers", lessons: ["packets", "osi-model", "tcp-ip-model"] },
  { title: "TCP", lessons: ["tcp"] },
  { title: "UDP", lessons: ["udp", "tcp-or-udp"] },
  { title: "HTTP", lessons: ["http-and-its-limits"] },
  { title: "WebSocket", lessons: ["websocket"] },
  { title: "Socket.IO: connections", lessons: ["socket-io", "scaling-out"] },
  {
    title: "Socket.IO: events and who gets them",
    lessons: ["emitting", "rooms-and-namespaces", "build-a-chat"],
  },
  { title: "Socket.IO: what gets lost", lessons: ["missed-events", "delivery-guarantees"] },
];

const OTHERS = "Other beliefs";

/** Titles of topics in the order of the page. */
export const topicTitles: readonly string[] = [...topics.map(({ title }) => title), OTHERS];

/** The topic of beliefs that a lesson refutes. */
export const topicOf = (lesson: string): string =>
  topics.find(({ lessons }) => lessons.includes(lesson))?.title ?? OTHERS;
