/** Source: RFC 6455, section 7.4, and the IANA registry of close codes. */

const names: Readonly<Record<number, string>> = {
  1000: "normal closure",
  1001: "going away",
  1002: "protocol error",
  1003: "unsupported data",
  1005: "no code received (never sent)",
  1006: "abnormal closure (never sent)",
  1007: "invalid data, such as text that is no UTF-8",
  1008: "policy violation",
  1009: "message too big",
  1010: "an extension is missing",
  1011: "internal error",
  1012: "service restart",
  1013: "try again later",
  1014: "bad gateway",
  1015: "TLS failed (never sent)",
};

const ranges: readonly (readonly [from: number, to: number, name: string])[] = [
  [0, 999, "not used"],
  [1000, 2999, "reserved for the protocol"],
  [3000, 3999, "registered by a library"],
  [4000, 4999, "private, between these two programs"],
];

/** What a close code says. */
export const closeCodeName = (code: number): string =>
  names[code] ?? ranges.find(([from, to]) => code >= from && code <= to)?.[2] ?? "not used";

/** Whether a close frame may hold this code: 1004, 1005, 1006 and 1015 are only reported. */
export const maySendCloseCode = (code: number): boolean =>
  code >= 1000 &&
  code <= 4999 &&
  ![1004, 1005, 1006, 1015].includes(code) &&
  !(code > 1014 && code < 3000);
