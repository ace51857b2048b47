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
  if (platform === "win32") writeCommands(bin, node);
  else writeLink(join(bin, "node"), node);
}

/**
 * The shell word `exec` in our scripts makes Node take the shell's place, so that npm's signals reach it.
 * cmd.exe has no such word: there it is a command that runs the rest of its line.
 */
function writeCommands(bin, node) {
  writeFileSync(join(bin, "node.cmd"), `@"%~dp0\\${relative(bin, node)}" %*\r\n`);
  writeFileSync(join(bin, "exec.cmd"), "@%*\r\n");
}

function writeLink(link, node) {
  if (pointsTo(link, node)) return;
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), node), link);
}
