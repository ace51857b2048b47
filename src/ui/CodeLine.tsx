import "./code-line.css";

export interface CodeLineProps {
  /** Whose code it is. */
  label: string;
  /** One line, or several. */
  code: string;
  /** It has run, or is running. */
  lit?: boolean;
  /** What its names stood for. */
  values?: readonly { name: string; value: string }[];
}

/** Code of a run, with whose it is before it and the values of its names after it. */
export function CodeLine({ label, code, lit = false, values = [] }: CodeLineProps) {
  return (
    <div class={lit ? "code-line is-lit" : "code-line"} aria-current={lit ? "step" : undefined}>
      <span class="code-line-label">{label}</span>
      <pre>
        <code>{code}</code>
      </pre>
      {values.length > 0 ? (
        <dl>
          {values.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
