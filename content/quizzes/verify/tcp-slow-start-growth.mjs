// Segments in the fifth round: the window doubles with each round trip.
let window = 10;
for (let round = 1; round < 5; round += 1) window *= 2;
console.log(window);
