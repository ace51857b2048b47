import { type Observation, seen } from "#lab-kit/observation.ts";
import type { ShownRun } from "#lab-kit/run-recorder.ts";
import type { Settings } from "./model.ts";
import { type Said, verdictOf } from "./prediction.ts";

/** How a run ended, in a few sentences, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Partial<Said>): string {
  if (!run) return "";
  const { observations, stage, settings } = run;
  const story = [errorSentence(observations), tableSentence(observations)].join(" ").trim();
  if (stage === "running") return story || "Running …";
  const verdict = verdictOf(settings.scenario, said, observations);
  const judged = verdict ? ` Your prediction was ${verdict.isRight ? "right" : "not right"}.` : "";
  const end = stage === "stuck" ? " The run has not come to its end." : "";
  return `${story || "No call was made."}${judged}${end}`;
}

const errorSentence = (observations: readonly Observation[]): string =>
  seen(observations, "socket-called")
    .filter(({ error }) => error !== undefined)
    .map(({ call, socket, error }) => `${call} on ${socket} gave ${error}.`)
    .join(" ");

function tableSentence(observations: readonly Observation[]): string {
  const last = observations.findLast(({ what }) => what === "kernel" || what === "node-sockets");
  if (last?.what === "kernel") {
    const rows = last.tcp.map(({ socket, state }) => `${socket} ${state}`);
    return rows.length > 0 ? `The table: ${rows.join(", ")}.` : "The table has no row of this run.";
  }
  if (last?.what !== "node-sockets") return "";
  return `Node knows: ${last.sockets.map(({ socket, state }) => `${socket} ${state}`).join(", ")}.`;
}
