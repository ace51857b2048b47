import { useMemo } from "preact/hooks";
import type { LabTexts } from "#lab-kit/lab-texts.ts";
import { presetFrame } from "#lab-kit/preset-frame.ts";
import { LabFrame } from "#ui/LabFrame.tsx";
import { Log } from "#ui/Log.tsx";
import { Waterfall } from "#ui/Waterfall.tsx";
import { Controls } from "./Controls.tsx";
import { isSettings } from "./model.ts";
import { type PresetId, presets } from "./presets.ts";
import { Results } from "./Results.tsx";
import { queryOf } from "./settings-link.ts";
import { statusOf } from "./status.ts";
import type { TransportsLab } from "./transports-lab.ts";
import { useTransportsLab } from "./use-transports-lab.ts";
import { waterfallRows } from "./waterfall-rows.ts";
import "./widget.css";

/** Texts of the contract, which stays on the server. */
export interface WidgetProps extends LabTexts {
  preset?: PresetId | undefined;
}

const frame = { id: "transports", presets, isSettings, queryOf };

/** The transports lab: ways of being told, a prediction, a run, and what each way cost. */
export default function Widget(props: WidgetProps) {
  const { lab, root } = useTransportsLab(props);
  const run = lab.run.value;
  return (
    <div ref={root}>
      <LabFrame
        {...presetFrame(lab, props, frame)}
        status={statusOf(run, lab.saidBefore.value)}
        controls={<Controls lab={lab} />}
        results={run ? <Results lab={lab} /> : undefined}
        log={<Log observations={run?.observations ?? []} clocks={run?.clocks ?? {}} />}
      >
        <Drawing lab={lab} />
      </LabFrame>
    </div>
  );
}

const captions = {
  news: "Times in ms on the server’s clock; 0 is the first request. Bars are requests and lines that stay open, numbers the items of news. → goes to the server, ← comes from it.",
  connections:
    "Times in ms on the server’s clock; 0 is the first request. Grey: a request that waits in the browser. → goes to the server, ← comes from it.",
} as const;

function Drawing({ lab }: { lab: TransportsLab }) {
  const run = lab.run.value;
  const rows = useMemo(() => (run ? waterfallRows(run) : []), [run]);
  const { show } = run?.settings ?? lab.settings.value;
  return (
    <Waterfall
      rows={rows}
      sides={{ client: "page", server: "server" }}
      scale="even"
      hint="Say how it will end. Then run it, and watch it here."
      caption={captions[show]}
    />
  );
}
