/** What a log may say of something thrown: no message, since messages quote what they choke on. */
export interface LoggedError {
  name: string;
  code?: string;
  /** Frames of the stack, innermost first. */
  at?: string[];
}

const MOST_FRAMES = 10;
const BARE_NAME = /^\w+(?: \[\w+\])?$/;
const NAME_AND_COLON = /^\w+(?: \[\w+\])?: $/;
const FRAME =
  /^ {4}at ((?:async )?[\w.<>$#[\] ]* ?\(?(?:file:\/\/|node:|\/|[A-Z]:\\)[^\s?#]+:\d+:\d+\)?)$/;

/** Name, code and stack frames of an error; for anything else that was thrown, its type. */
export function loggedError(thrown: unknown): LoggedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = "code" in thrown ? word(thrown.code) : undefined;
  const at = frames(thrown);
  return {
    name: word(thrown.name) ?? "Error",
    ...(code ? { code } : {}),
    ...(at.length > 0 ? { at } : {}),
  };
}

const word = (value: unknown): string | undefined =>
  typeof value === "string" && /^[A-Za-z_]{1,40}$/.test(value) ? value : undefined;

/** A message may have lines that look like frames: the stack counts only after the whole message. */
function frames({ stack = "", message }: Error): string[] {
  const start = message === "" ? stack.indexOf("\n") : stack.indexOf(message);
  const header = message === "" ? BARE_NAME : NAME_AND_COLON;
  if (start < 0 || !header.test(stack.slice(0, start))) return [];
  const lines = stack.slice(start + message.length).split("\n");
  return lines.flatMap((line) => FRAME.exec(line)?.[1] ?? []).slice(0, MOST_FRAMES);
}
