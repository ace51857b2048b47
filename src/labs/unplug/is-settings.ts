import {
  answerIds,
  callIds,
  clientNames,
  type Policy,
  recoveryIds,
  type Settings,
  scenarioIds,
} from "./model.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value, as a file holds it, is settings that this lab can show. */
export const isSettings = (value: unknown): value is Settings =>
  isObject(value) &&
  isOneOf(scenarioIds, value.scenario) &&
  isOneOf(recoveryIds, value.recovery) &&
  isOneOf(answerIds, value.answers) &&
  typeof value.isIdempotent === "boolean" &&
  areClients(value.clients);

const areClients = (value: unknown): boolean =>
  isObject(value) && clientNames.every((who) => isPolicy(value[who]));

const isPolicy = (value: unknown): value is Policy =>
  isObject(value) && isOneOf(callIds, value.call) && typeof value.replays === "boolean";

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const isOneOf = (names: readonly string[], value: unknown): boolean =>
  typeof value === "string" && names.includes(value);
