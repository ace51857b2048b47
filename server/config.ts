import { isIP } from "node:net";
import { fail, ok, type Result } from "#lib/result.ts";
import { type Limits, readLimits } from "./limits.ts";
import { readPublicOrigins } from "./public-origins.ts";
import { readSetting, refuse } from "./setting.ts";
import { readWholeNumber } from "./whole-number.ts";

/** Levels of the log, from the rarest to the most talkative; `silent` is none. */
export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** What the host is told by its environment. */
export interface Config {
  /** Address or name to listen on. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Origins under which readers reach the site; empty when nobody has said. */
  publicOrigins: readonly string[];
  /** Number of proxies in front of the host whose `X-Forwarded-For` is believed. */
  trustProxyHops: number;
  logLevel: LogLevel;
  limits: Limits;
}

const DEFAULT_HOST = "127.0.0.1";
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*\.?$/i;

/** Reads and checks the environment. Fails with one sentence for each wrong value, all at once. */
export function readConfig(env: NodeJS.ProcessEnv): Result<Config, string[]> {
  const problems: string[] = [];
  const take = <Value>(read: Result<Value, string | string[]>, fallback: Value): Value => {
    if (read.ok) return read.value;
    problems.push(...[read.failure].flat());
    return fallback;
  };
  const config: Config = {
    host: take(readHost(env), DEFAULT_HOST),
    port: take(readWholeNumber(env, { env: "PORT", min: 0, max: 65_535, fallback: 4321 }), 0),
    publicOrigins: take(readPublicOrigins(env), []),
    trustProxyHops: take(readHops(env), 0),
    logLevel: take(readLogLevel(env), "info"),
    limits: take(readLimits(env), {} as Limits),
  };
  return problems.length > 0 ? fail(problems) : ok(config);
}

function readHost(env: NodeJS.ProcessEnv): Result<string, string> {
  const text = readSetting(env, "HOST") ?? DEFAULT_HOST;
  if (isIP(text) !== 0 || isHostName(text)) return ok(text);
  const rule = "an IP address (IPv6 without brackets) or a host name, without a port";
  return fail(refuse({ env: "HOST", text, rule, example: "0.0.0.0" }));
}

/** Names made of digits and dots only are addresses with a mistake in them. */
const isHostName = (text: string): boolean => HOST_NAME.test(text) && !/^[\d.]+$/.test(text);

function readHops(env: NodeJS.ProcessEnv): Result<number, string> {
  const rule = { env: "TRUST_PROXY", min: 0, max: 10, fallback: 0, unit: "proxies in front" };
  return readWholeNumber(env, { ...rule, example: "1" });
}

function readLogLevel(env: NodeJS.ProcessEnv): Result<LogLevel, string> {
  const text = readSetting(env, "LOG_LEVEL") ?? "info";
  const level = logLevels.find((known) => known === text);
  if (level) return ok(level);
  const rule = `one of ${logLevels.join(", ")}`;
  return fail(refuse({ env: "LOG_LEVEL", text, rule, example: "info" }));
}
