/** Loaded before the server by launch.mjs: ends the server when the launcher is gone. */
const GRACE_MS = 10_000;

if (process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
