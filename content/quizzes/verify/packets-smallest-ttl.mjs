// The smallest TTL that four routers let pass: each takes 1, and drops what is then 0.
const arrives = (ttl, routers) => {
  for (let router = 0; router < routers; router += 1) {
    ttl -= 1;
    if (ttl === 0) return false;
  }
  return true;
};
let ttl = 1;
while (!arrives(ttl, 4)) ttl += 1;
console.log(ttl);
