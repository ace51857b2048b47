// What is missing on one machine: handed over, less what was read.
console.log(5000 - 256);
