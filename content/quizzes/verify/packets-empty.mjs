// Header of IPv4 without options: 5 words of 4 bytes. Header of UDP: 4 fields of 2 bytes.
console.log(5 * 4 + 4 * 2 + Buffer.alloc(0).length);
