import { fail, ok, type Result } from "#lib/result.ts";
import { readSetting, refuse } from "./setting.ts";

const ENV = "PUBLIC_ORIGIN";
const RULE =
  "one or several origins, comma-separated: http:// or https://, a host, and a port if needed, without a path";
const EXAMPLE = "https://wirebook.example";

/**
 * Origins under which readers reach the site, lower-case and without default ports. Fails with one
 * sentence for each entry that is no origin.
 */
export function readPublicOrigins(env: NodeJS.ProcessEnv): Result<readonly string[], string[]> {
  const entries = (readSetting(env, ENV)?.split(",") ?? []).map((entry) => entry.trim());
  const origins = entries.map(toOrigin);
  const problems = entries
    .filter((_, index) => origins[index] === undefined)
    .map((text) => refuse({ env: ENV, text: hideLogin(text), rule: RULE, example: EXAMPLE }));
  if (problems.length > 0) return fail(problems);
  return ok([...new Set(origins.filter((origin) => origin !== undefined))]);
}

function toOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#@\\\s*]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** A password in the value must not reach a terminal or a log. */
const hideLogin = (text: string): string => text.replace(/\/\/.*@/, "//…@");
