/** What a browser itself says in its console when a server is away. */
export const outageMessages: readonly RegExp[] = [
  /WebSocket connection to .* failed/,
  /Failed to load resource: net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/,
  // The server is back before the page has opened its bench again.
  /Failed to load resource: the server responded with a status of 40[34] .*\/socket\.io\/\?bench=/,
];

/** What it says of requests to a backend where there are only files. */
export const noBackendMessages: readonly RegExp[] = [
  /Failed to load resource: the server responded with a status of 404 .*\/control\//,
];

/** What it says when the server turns a page away: the connection ends while it changes its transport. */
export const refusalMessages: readonly RegExp[] = [
  /WebSocket connection to .*\/control\/.* failed: WebSocket is closed before the connection is/,
  /Failed to load resource: the server responded with a status of 400 .*\/control\//,
];
