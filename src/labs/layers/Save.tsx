import { useState } from "preact/hooks";
import { saveBytes, saveText } from "#lab-kit/save-file.ts";
import { captureFile, spacedOut } from "#sim/capture-file.ts";
import { type ExportedLink, exportedFrames } from "./exported.ts";
import { hexDump } from "./hex-dump.ts";
import { isOverTcp, type Settings } from "./model.ts";
import type { ShownFrame } from "./shown-run.ts";

export interface SaveProps {
  frames: readonly ShownFrame[];
  settings: Settings;
}

/** The frames as files: for Wireshark, and to read. */
export function Save({ frames, settings }: SaveProps) {
  const [hasOpening, setHasOpening] = useState(true);
  const isTcp = isOverTcp(settings);
  const isFar = frames.some(({ to }) => to === "server");
  const opening = isTcp && hasOpening ? settings : undefined;
  const save = (link: ExportedLink) => {
    const bytes = captureFile(spacedOut(exportedFrames(frames, link, opening), Date.now()));
    saveBytes(fileNames[link], bytes, "application/vnd.tcpdump.pcap");
  };
  return (
    <div class="layers-save">
      <button type="button" class="button-quiet" onClick={() => save("near")}>
        Save as pcap
      </button>
      {isFar ? (
        <button type="button" class="button-quiet" onClick={() => save("far")}>
          Save the server’s link as pcap
        </button>
      ) : null}
      <button
        type="button"
        class="button-quiet"
        onClick={() => saveText("wirebook-frames.txt", hexDump(frames.map(({ bytes }) => bytes)))}
      >
        Save as hex text
      </button>
      {isTcp ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={hasOpening}
            onChange={(event) => setHasOpening(event.currentTarget.checked)}
          />
          with the opening of the connection, by which Wireshark knows what it carries
        </label>
      ) : null}
    </div>
  );
}

const fileNames: Readonly<Record<ExportedLink, string>> = {
  near: "wirebook-layers.pcap",
  far: "wirebook-layers-server.pcap",
};
