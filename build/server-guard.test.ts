import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "vite";
import { afterAll, expect, test } from "vitest";
import { isServerOnly, serverGuard } from "./server-guard.ts";

const root = mkdtempSync(join(tmpdir(), "server-guard-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

const buildWidget = (widget: string) => {
  put("src/labs/emit/Widget.ts", widget);
  const input = join(root, "src/labs/emit/Widget.ts");
  const options = { write: false, rolldownOptions: { input } } as const;
  return build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [serverGuard()],
    build: options,
  });
};

put("src/labs/emit/server.ts", "export const answer = 42;");
put("src/labs/emit/model.ts", "export const answer = 42;");
put("src/lab-kit/server/tap.ts", "export const tap = 1;");

test("a widget that imports its lab's server half fails the build and is named", async () => {
  const widget = 'import { answer } from "./server.ts"; console.log(answer);';
  await expect(buildWidget(widget)).rejects.toThrow(
    "src/labs/emit/Widget.ts imports src/labs/emit/server.ts",
  );
});

test.each(["../../lab-kit/server/tap.ts", "node:fs", "fs"])("refuses %s too", async (module) => {
  const widget = `import * as all from "${module}"; console.log(all);`;
  await expect(buildWidget(widget)).rejects.toThrow("runs on the server only");
});

test("a widget that imports its model, and only types of its server half, builds", async () => {
  const widget =
    'import type { answer as a } from "./server.ts"; import { answer } from "./model.ts"; const b: typeof a = answer; console.log(b);';
  await expect(buildWidget(widget)).resolves.toBeDefined();
});

test("knows its modules by their place, not by their name alone", () => {
  expect(isServerOnly("server/app.ts")).toBe(true);
  expect(isServerOnly("src/ui/server.ts")).toBe(false);
  expect(isServerOnly("node_modules/preact/server/index.js")).toBe(false);
});
