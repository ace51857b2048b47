import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRecording } from "#lab-kit/recording-file.ts";
import { isSettings as isDatagramsSettings } from "#labs/datagrams/model.ts";
import { isSettings as isEmitSettings } from "#labs/emit/is-settings.ts";
import { isSettings as isLayersSettings } from "#labs/layers/is-settings.ts";
import { isSettings as isNodesSettings } from "#labs/nodes/model.ts";
import { isSettings as isRequestSettings } from "#labs/request/model.ts";
import { isSettings as isSocketLifeSettings } from "#labs/socket-life/is-settings.ts";
import { isSettings as isStreamSettings } from "#labs/stream/model.ts";
import { isSettings as isUnplugSettings } from "#labs/unplug/is-settings.ts";

/** What each lab takes for settings of its own. */
const settingsOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  datagrams: isDatagramsSettings,
  emit: isEmitSettings,
  layers: isLayersSettings,
  nodes: isNodesSettings,
  request: isRequestSettings,
  "socket-life": isSocketLifeSettings,
  stream: isStreamSettings,
  unplug: isUnplugSettings,
};

const labsDir = import.meta.dirname;
const files = readdirSync(labsDir).flatMap((lab) => {
  const folder = join(labsDir, lab, "recordings");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => ({ lab, preset: basename(name, ".json"), file: join(folder, name) }));
});

/** Tapped bytes as the characters that they are: base64 may look like anything. */
const legible = (json: string): string =>
  json.replace(/(?<="bytes":)"([\w+/=]*)"/g, (_, bytes) =>
    JSON.stringify(Buffer.from(bytes, "base64").toString("latin1")),
  );

/** Keys have 32 hexadecimal digits, session ids 20 characters. */
const KEY = /[0-9a-f]{32}|"[\w-]{20}"/i;

test("there are recordings", () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)("the recording $preset of the lab $lab", ({ lab, preset, file }) => {
  const text = readFileSync(file, "utf8");

  test("is one that a reader's page would open", () => {
    const read = readRecording(text, lab, settingsOf[lab] ?? (() => true));
    expect(read.ok ? "" : read.failure).toBe("");
  });

  test("is named after its preset, and holds a run", () => {
    const recording = JSON.parse(text);
    expect(recording.preset).toBe(preset);
    expect(recording.observations.length).toBeGreaterThan(0);
  });

  test("holds no key, and all that it holds was observed, or computed by a lab that only computes", () => {
    // A preset's name and an error's may be as long as a session id.
    const others = legible(text)
      .replace(`"${preset}"`, "")
      .replace(/"error":"[A-Z_]+"/g, "");
    expect(others).not.toMatch(KEY);
    const isComputed = !existsSync(join(labsDir, lab, "server.ts"));
    expect(text.split('"provenance":"computed"').length > 1).toBe(isComputed);
    expect(text.replaceAll('"provenance":"computed"', "")).not.toContain('"provenance"');
  });
});
