import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packagedNode } from "./project-node.mjs";

const RECORD = ["node_modules", ".wirebook-install"];

/** The file in which the last install is recorded. npm removes it together with node_modules. */
export function installRecord(root) {
  return join(root, ...RECORD);
}

/** What an install depends on, as one line: the lockfile's content and the platform. */
export function installKey(root) {
  const lockfile = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lockfile).digest("hex");
  return `${hash} ${process.platform} ${process.arch}`;
}

/** True when node_modules holds what package-lock.json asks for, on this platform. */
export function isInstalled(root) {
  const record = installRecord(root);
  if (existsSync(record))
    return readFileSync(record, "utf8").trim() === installKey(root) || agrees(root);
  return agrees(root);
}

/** Compares with the list that npm itself keeps, so that an install by hand is not repeated. */
function agrees(root) {
  const installed = packagesIn(join(root, "node_modules", ".package-lock.json"));
  const node = packagedNode(root);
  if (!installed || (node && !existsSync(node))) return false;
  const wanted = packagesIn(join(root, "package-lock.json"));
  const isSatisfied = ([path, entry]) =>
    path === "" || (path in installed ? installed[path].version === entry.version : entry.optional);
  return Object.entries(wanted).every(isSatisfied);
}

function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}
