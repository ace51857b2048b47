// Length field of a UDP header: four fields of two bytes, and the data.
console.log(4 * 2 + Buffer.byteLength("hello world"));
