import { existsSync } from "node:fs";
import { runQuietly } from "./run-quietly.mjs";
import { step } from "./step.mjs";

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * Installs Debian or Ubuntu packages when this is such a system and we are root; else does nothing.
 * A failure is not an error: the caller looks whether the program is there.
 */
export async function installWithApt(packages) {
  if (!isRootOnDebian()) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await step(`Installing ${packages.join(" and ")} with apt-get`, async () => {
    await runQuietly("apt-get", ["update", "-q"], { env });
    const flags = ["install", "-y", "-q", "--no-install-recommends"];
    await runQuietly("apt-get", [...flags, ...packages], { env });
  });
}
