import { defineConfig } from "vitest/config";

const isLong = process.env.WIREBOOK_LONG === "1";

const testsIn = (folders: readonly string[]): string[] =>
  folders.map((folder) => `${folder}/**/*.test.{ts,tsx,mjs}`);

/** Folders whose modules keep nothing between tests: their files share one registry of modules. */
const pure = testsIn(["src/lib", "src/wire", "src/progress", "src/content-rules"]);

const excluded = [
  "**/node_modules/**",
  "dist/**",
  ".cache/**",
  ...(isLong ? [] : ["**/*.long.test.*"]),
];

/** Unit and host tests; browser tests are Playwright's. A test of a component names its environment itself. */
export default defineConfig({
  test: {
    // Host tests wait more than they compute: four keep two cores busy.
    maxWorkers: 4,
    // Bounds for what hangs, not for what is slow: machines differ by more than a factor of two.
    testTimeout: isLong ? 240_000 : 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure, exclude: excluded, isolate: false } },
      {
        extends: true,
        test: {
          name: "apart",
          include: testsIn(["src", "server", "build", "bench", "scripts"]),
          exclude: [...excluded, ...pure],
        },
      },
    ],
  },
});
