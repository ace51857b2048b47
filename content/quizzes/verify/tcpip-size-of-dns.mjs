// Ethernet, 802.1Q tag, IPv6, UDP, and a question of 29 bytes: DNS's header, the name
// hey.example in labels, type and class.
const labels = "hey.example".split(".").reduce((sum, label) => sum + 1 + label.length, 0) + 1;
console.log(14 + 4 + 40 + 8 + (12 + labels + 2 + 2));
