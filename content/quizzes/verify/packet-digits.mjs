// What is each packet? The libraries' own parsers say so.
import { decodePacket } from "engine.io-parser";
import { Decoder, PacketType } from "socket.io-parser";

const inMessage = (text) => {
  let decoded;
  const decoder = new Decoder();
  decoder.on("decoded", (packet) => {
    decoded = packet;
  });
  decoder.add(text);
  if (decoded.type === PacketType.CONNECT) return decoded.data?.sid ? "joined" : "join";
  if (decoded.type === PacketType.ACK) return "ack";
  return decoded.type === PacketType.EVENT && decoded.data.length === 2 ? "event" : "other";
};

const nameOf = (text) => {
  const { type, data } = decodePacket(text, "nodebuffer");
  return type === "message" ? inMessage(data) : type;
};

const packets = {
  event: '42["goal",12]',
  join: '40{"sid":"mUQz"}',
  ack: '430["stored"]',
  ping: "2",
  upgrade: "5",
};
for (const [left, text] of Object.entries(packets)) console.log(`${left}=${nameOf(text)}`);
