/**
 * Source: RFC 9112, sections 2 to 5.
 *
 * Leaves out: lines that are folded or end without CR.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { latin1, latin1Bytes } from "./text.ts";
import { type Malformed, malformed, truncated, type WireFailure } from "./truncated.ts";

/** Most bytes of a head; servers stop earlier. */
export const maxHeadBytes = 65_536;

/** `parts` are method, target and version, or version, status and reason. */
export interface StartLine {
  kind: "request" | "response";
  parts: [string, string, string];
}

/** A header line as it was written; `gap` is the white space between colon and value. */
export interface HeaderLine {
  name: string;
  gap: string;
  value: string;
  /** White space behind the value. */
  tail: string;
}

/** Start line and headers, exactly. */
export interface HttpHead {
  start: StartLine;
  headers: HeaderLine[];
}

const REQUEST = /^([!#$%&'*+.^_`|~\w-]+) ([!-~\x80-\xff]+) (HTTP\/\d\.\d)$/;
const STATUS = /^(HTTP\/\d\.\d) (\d{3}) ?(.*)$/;
const HEADER = /^([!#$%&'*+.^_`|~\w-]+):([ \t]*)(.*)$/;
const emptyLine = "\r\n\r\n";

/** Offset behind the empty line that ends a head; looks from `scanned` on. */
export function findHeadEnd(bytes: Uint8Array, scanned = 0): Result<number, WireFailure> {
  for (let at = Math.max(0, scanned - 3); at + 3 < bytes.length && at < maxHeadBytes; at++)
    if (bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10)
      return ok(at + 4);
  if (bytes.length >= maxHeadBytes)
    return fail(malformed(0, `A head has at most ${maxHeadBytes} bytes here.`));
  const ending = latin1(bytes, Math.max(0, bytes.length - 3));
  const there = [3, 2, 1].find((count) => ending.endsWith(emptyLine.slice(0, count))) ?? 0;
  return fail(truncated(bytes.length + 4 - there, bytes.length));
}

/** Reads a head that fills `bytes`, empty line included. */
export function decodeHead(bytes: Uint8Array): Result<HttpHead, Malformed> {
  const lines = latin1(bytes, 0, bytes.length - emptyLine.length).split("\r\n");
  if (lines.some((line) => line.includes("\r")))
    return fail(malformed(0, "CR stands only in front of LF."));
  const start = startLine(lines[0] ?? "");
  if (!start) return fail(malformed(0, "A message begins with a request line or a status line."));
  const headers: HeaderLine[] = [];
  let at = (lines[0] ?? "").length + 2;
  for (const line of lines.slice(1)) {
    const [, name, gap = "", rest = ""] = HEADER.exec(line) ?? [];
    if (name === undefined)
      return fail(malformed(at, "A header line is a name, a colon and a value."));
    const value = rest.trimEnd();
    headers.push({ name, gap, value, tail: rest.slice(value.length) });
    at += line.length + 2;
  }
  return ok({ start, headers });
}

/** Writes a head with its empty line. */
export function encodeHead({ start, headers }: HttpHead): Uint8Array {
  const lines = headers.map(({ name, gap, value, tail }) => `${name}:${gap}${value}${tail}\r\n`);
  return latin1Bytes(`${start.parts.join(" ")}\r\n${lines.join("")}\r\n`);
}

/** Value of a header by its name in small letters; several lines are joined as one list. */
export function headerValue({ headers }: HttpHead, name: string): string | undefined {
  const values = headers.filter((line) => line.name.toLowerCase() === name);
  return values.length === 0 ? undefined : values.map(({ value }) => value).join(", ");
}

function startLine(line: string): StartLine | undefined {
  const status = STATUS.exec(line);
  const [, first, second, third] = status ?? REQUEST.exec(line) ?? [];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  return { kind: status ? "response" : "request", parts: [first, second, third] };
}
