import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

function pointsTo(link, target) {
  try {
    return realpathSync(link) === realpathSync(target);
  } catch {
    return false;
  }
}

/**
 * Makes node_modules/.bin/node the given Node, so that npm scripts find it before the system's.
 * npm 10 leaves the link out when several packages claim the name.
 */
export function linkNode(root, node, platform = process.platform) {
  const bin = join(root, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  if (platform === "win32") {
    writeFileSync(join(bin, "node.cmd"), `@"%~dp0\\${relative(bin, node)}" %*\r\n`);
    return;
  }
  const link = join(bin, "node");
  if (pointsTo(link, node)) return;
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), node), link);
}
