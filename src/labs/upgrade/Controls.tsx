import { RunForm } from "#ui/RunForm.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { sequelWords, treatmentHelp, treatmentWords } from "./choice-words.ts";
import { codeOf } from "./client-options.ts";
import { sequels, transportChoices, treatments } from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import type { UpgradeLab } from "./upgrade-lab.ts";

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: UpgradeLab }) {
  const settings = lab.settings.value;
  const isBusy = lab.isPreparing.value || lab.run.value?.stage === "running";
  return (
    <RunForm label="Connect" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.connect()}>
      <Select
        isMono
        label="Ann’s page calls"
        value={settings.transports}
        options={transportChoices.map((value) => ({ value, label: codeOf(value) }))}
        onChange={(transports) => lab.change({ transports })}
      />
      <Segmented
        label="On the way, WebSocket is"
        value={settings.websocket}
        options={treatments.map((value) => ({ value, label: treatmentWords[value] }))}
        onChange={(websocket) => lab.change({ websocket })}
      />
      <p class="upgrade-help">{treatmentHelp[settings.websocket]}</p>
      <Select
        label="Once she is connected"
        value={settings.sequel}
        options={sequels.map((value) => ({ value, label: sequelWords[value] }))}
        onChange={(sequel) => lab.change({ sequel })}
      />
      <Prediction lab={lab} />
    </RunForm>
  );
}
