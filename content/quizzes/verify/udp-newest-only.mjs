// Positions of a game that takes only what is newer than all before.
let newest = 0;
let taken = 0;
for (const number of [1, 3, 6, 6, 7, 2, 5, 9, 8, 10]) {
  if (number <= newest) continue;
  newest = number;
  taken += 1;
}
console.log(taken);
