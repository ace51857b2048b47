// Where the fourth fragment begins on a link with an MTU of 1500, in units of 8 bytes.
const room = Math.floor((1500 - 20) / 8) * 8;
console.log((3 * room) / 8);
