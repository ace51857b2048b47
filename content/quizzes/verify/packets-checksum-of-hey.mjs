// RFC 1071: add the numbers of 16 bits, bring carries back in, turn every bit round.
const words = "4500 001f 0000 4000 4011 0000 0a00 0001 0a00 0002".split(" ");
let sum = words.reduce((total, word) => total + Number.parseInt(word, 16), 0);
while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
console.log((sum ^ 0xffff).toString(16).padStart(4, "0"));
