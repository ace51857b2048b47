import { expect, test } from "vitest";
import { inlineScriptHashes } from "./csp-hashes.ts";

// printf 'alert(1)' | openssl dgst -sha256 -binary | base64
const ALERT = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";

test("hashes exactly the bytes between the tags, each script once", () => {
  const html = `<script>alert(1)</script><script type="module">alert(1)</script>`;
  expect(inlineScriptHashes(html)).toEqual([ALERT]);
});

test("leaves out scripts with a source and blocks of data", () => {
  const html = `<script type="module" src="/a.js"></script><script type="application/ld+json">{}</script>`;
  expect(inlineScriptHashes(html)).toEqual([]);
});

test("finds a script over several lines with attributes", () => {
  expect(inlineScriptHashes('<p>\n<script aria-hidden="true">\nlet a;\n</script>')).toHaveLength(1);
});
