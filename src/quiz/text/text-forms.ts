/** A pattern that is not one, in a sentence. */
export class PatternError extends Error {}

/** More forms than this is a pattern that nobody can check by eye. */
const MOST_FORMS = 64;
const LONGEST_PATTERN = 120;

/** Parts in a row, each one of several texts. */
type Sequence = readonly (readonly string[])[];

/**
 * All texts that a pattern stands for. `[the]` may be there or not, `(a|b)` is one of several, and
 * both may hold others. There is no repetition, so the list is finite and comparing is an equality.
 *
 * @throws PatternError when brackets do not match, or the forms are too many
 */
export function formsOf(pattern: string): string[] {
  if (pattern.length > LONGEST_PATTERN) throw new PatternError("a pattern is short");
  const reader = new PatternReader(pattern);
  const forms = reader.choice();
  if (!reader.isAtEnd) throw new PatternError("a bracket closes that was not opened");
  return [...new Set(forms)];
}

class PatternReader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#pattern.length;
  }

  /** Sequences with `|` between them. */
  choice(): string[] {
    const forms = [...this.#sequence()];
    while (this.#takes("|")) forms.push(...this.#sequence());
    return few(forms);
  }

  #sequence(): string[] {
    const parts: string[][] = [];
    while (!this.isAtEnd && !"|)]".includes(this.#next)) parts.push(this.#part());
    return joined(parts);
  }

  #part(): string[] {
    if (this.#takes("(")) return this.#inside(")");
    if (this.#takes("[")) return ["", ...this.#inside("]")];
    const plain = /^[^()[\]|]+/.exec(this.#pattern.slice(this.#at))?.[0] ?? "";
    this.#at += plain.length;
    return [plain];
  }

  #inside(close: string): string[] {
    const forms = this.choice();
    if (!this.#takes(close)) throw new PatternError(`${close} is missing`);
    return forms;
  }

  get #next(): string {
    return this.#pattern[this.#at] ?? "";
  }

  #takes(sign: string): boolean {
    if (this.#next !== sign) return false;
    this.#at += 1;
    return true;
  }
}

const few = (forms: string[]): string[] => {
  if (forms.length > MOST_FORMS)
    throw new PatternError(`a pattern has ${MOST_FORMS} forms at most`);
  return forms;
};

const joined = (parts: Sequence): string[] =>
  parts.reduce<string[]>(
    (starts, part) => few(starts.flatMap((start) => part.map((one) => start + one))),
    [""],
  );
