// Number 9 is handed over when number 7 is, and left two pauses of 100 ms later.
console.log(350 - (9 - 7) * 100);
