/** What a failure tells the reader: one sentence, and what to do next. */
export interface FailureText {
  says: string;
  next: string;
}

/**
 * Every failure that any command of any lab may answer with, and the two that only the page can
 * see (`timeout`, `disconnected`). A lab adds its own in its contract.
 */
export const commonFailures = {
  "bad-payload": {
    says: "The server refused what was sent: it does not fit the rules.",
    next: "Change the marked value and try again.",
  },
  "not-owner": {
    says: "Only the page that opened this bench may do that.",
    next: "Open a bench of your own.",
  },
  "rate-limited": {
    says: "That was too many requests in a short time.",
    next: "Wait a second, then try again.",
  },
  "too-many": {
    says: "There is no room for more here: a limit is reached.",
    next: "Close another lab or tab, then try again.",
  },
  gone: {
    says: "This bench has ended.",
    next: "Open a new bench; your settings are kept.",
  },
  "stale-page": {
    says: "This page is older than the server.",
    next: "Reload the page; your settings are kept.",
  },
  internal: {
    says: "The server made a mistake. It is still running, and so is your bench.",
    next: "Try again. If it happens twice, report it.",
  },
  timeout: {
    says: "The server did not answer in time.",
    next: "Try again, or wait for the connection to come back.",
  },
  disconnected: {
    says: "The page has no connection to the server right now.",
    next: "Wait: the page tries again by itself.",
  },
} as const satisfies Record<string, FailureText>;

/** Codes that every lab shares. */
export type CommonFailureCode = keyof typeof commonFailures;

/** A failure as it travels: the code, and in `detail` which value or limit it was about. */
export interface Failure<Code extends string = string> {
  code: Code | CommonFailureCode;
  detail?: string;
}

/** The text of a failure, from the lab's own table or the common one. */
export function failureText(
  { code, detail }: Failure,
  own: Readonly<Record<string, FailureText>>,
): FailureText {
  const common: Readonly<Record<string, FailureText>> = commonFailures;
  const text = own[code] ?? common[code] ?? commonFailures.internal;
  return detail ? { ...text, says: `${text.says} (${detail})` } : text;
}
