/**
 * The host and port of a `Host` header as a URL with `scheme` writes them: lower-case, IPv6 in
 * brackets, no default port. Undefined when the header is missing or is more than a host and a port.
 */
export function hostWithPort(
  header: string | undefined,
  scheme: "http:" | "https:",
): string | undefined {
  return parse(header, scheme)?.host;
}

/** The host of a `Host` header, without port; IPv6 in brackets. Undefined when malformed. */
export const hostName = (header: string | undefined): string | undefined =>
  parse(header, "http:")?.hostname;

function parse(header: string | undefined, scheme: string): URL | undefined {
  if (!header || /[/\\?#@\s,]/.test(header)) return undefined;
  const text = `${scheme}//${header}/`;
  return URL.canParse(text) ? new URL(text) : undefined;
}
