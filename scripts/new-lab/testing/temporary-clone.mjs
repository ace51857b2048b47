import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectNode } from "../../set-up/project-node.mjs";
import { projectRoot } from "../../set-up/project-root.mjs";
import { runQuietly } from "../../set-up/run-quietly.mjs";

const AUTHOR = ["-c", "user.name=Test", "-c", "user.email=test@wirebook.test"];

/** A git repository with the project's files as they are now, committed or not, and its packages. */
export class TemporaryClone {
  root = realpathSync(mkdtempSync(join(tmpdir(), "wirebook-clone-")));

  constructor() {
    for (const path of gitLines(projectRoot, "ls-files", "-co", "--exclude-standard")) {
      this.#copy(path);
    }
    linkPackages(this.root);
    git(this.root, "init", "--quiet");
    git(this.root, "add", "--all");
    git(this.root, ...AUTHOR, "commit", "--quiet", "--message", "as it is");
  }

  /** Runs a program of the project by the project's Node. Resolves to `{ ok, output }`. */
  run(...args) {
    const env = { ...process.env, NODE_ENV: "", ASTRO_TELEMETRY_DISABLED: "1" };
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

/** One link a package, so that what tools keep in node_modules stays in the clone. */
function linkPackages(root) {
  const from = join(projectRoot, "node_modules");
  const to = join(root, "node_modules");
  mkdirSync(to);
  const names = readdirSync(from).filter((name) => name === ".bin" || !name.startsWith("."));
  for (const name of names) symlinkSync(join(from, name), join(to, name), "junction");
}

const git = (cwd, ...args) => execFileSync("git", args, { cwd, encoding: "utf8" });
const gitLines = (cwd, ...args) =>
  git(cwd, ...args)
    .split("\n")
    .filter(Boolean);
