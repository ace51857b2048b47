import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { AstroIntegration } from "astro";
import { siteFiles } from "./site-files.ts";

const COMPRESSIBLE = /\.(html|css|js|mjs|svg|json|xml|txt|wasm|webmanifest)$/;

/** Below this, what the headers cost is more than what compression saves. */
const MIN_SIZE_BYTES = 512;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const compressFile = async (path: string): Promise<void> => {
  const content = await readFile(path);
  if (content.length < MIN_SIZE_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    toBrotli(content, { params }).then((small) => writeFile(`${path}.br`, small)),
    toGzip(content, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
};

/** Puts `.br` and `.gz` beside every compressible file of at least 512 bytes below a folder. */
export const compressFolder = async (folder: string): Promise<void> => {
  await Promise.all(
    siteFiles(folder, COMPRESSIBLE).map((path) => compressFile(join(folder, path))),
  );
};

/** Compresses the built site once, so that the server never has to. Stands last in the list. */
export const precompress = (): AstroIntegration => ({
  name: "wirebook:precompress",
  hooks: { "astro:build:done": ({ dir }) => compressFolder(fileURLToPath(dir)) },
});
