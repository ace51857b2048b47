import type { FailureText } from "#lab-kit/failures.ts";
import type { CaptureStop } from "#wire/capture-reader.ts";
import { linkTypeName } from "#wire/link-types.ts";
import type { Overview } from "./model.ts";

const unpack: Readonly<Record<string, string>> = {
  gzip: "gunzip",
  zstd: "zstd -d",
  xz: "unxz",
  bzip2: "bunzip2",
  lz4: "lz4 -d",
  zip: "unzip",
};

const number = new Intl.NumberFormat("en");

/** Largest file that is opened: more would take minutes. */
export const maxFileBytes = 2 * 1024 ** 3;

/** What a file that cannot be shown tells the reader, and what to do. */
export function stopText(stopped: CaptureStop): FailureText {
  if (stopped.code === "empty")
    return {
      says: "This file is empty.",
      next: "Capture once more, and stop only when packets have been counted.",
    };
  if (stopped.code === "compressed")
    return {
      says: `This file is compressed by ${stopped.by}.`,
      next: `Unpack it first, for example with ${unpack[stopped.by] ?? stopped.by}, and open what comes out.`,
    };
  if (stopped.code === "not-a-capture")
    return {
      says: "This file is no capture: it begins neither like pcap nor like pcapng.",
      next: "Save one with tcpdump -w, or from Wireshark as pcap or pcapng.",
    };
  return {
    says: `No packet of this file can be read. ${stopSentence(stopped)}`,
    next: "Copy or save the capture once more.",
  };
}

/** Where reading ended, in a sentence. */
export function stopSentence(stopped: CaptureStop): string {
  if (stopped.code === "cut-off")
    return `The file ends inside of what begins at byte ${number.format(stopped.at)}.`;
  if (stopped.code === "malformed")
    return `Reading stopped at byte ${number.format(stopped.at)}: ${stopped.rule}`;
  return stopText(stopped).says;
}

/** A file that is too large to be opened here. */
export const tooLarge = (sizeBytes: number): FailureText => ({
  says: `This file has ${sizeText(sizeBytes)}; up to ${sizeText(maxFileBytes)} are read here.`,
  next: "Cut a part out of it, for example with editcap -r, and open that.",
});

/** A capture without packets. */
export const noPackets: FailureText = {
  says: "This capture holds no packets.",
  next: "Capture once more, and stop only when packets have been counted.",
};

/** A sample that could not be fetched. */
export const noSample: FailureText = {
  says: "The sample could not be fetched.",
  next: "Wait for the connection to come back and open it again, or choose a file of your own.",
};

/** The worker failed, or its script could not be loaded. */
export const workerFailed: FailureText = {
  says: "The part of this page that reads captures has stopped.",
  next: "Open the file again. If it happens twice, report it.",
};

/** What a capture holds, in a few sentences. */
export function overviewText(overview: Overview, name: string): string {
  const { packets, connections, durationMs, stopped, isCapped, unknownLinks } = overview;
  const parts = [
    `${name}: ${counted(packets, "packet")} in ${(durationMs / 1000).toFixed(3)} s, ${counted(connections, "TCP connection")}.`,
  ];
  if (isCapped) parts.push("The file holds more; these are the first ones.");
  if (stopped) parts.push(`${stopSentence(stopped)} What is whole before it is listed.`);
  if (unknownLinks.length > 0)
    parts.push(
      `Some begin with ${unknownLinks.map(linkTypeName).join(", ")}, which has no table here: they are shown as data. Capture on Ethernet or loopback to see headers.`,
    );
  return parts.join(" ");
}

export const counted = (count: number, what: string): string =>
  `${number.format(count)} ${what}${count === 1 ? "" : "s"}`;

/** A size as people say it. */
export const sizeText = (sizeBytes: number): string => {
  if (sizeBytes < 1024) return counted(sizeBytes, "byte");
  const power = Math.min(3, Math.floor(Math.log2(sizeBytes) / 10));
  const value = sizeBytes / 1024 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${["", "KiB", "MiB", "GiB"][power]}`;
};
