import { type Filter, protocolNames } from "../model.ts";
import type { CaptureFile } from "./capture-file.ts";
import type { Indexer } from "./indexer.ts";
import { packetBytes } from "./rows.ts";
import { breathe, type Task } from "./task.ts";
import { textFinder } from "./text-finder.ts";

const packetsAtOnce = 20_000;
const packetsReadAtOnce = 2000;

/** Whether a packet passes, as far as the index tells. */
type Passes = (number: number) => boolean;

/** The packets that a filter lets through, in order; undefined when it lets all through. */
export async function matching(
  file: CaptureFile,
  indexer: Indexer,
  filter: Filter,
  task: Task,
): Promise<Uint32Array | undefined> {
  const passes = indexRules(indexer, filter);
  const text = filter.text.trim();
  if (passes.length === 0 && text === "") return undefined;
  const found: number[] = [];
  const total = indexer.index.length;
  const step = text === "" ? packetsAtOnce : packetsReadAtOnce;
  const holds = text === "" ? undefined : textRule(file, indexer, text);
  for (let number = 0; number < total; number++) {
    if (number > 0 && number % step === 0) {
      task.progress({ done: number, total });
      await breathe(task);
    }
    if (passes.every((rule) => rule(number)) && (!holds || (await holds(number))))
      found.push(number);
  }
  return Uint32Array.from(found);
}

function indexRules({ index, addresses }: Indexer, filter: Filter): Passes[] {
  const { protocol, address, port, conversation } = filter;
  const rules: Passes[] = [];
  if (protocol !== "") {
    const wanted = protocolNames.indexOf(protocol);
    rules.push((number) => index.protocol.at(number) === wanted);
  }
  if (address.trim() !== "") {
    const found = addresses.beginning(address.trim());
    rules.push((number) => found[index.from.at(number)] === 1 || found[index.to.at(number)] === 1);
  }
  if (port !== undefined)
    rules.push((number) => index.srcPort.at(number) === port || index.dstPort.at(number) === port);
  if (conversation !== undefined)
    rules.push((number) => index.conversation.at(number) === conversation);
  return rules;
}

function textRule(file: CaptureFile, indexer: Indexer, text: string) {
  const isIn = textFinder(text);
  const wanted = text.toLowerCase();
  return async (number: number): Promise<boolean> =>
    (indexer.labels.of(number)?.toLowerCase().includes(wanted) ?? false) ||
    isIn(await packetBytes(file, indexer, number));
}
