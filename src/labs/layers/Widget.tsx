import { useMemo } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Controls } from "./Controls.tsx";
import { Frame } from "./Frame.tsx";
import { Frames } from "./Frames.tsx";
import { frameWords, wayWords } from "./frame-words.ts";
import { isSettings } from "./is-settings.ts";
import { type FrameParts, frameParts } from "./layer-parts.ts";
import type { LayersLab } from "./layers-lab.ts";
import type { Settings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Save } from "./Save.tsx";
import { SendOn } from "./SendOn.tsx";
import { queryOf } from "./settings-link.ts";
import { type ShownFrame, type ShownRoute, shownRoute } from "./shown-run.ts";
import { layersSentence, statusOf } from "./status.ts";
import { useLayersLab } from "./use-layers-lab.ts";
import { WrapFigure } from "./WrapFigure.tsx";
import "./widget.css";

export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

const frame = { id: "layers", presets, isSettings, queryOf };

/** A message on its way down, and every byte that is added to it. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useLayersLab(props);
  const run = lab.run.value;
  return (
    <div ref={root} class="layers">
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value.frameBytes ?? "")}
        controls={<Controls lab={lab} />}
        results={<Results lab={lab} />}
        log={<Log observations={run?.observations ?? []} clocks={{}} />}
      >
        <Drawing lab={lab} />
      </LabFrame>
    </div>
  );
}

/** What is looked at: a frame of the run, taken apart. */
interface Look {
  settings: Settings;
  route: ShownRoute;
  frame: ShownFrame;
  parts: FrameParts;
}

function useLook(lab: LayersLab): Look | undefined {
  const run = lab.run.value;
  const number = lab.chosen.value.frame;
  const route = useMemo(() => run && shownRoute(run.observations), [run]);
  const frame =
    route?.frames.find((each) => each.number === number) ?? (route && firstShown(route));
  const parts = useMemo(
    () => run && frame && frameParts(frame.bytes, run.settings.carrier),
    [run, frame],
  );
  if (!run || !route || !frame || !parts) return undefined;
  return { settings: run.settings, route, frame, parts };
}

/** Behind a router it is the first frame that came of it which is of interest. */
const firstShown = ({ frames }: ShownRoute): ShownFrame | undefined =>
  frames.find(({ of }) => of !== undefined) ?? frames[0];

function Drawing({ lab }: { lab: LayersLab }) {
  const look = useLook(lab);
  if (!look)
    return (
      <div class="layers-empty">
        <p>
          Say how many bytes it makes. Then wrap it, and see what each layer puts in front of it.
        </p>
      </div>
    );
  const { route, frame, parts } = look;
  return (
    <div class="layers-drawing">
      <p class="layers-whole" role="img" aria-label={drawingWords(frame, parts)} />
      <Frames
        frames={route.frames}
        chosen={frame}
        onChoose={(number) => lab.choose({ frame: number })}
      />
      <WrapFigure
        frame={parts}
        chosen={lab.chosen.value.part}
        onChoose={(part) => lab.choose({ frame: frame.number, part })}
      />
    </div>
  );
}

const drawingWords = (frame: ShownFrame, parts: FrameParts): string =>
  `Message: ${wayWords(frame)}: ${frameWords(frame)}, ${frame.bytes.length} bytes: ${layersSentence(parts)}`;

function Results({ lab }: { lab: LayersLab }) {
  const look = useLook(lab);
  if (!look) return null;
  const { route, frame, parts, settings } = look;
  return (
    <div class="layers-results">
      <Frame
        lab={lab}
        settings={settings}
        frame={frame}
        parts={parts}
        before={route.frames.find(({ number }) => number === frame.of)}
      >
        <SendOn lab={lab} route={route} settings={settings} />
      </Frame>
      <Save frames={route.frames} settings={settings} />
    </div>
  );
}
