// Each of three routers takes 1, and the destination none.
let ttl = 64;
for (const _router of ["first", "second", "third"]) ttl -= 1;
console.log(ttl);
