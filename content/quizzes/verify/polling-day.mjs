// One request in each ten seconds of eight hours.
const intervalS = 10;
const openS = 8 * 60 * 60;
let requests = 0;
for (let atS = 0; atS < openS; atS += intervalS) requests += 1;
console.log(requests);
