import { defineConfig } from "vitest/config";

const isLong = process.env.WIREBOOK_LONG === "1";

/** Unit and host tests; browser tests are Playwright's. A test of a component names its environment itself. */
export default defineConfig({
  test: {
    include: ["src", "server", "build", "bench", "scripts"].map(
      (folder) => `${folder}/**/*.test.{ts,tsx,mjs}`,
    ),
    exclude: [
      "**/node_modules/**",
      "dist/**",
      ".cache/**",
      ...(isLong ? [] : ["**/*.long.test.*"]),
    ],
    // Host tests wait more than they compute: four keep two cores busy.
    maxWorkers: 4,
    testTimeout: isLong ? 120_000 : 15_000,
    hookTimeout: 15_000,
  },
});
