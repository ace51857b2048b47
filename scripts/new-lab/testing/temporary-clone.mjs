import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { browserPath } from "../../set-up/find-browser.mjs";
import { projectNode } from "../../set-up/project-node.mjs";
import { projectRoot } from "../../set-up/project-root.mjs";
import { runQuietly } from "../../set-up/run-quietly.mjs";

const AUTHOR = ["-c", "user.name=Test", "-c", "user.email=test@wirebook.test"];

/**
 * A git repository with the project's files as they are now, committed or not, and its packages: as
 * links to their folders, which is quick, or with files of its own, which the site's build needs.
 */
export class TemporaryClone {
  root = realpathSync(mkdtempSync(join(tmpdir(), "wirebook-clone-")));

  constructor({ ownsPackages = false } = {}) {
    for (const path of gitLines(projectRoot, "ls-files", "-co", "--exclude-standard")) {
      this.#copy(path);
    }
    if (ownsPackages) takePackages(this.root);
    else linkPackages(this.root);
    git(this.root, "init", "--quiet");
    git(this.root, "add", "--all");
    git(this.root, ...AUTHOR, "commit", "--quiet", "--message", "as it is");
  }

  /** Runs a program of the project by the project's Node. Resolves to `{ ok, output }`. */
  run(...args) {
    const browser = browserPath(projectRoot);
    const found = browser ? { CHROMIUM_PATH: browser } : {};
    const env = { ...process.env, ...found, NODE_ENV: "", ASTRO_TELEMETRY_DISABLED: "1" };
    return runQuietly(projectNode(projectRoot), args, { cwd: this.root, env });
  }

  /** What `git status` says, one line a file. */
  status() {
    return gitLines(this.root, "status", "--porcelain", "--untracked-files=all");
  }

  /** A file as it was committed. */
  committed(path) {
    return git(this.root, "show", `HEAD:${path}`);
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }

  #copy(path) {
    const source = join(projectRoot, path);
    if (!existsSync(source)) return;
    mkdirSync(join(this.root, dirname(path)), { recursive: true });
    copyFileSync(source, join(this.root, path));
  }
}

/** What tools keep in node_modules begins with a dot, and stays behind. */
const packagesIn = (folder) =>
  readdirSync(folder).filter((name) => name === ".bin" || !name.startsWith("."));

function linkPackages(root) {
  const from = join(projectRoot, "node_modules");
  const to = join(root, "node_modules");
  mkdirSync(to);
  for (const name of packagesIn(from)) symlinkSync(join(from, name), join(to, name), "junction");
}

function takePackages(root) {
  const from = join(projectRoot, "node_modules");
  for (const name of packagesIn(from)) take(join(from, name), join(root, "node_modules", name));
}

function take(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) take(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

/** A second name for a file costs nothing, but both have to be on one file system. */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

const git = (cwd, ...args) => execFileSync("git", args, { cwd, encoding: "utf8" });
const gitLines = (cwd, ...args) =>
  git(cwd, ...args)
    .split("\n")
    .filter(Boolean);
