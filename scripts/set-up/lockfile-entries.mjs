import { platformOf } from "./platform-of.mjs";

/** Every folder in which Node would look for `name` when `parent` asks for it, nearest first. */
function placesOf(parent, name) {
  const places = [];
  for (
    let at = parent;
    at !== "";
    at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))
  ) {
    places.push(`${at}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

function entry(parent, name, version) {
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${name} = ${version}, a missing platform package must name an exact version`);
  }
  const dev = parent.dev ? { dev: true } : {};
  const fields = { ...platformOf(name), ...dev, optional: true };
  const sorted = Object.entries(fields).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { version, ...Object.fromEntries(sorted) };
}

function missingOf(packages, path) {
  const parent = packages[path];
  return Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !placesOf(path, name).some((place) => place in packages))
    .map(([name, version]) => [`node_modules/${name}`, entry(parent, name, version)]);
}

/** The optional dependencies that a lockfile (version 3) names but has no entry for, as `[path, entry]`. */
export function missingEntries(lock) {
  return Object.keys(lock.packages).flatMap((path) => missingOf(lock.packages, path));
}

/** The lockfile with the entries added, in the order in which npm writes them. */
export function withEntries(lock, entries) {
  const all = [...Object.entries(lock.packages), ...entries];
  all.sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(all) };
}
