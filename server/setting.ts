const SHOWN_LENGTH = 80;

/** A variable of the environment, trimmed; undefined when it is not set or empty. */
export const readSetting = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  env[name]?.trim() || undefined;

/** A refused value and the rule that it breaks. */
export interface Refusal {
  env: string;
  text: string;
  rule: string;
  example: string;
}

/** The sentence for a refused value: variable, value (quoted, shortened), rule, example. */
export function refuse({ env, text, rule, example }: Refusal): string {
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return `${env} is ${JSON.stringify(shown)}, but must be ${rule}, for example ${env}=${example}.`;
}
