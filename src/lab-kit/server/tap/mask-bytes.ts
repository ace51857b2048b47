import type { Mask } from "../../observation.ts";

type Why = Mask["why"];

/** Bytes as they may leave the server, and where they were overwritten. */
export interface MaskedBytes {
  bytes: Buffer;
  masked: Mask[];
}

/** Headers whose values say who or where somebody is. */
const headerRules: readonly (readonly [RegExp, Why])[] = [
  [/^(?:set-)?cookie2?$/, "cookie"],
  [
    /^(?:proxy-)?authorization$|^(?!sec-websocket-).*(?:token|secret|api-?key|auth)/,
    "authorization",
  ],
  [/forwarded|^via$/, "forwarded"],
  [/^(?:host|origin|referer|from|access-control-allow-origin)$|-ip$|-host$/, "address"],
];

/** Headers of which a reader may see all. What is not named here may be a proxy's, and its secret. */
const shown = [
  /^(?:accept|accept-(?:charset|encoding|language|ranges)|connection|date|dnt|expect|keep-alive)$/,
  /^(?:allow|cache-control|etag|if-(?:modified-since|none-match)|last-modified|pragma|vary)$/,
  /^(?:content-(?:encoding|language|length|security-policy|type)|te|trailer|transfer-encoding)$/,
  /^(?:cross-origin-[a-z]+-policy|origin-agent-cluster|permissions-policy|referrer-policy)$/,
  /^(?:device-memory|last-event-id|priority|purpose|save-data|user-agent)$/,
  /^(?:sec-(?:ch|fetch|websocket)-[a-z-]+|sec-gpc|sec-purpose|strict-transport-security)$/,
  /^(?:upgrade|upgrade-insecure-requests|x-accel-buffering|x-content-type-options)$/,
];

const asterisk = 0x2a;
const lineEnd = "\r\n";

function whyOfHeader(name: string): Why | undefined {
  const rule = headerRules.find(([pattern]) => pattern.test(name));
  if (rule) return rule[1];
  return shown.some((pattern) => pattern.test(name)) ? undefined : "unknown";
}

/** A line that begins with white space goes on with the header before it. RFC 9112, section 5.2. */
function* headersOf(head: string): Generator<{ name: string; from: number; to: number }> {
  const header = /^([^\s:]+):[ \t]*([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)/gm;
  for (const match of head.matchAll(header)) {
    const [whole, name = "", value = ""] = match;
    const to = match.index + whole.length;
    yield { name: name.toLowerCase(), from: to - value.length, to };
  }
}

/** Masks of a message's head: the keys in its first line, and values of headers. */
function masksOfHead(head: string): Mask[] {
  const masks: Mask[] = [];
  const firstLine = head.slice(0, head.indexOf(lineEnd));
  for (const match of firstLine.matchAll(/(?<=[?&](?:bench|seat)=)[^&\s]+/gi)) {
    masks.push({ from: match.index, to: match.index + match[0].length, why: "key" });
  }
  for (const { name, from, to } of headersOf(head)) {
    const why = whyOfHeader(name);
    if (why && to > from) masks.push({ from, to, why });
  }
  return masks;
}

function masksOfKeys(bytes: Buffer, keys: readonly string[]): Mask[] {
  const masks: Mask[] = [];
  for (const key of keys) {
    for (let from = bytes.indexOf(key); from >= 0; from = bytes.indexOf(key, from + key.length)) {
      masks.push({ from, to: from + key.length, why: "key" });
    }
  }
  return masks;
}

/** More would be an attack; what lies between them then goes, too. */
const mostMasks = 100;

/** In order, and joined where they overlap. */
function joined(masks: readonly Mask[]): Mask[] {
  const inOrder: Mask[] = [];
  for (const mask of masks.toSorted((a, b) => a.from - b.from)) {
    const last = inOrder.at(-1);
    if (last && (mask.from < last.to || inOrder.length === mostMasks)) {
      last.to = Math.max(last.to, mask.to);
    } else inOrder.push({ ...mask });
  }
  return inOrder;
}

/**
 * Overwrites what must not leave the server by asterisks of the same length, in a copy.
 *
 * @param isHead whether these bytes begin with the head of an HTTP message, whole
 * @param keys secrets that are masked wherever they stand
 */
export function maskBytes(
  bytes: Buffer,
  { isHead, keys }: { isHead: boolean; keys: readonly string[] },
): MaskedBytes {
  const end = isHead ? bytes.indexOf(lineEnd + lineEnd) + lineEnd.length : 0;
  const inHead = isHead ? masksOfHead(bytes.toString("latin1", 0, end)) : [];
  const masked = joined([...inHead, ...masksOfKeys(bytes, keys)]);
  if (masked.length === 0) return { bytes, masked };
  const copy = Buffer.from(bytes);
  for (const { from, to } of masked) copy.fill(asterisk, from, to);
  return { bytes: copy, masked };
}
