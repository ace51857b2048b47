import { readConfig } from "../../server/config.ts";
import { limitRows } from "../../server/limits.ts";

const HEAD = `| variable | default | from | to | unit | what it bounds |
|---|---|---|---|---|---|`;

const limitLine = ({ env, default: fallback, min, max, unit, says }) =>
  `| \`${env}\` | ${fallback} | ${min} | ${max} | ${unit} | ${says} |`;

/** The configuration of an empty environment, as README.md shows it. */
export function defaultConfigText() {
  const { value } = readConfig({});
  const settings = {
    HOST: value.host,
    PORT: value.port,
    PUBLIC_ORIGIN: value.publicOrigins.join(", ") || "none",
    TRUST_PROXY: value.trustProxyHops,
    LOG_LEVEL: value.logLevel,
  };
  return {
    limits: [HEAD, ...limitRows.map(limitLine)].join("\n"),
    settings: Object.entries(settings).map(([env, text]) => ({ env, text: String(text) })),
  };
}
