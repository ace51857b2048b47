// Ethernet, IPv4, TCP without options, a masked WebSocket head, and the text.
const text = `42${JSON.stringify(["hello", 1])}`;
console.log(14 + 20 + 20 + 6 + Buffer.byteLength(text));
