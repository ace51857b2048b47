// The acknowledgement number after three full segments: the first byte of data has number 1.
const dataBytes = 1448;
let next = 0;
next += 1; // SYN
for (let segments = 0; segments < 3; segments += 1) next += dataBytes;
console.log(next);
