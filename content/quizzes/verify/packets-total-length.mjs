// As in the recorded header: total length of the packet with "hello", less 5 bytes, plus 100.
const recorded = Buffer.from("450000218b8d400040119b3c0a0000010a000002", "hex");
console.log(recorded.readUInt16BE(2) - Buffer.byteLength("hello") + 100);
