// Pieces of UDP's header and 3000 bytes; all but the last carry a multiple of 8 bytes.
const room = Math.floor((1500 - 20) / 8) * 8;
console.log(Math.ceil((8 + 3000) / room));
