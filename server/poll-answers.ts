import type { ServerResponse } from "node:http";
import type { Socket as EngineSocket } from "engine.io";

/** The last answer of a session that is over may take this long to be read. */
const readWithinMs = 2000;

/** Answers to a session's long polls that are not out yet. Engine.IO forgets them once they are written. */
const answersOf = new WeakMap<EngineSocket, Set<ServerResponse>>();

/** Keeps an eye on the answer to a long poll until its client has read it. */
export function watchAnswer(session: EngineSocket, response: ServerResponse): void {
  const answers = answersOf.get(session) ?? begin(session);
  answers.add(response);
  response.once("close", () => answers.delete(response));
}

/** Bytes that wait on the server in such answers. */
export const unreadBytesOf = (session: EngineSocket): number =>
  [...(answersOf.get(session) ?? [])].reduce((sum, answer) => sum + answer.writableLength, 0);

/** Breaks the connections of answers that were not read. */
export function cutAnswers(session: EngineSocket): void {
  for (const answer of answersOf.get(session) ?? []) answer.destroy();
}

function begin(session: EngineSocket): Set<ServerResponse> {
  const answers = new Set<ServerResponse>();
  answersOf.set(session, answers);
  session.once("close", () => {
    if (answers.size > 0) setTimeout(() => cutAnswers(session), readWithinMs).unref();
  });
  return answers;
}
