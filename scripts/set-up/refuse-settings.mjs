/**
 * Prints what is wrong with the variables that the pages are built with, one sentence for each, and
 * exits 1. Prints nothing when they are right. Runs on the project's own Node, since the rule for
 * origins stands in the server's code.
 */
import { readPublicOrigins } from "../../server/public-origins.ts";
import { readSetting, refuse } from "../../server/setting.ts";

function refuseEditBase() {
  const text = readSetting(process.env, "EDIT_BASE_URL");
  if (text === undefined || (/^https?:\/\//i.test(text) && URL.canParse(text))) return [];
  const rule = "an address that begins with http:// or https://";
  const example = "https://git.example/wirebook/edit/main";
  return [refuse({ env: "EDIT_BASE_URL", text, rule, example })];
}

function refuseReportUrl() {
  const text = readSetting(process.env, "REPORT_URL");
  const isAddress = /^(https?:\/\/|mailto:)/i.test(text ?? "") && URL.canParse(text);
  if (text === undefined || (isAddress && text.includes("{page}"))) return [];
  const rule = "an address, https://, http:// or mailto:, with {page} and perhaps {item} in it";
  const example = "https://git.example/wirebook/issues/new?title={page}%20{item}";
  return [refuse({ env: "REPORT_URL", text, rule, example })];
}

const origins = readPublicOrigins(process.env);
const problems = [
  ...(origins.ok ? [] : origins.failure),
  ...refuseEditBase(),
  ...refuseReportUrl(),
];
for (const sentence of problems) console.error(sentence);
if (problems.length > 0) process.exit(1);
