import { expect, test } from "vitest";
import { readClaims } from "./read-claims.mjs";

const text = `
Run \`npm start\`, or \`PORT=4322 npm run dev\`; set \`LOG_LEVEL\`. See \`src/labs/<id>/server.ts\`,
\`#labs/emit/index.astro\`, \`contract.ts\`, [the map](docs/map.md) and \`io.emit\`.

\`\`\`sh
HOST=0.0.0.0 npm run lock
\`\`\`

\`\`\`
inside.ts
\`\`\`
`;

test("paths, files, scripts, variables and links are found where they stand", () => {
  expect(readClaims(text)).toEqual({
    paths: ["src/labs/<id>/server.ts", "#labs/emit/index.astro"],
    files: ["contract.ts"],
    scripts: ["start", "dev", "lock"],
    variables: ["PORT", "LOG_LEVEL", "HOST"],
    links: ["docs/map.md"],
  });
});
