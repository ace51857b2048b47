import { HeaderView } from "./header-view.ts";
import { exactly, OptionList, repeated } from "./option-list.ts";
import {
  maximumSegmentSize,
  sackBlock,
  tcpOptionKind,
  tcpOptionKinds,
  tcpOptionLength,
  timestamps,
  windowScale,
} from "./tcp-options.ts";

const sack = new HeaderView(sackBlock, "tcp", "SACK");

/** The options of a TCP segment. */
export const tcpOptions = new OptionList(
  "tcp",
  { kind: tcpOptionKind, length: tcpOptionLength },
  tcpOptionKinds,
  {
    2: exactly(new HeaderView(maximumSegmentSize, "tcp")),
    3: exactly(new HeaderView(windowScale, "tcp", "window scale")),
    5: (pen, from, to) => repeated(pen, sack, from, to),
    8: exactly(new HeaderView(timestamps, "tcp", "timestamps")),
  },
);
