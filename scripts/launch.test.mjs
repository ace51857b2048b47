import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const SERVER = 'setInterval(() => {}, 1000); console.log("pid " + process.pid);';
const launchUrl = new URL("./launch.mjs", import.meta.url).href;

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wirebook-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A launcher in a process of its own, and the pid of the server that it started. */
async function start(serverCode) {
  const launcher = join(folder, "launcher.mjs");
  const server = join(folder, "server.mjs");
  writeFileSync(server, serverCode);
  writeFileSync(
    launcher,
    `import { launch } from "${launchUrl}"; launch([${JSON.stringify(server)}]);`,
  );
  const child = spawn(process.execPath, [launcher], { stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = await once(child.stdout, "data");
  return { child, serverPid: Number(/pid (\d+)/.exec(String(chunk))[1]) };
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])(
  "the server ends when %s ends the launcher",
  async (signal) => {
    const { child, serverPid } = await start(SERVER);
    child.kill(signal);
    await vi.waitUntil(() => !isAlive(serverPid), { timeout: 5000 });
    expect(isAlive(serverPid)).toBe(false);
  },
);

test("the launcher ends with the server's exit code", async () => {
  const { child } = await start(`${SERVER} setTimeout(() => process.exit(7), 50);`);
  expect(await once(child, "exit")).toEqual([7, null]);
});
