import { afterEach, describe, expect, test, vi } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import { captureFile } from "#wire/testing/captures.ts";
import type { CapturePort } from "./capture-client.ts";
import { CaptureLab } from "./capture-lab.ts";
import { noFilter } from "./model.ts";
import type { Reply } from "./protocol.ts";
import { Answerer } from "./reading/answerer.ts";
import { readQuery } from "./settings-link.ts";
import { maxFileBytes } from "./stop-words.ts";

/** The worker's own code, in this thread. */
function hereAndNow(): CapturePort {
  let take: (reply: Reply) => void = () => {};
  const answerer = new Answerer((reply) => take(reply));
  return {
    postMessage: (question) => void answerer.take(question),
    listen: (taken) => {
      take = taken;
    },
    terminate: () => {
      take = () => {};
    },
  };
}

const fileOf = (name: string): File =>
  new File([captureFile(name) as Uint8Array<ArrayBuffer>], name);

function makeLab(makePort = hereAndNow) {
  const ended = vi.fn<(run: Run) => void>();
  const fetchSample = async (): Promise<Blob> => fileOf("arp.pcap");
  const lab = new CaptureLab({ makePort, fetchSample, ended, start: readQuery("") });
  return { lab, ended };
}

afterEach(() => vi.restoreAllMocks());

test("a sample is opened, its first packet chosen, and its run told", async () => {
  const { lab, ended } = makeLab();
  await lab.openSample("arp");
  expect(lab.capture.value?.overview.packets).toBe(19);
  expect(lab.detail.value?.row.index).toBe(0);
  expect(ended).toHaveBeenCalledWith(
    expect.objectContaining({ lab: "capture", preset: "arp", observations: [] }),
  );
});

test("a file of the reader's is no preset", async () => {
  const { lab, ended } = makeLab();
  await lab.openFile(fileOf("http.pcap"));
  expect(lab.capture.value?.name).toBe("http.pcap");
  expect(ended.mock.calls[0]?.[0].preset).toBeUndefined();
});

describe("a filter", () => {
  test("keeps the chosen packet, or takes the next one that is listed", async () => {
    const { lab } = makeLab();
    await lab.openFile(fileOf("socketio-upgrade.pcap"));
    await lab.chooseIndex(40);
    await lab.list({ ...noFilter, protocol: "socket.io" });
    expect(lab.listed.value).toBe(20);
    expect(lab.detail.value?.row).toMatchObject({ index: 41, protocol: "socket.io" });
    await lab.list(noFilter);
    expect(lab.place.value).toBe(41);
  });

  test("that lets nothing through leaves nothing chosen", async () => {
    const { lab } = makeLab();
    await lab.openFile(fileOf("arp.pcap"));
    await lab.list({ ...noFilter, address: "203.0.113." });
    expect(lab.listed.value).toBe(0);
    expect(lab.place.value).toBeUndefined();
  });
});

describe("what cannot be opened is told in a sentence, with what to do", () => {
  const problemOf = async (file: File) => {
    const { lab } = makeLab();
    await lab.openFile(file);
    expect(lab.capture.value).toBeUndefined();
    expect(lab.work.value).toBeUndefined();
    return lab.problem.value?.says;
  };

  test("an empty file, a capture without packets, what is no capture", async () => {
    expect(await problemOf(new File([], "a"))).toBe("This file is empty.");
    const header = captureFile("arp.pcap").slice(0, 24) as Uint8Array<ArrayBuffer>;
    expect(await problemOf(new File([header], "a"))).toBe("This capture holds no packets.");
    expect(await problemOf(new File(["hello there"], "a"))).toMatch(/^This file is no capture/);
  });

  test("a file that is too large", async () => {
    const file = new File(["x"], "huge.pcap");
    Object.defineProperty(file, "size", { value: maxFileBytes + 1 });
    expect(await problemOf(file)).toBe("This file has 2.0 GiB; up to 2.0 GiB are read here.");
  });

  test("a worker that stops", async () => {
    const stops = (): CapturePort => ({
      postMessage: () => queueMicrotask(() => fail()),
      listen: (_, failed) => {
        fail = failed;
      },
      terminate: () => {},
    });
    let fail = () => {};
    const { lab } = makeLab(stops);
    await lab.openFile(fileOf("arp.pcap"));
    expect(lab.problem.value?.says).toMatch(/has stopped/);
  });
});

test("reading is ended by its button, and a newer file takes the place of an older one", async () => {
  const { lab } = makeLab();
  const first = lab.openFile(fileOf("websocket.pcap"));
  lab.cancel();
  await first;
  expect(lab.capture.value).toBeUndefined();
  const older = lab.openFile(fileOf("websocket.pcap"));
  const newer = lab.openFile(fileOf("arp.pcap"));
  await Promise.all([older, newer]);
  expect(lab.capture.value?.name).toBe("arp.pcap");
});
