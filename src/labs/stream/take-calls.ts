import type { Settings } from "./model.ts";
import type { TakeCall } from "./take.ts";
import { take as lengthEachRead } from "./takes/length-each-read.ts";
import { take as lengthKeepsRest } from "./takes/length-keeps-rest.ts";
import { take as lineEachRead } from "./takes/line-each-read.ts";
import { take as lineKeepsRest } from "./takes/line-keeps-rest.ts";
import { take as noneEachRead } from "./takes/none-each-read.ts";

/** The code that each choice runs. Without a mark there is no rest to keep. */
export function takeCallOf({ framing, take }: Pick<Settings, "framing" | "take">): TakeCall {
  if (framing === "none") return noneEachRead;
  if (framing === "line") return take === "each-read" ? lineEachRead : lineKeepsRest;
  return take === "each-read" ? lengthEachRead : lengthKeepsRest;
}
