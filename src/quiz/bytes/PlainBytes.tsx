import type { BytesItem } from "../item.ts";
import type { PlainProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { bytesOf, hexText, offsetsText } from "./hex.ts";

/** The bytes of the recording and which of them are right. */
export const PlainBytes = ({ item, run }: PlainProps<BytesItem>) => {
  if (!run?.bytes) return <p>The answer is in the run: open the lab and see.</p>;
  const bytes = bytesOf(run.bytes.hex);
  const key = run.key.map(Number);
  return (
    <>
      <p>
        The bytes: <code>{hexText(bytes)}</code>
      </p>
      <p>
        Counted from 0, it is byte <strong>{offsetsText(key)}</strong>:{" "}
        <code>{hexText(key.map((at) => bytes[at] ?? 0))}</code>
      </p>
      <ul>
        {item.likely.map(({ ask, feedback }) => (
          <li key={ask}>
            <strong>Not byte {offsetsText(run.bytes?.others[ask] ?? [])}: </strong>
            <Prose html={feedback} />
          </li>
        ))}
      </ul>
    </>
  );
};
