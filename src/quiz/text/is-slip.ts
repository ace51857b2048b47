/** Shorter words have too many neighbours that are words of their own. */
const SHORTEST = 5;

/** Whether a text is another one with a single slip: a letter more, less, other, or two swapped. */
export function isSlip(typed: string, meant: string): boolean {
  if (meant.length < SHORTEST || typed === meant) return false;
  const start = sameAtStart(typed, meant);
  const [rest, due] = [typed.slice(start), meant.slice(start)];
  return (
    rest.slice(1) === due.slice(1) ||
    rest.slice(1) === due ||
    rest === due.slice(1) ||
    (rest.slice(2) === due.slice(2) && rest[0] === due[1] && rest[1] === due[0])
  );
}

const sameAtStart = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};
