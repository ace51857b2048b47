/** Source: RFC 9110, RFC 9111, RFC 6454, RFC 6265, RFC 6455, Fetch Metadata. */

interface HeaderText {
  meaning: string;
  source: string;
}

const text = (meaning: string, source: string): HeaderText => ({ meaning, source });
const fetchMetadata = "https://www.w3.org/TR/fetch-metadata/";
const clientHints = "https://wicg.github.io/ua-client-hints/";

const known: Readonly<Record<string, HeaderText>> = {
  host: text("Which of the sites at this address is meant.", "RFC 9110, section 7.2"),
  connection: text("What holds for this connection only, hop by hop.", "RFC 9110, section 7.6.1"),
  upgrade: text(
    "The protocol that the rest of the connection is to speak.",
    "RFC 9110, section 7.8",
  ),
  "sec-websocket-key": text(
    "16 random bytes as base64. The answer proves that the server has read them.",
    "RFC 6455, section 11.3.1",
  ),
  "sec-websocket-accept": text(
    "SHA-1 of the key and a fixed text: proof that the server speaks WebSocket.",
    "RFC 6455, section 11.3.3",
  ),
  "sec-websocket-version": text(
    "The version of WebSocket; 13 is the standard.",
    "RFC 6455, section 11.3.5",
  ),
  "sec-websocket-extensions": text(
    "Extensions that are offered or taken, such as compression.",
    "RFC 6455, section 11.3.2",
  ),
  "sec-websocket-protocol": text(
    "What is to be spoken inside of WebSocket.",
    "RFC 6455, section 11.3.4",
  ),
  origin: text("The site whose page asks. Browsers set it; pages cannot.", "RFC 6454, section 7"),
  referer: text("The page from which the request comes.", "RFC 9110, section 10.1.3"),
  "user-agent": text("The program that asks.", "RFC 9110, section 10.1.5"),
  accept: text("Kinds of content that the client can use.", "RFC 9110, section 12.5.1"),
  "accept-encoding": text("Compressions that the client can undo.", "RFC 9110, section 12.5.3"),
  "accept-language": text("Languages that the reader prefers.", "RFC 9110, section 12.5.4"),
  "content-type": text("What the body is.", "RFC 9110, section 8.3"),
  "content-length": text("Bytes of the body.", "RFC 9110, section 8.6"),
  "content-encoding": text("How the body is compressed.", "RFC 9110, section 8.4"),
  "transfer-encoding": text(
    "The body comes in chunks, each with its size.",
    "RFC 9112, section 6.1",
  ),
  "cache-control": text("Who may keep a copy, and for how long.", "RFC 9111, section 5.2"),
  pragma: text("An old way to ask for no copy from a cache.", "RFC 9111, section 5.4"),
  vary: text("Request headers that the answer depends on.", "RFC 9110, section 12.5.5"),
  date: text("When the answer was made.", "RFC 9110, section 6.6.1"),
  cookie: text("What the server had the browser keep.", "RFC 6265, section 5.4"),
  "set-cookie": text("What the browser is to keep and send along.", "RFC 6265, section 5.2"),
  authorization: text("Proof of who asks.", "RFC 9110, section 11.6.2"),
  "keep-alive": text("How long an idle connection stays open.", "RFC 2068, section 19.7.1"),
};

const prefixes: readonly (readonly [string, HeaderText])[] = [
  ["sec-fetch-", text("How the browser came to ask.", fetchMetadata)],
  ["sec-ch-", text("The browser and its system, in short.", clientHints)],
  [
    "x-forwarded-",
    text(
      "What a proxy says of the client.",
      "https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For",
    ),
  ],
];

const any = text(
  "A header: a name, a colon, a value and the end of the line.",
  "RFC 9110, section 5",
);

/** What a header means, and where that is written. */
export function headerTexts(name: string): HeaderText {
  const small = name.toLowerCase();
  if (Object.hasOwn(known, small)) return known[small] ?? any;
  return prefixes.find(([prefix]) => small.startsWith(prefix))?.[1] ?? any;
}
