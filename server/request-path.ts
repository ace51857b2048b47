/** The path of a request target as it was sent, without query. `/` for a target that has none. */
export function requestPath(target: string | undefined): string {
  const withoutOrigin = (target ?? "").replace(/^https?:\/\/[^/?#]*/i, "");
  const path = withoutOrigin.replace(/[?#].*$/s, "");
  return path === "" ? "/" : path;
}

/** The query of a request target with its question mark, or the empty string. */
export const requestQuery = (target: string | undefined): string =>
  /\?[^#]*/.exec(target ?? "")?.[0] ?? "";

/**
 * The path of a request target, percent-decoded. Undefined for what no file can be named by: bad
 * percent-encoding, control characters, backslashes, encoded slashes, `..`, empty segments.
 */
export function decodedPath(target: string | undefined): string | undefined {
  const path = requestPath(target);
  if (!path.startsWith("/") || /%2f/i.test(path)) return undefined;
  const decoded = decode(path);
  return decoded === undefined || isUnsafe(decoded) ? undefined : decoded.normalize();
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const isUnsafe = (path: string): boolean =>
  /\p{Cc}|\\|\/\//u.test(path) || path.split("/").some((part) => part === ".." || part === ".");
