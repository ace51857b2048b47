// Packets of up to 1500 bytes for a UDP header and 2000 bytes, each with an IP header.
let rest = 8 + 2000;
let frames = 0;
while (rest > 0) {
  rest -= 1500 - 20;
  frames += 1;
}
console.log(frames);
