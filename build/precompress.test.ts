import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { compressFolder } from "./precompress.ts";

const folder = mkdtempSync(join(tmpdir(), "precompress-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("puts both forms beside large text, in folders too, and leaves small files and pictures alone", async () => {
  const large = "<p>who gets the event?</p>".repeat(40);
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a/index.html"), large);
  writeFileSync(join(folder, "small.css"), "p{}");
  writeFileSync(join(folder, "card.png"), large);

  await compressFolder(folder);

  expect(readdirSync(folder).sort()).toEqual(["a", "card.png", "small.css"]);
  const read = (name: string) => readFileSync(join(folder, "a", name));
  expect(brotliDecompressSync(read("index.html.br")).toString()).toBe(large);
  expect(gunzipSync(read("index.html.gz")).toString()).toBe(large);
});
