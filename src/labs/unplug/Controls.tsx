import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import {
  answerIds,
  type ClientName,
  callIds,
  clientNames,
  recoveryIds,
  scenarioIds,
} from "./model.ts";
import { Prediction } from "./Prediction.tsx";
import type { UnplugLab } from "./unplug-lab.ts";
import { answerWords, callWords, recoveryWords, scenarioWords } from "./words.ts";

const optionsOf = <Id extends string>(ids: readonly Id[], words: Readonly<Record<Id, string>>) =>
  ids.map((value) => ({ value, label: words[value] }));

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: UnplugLab }) {
  const settings = lab.settings.value;
  const isBusy = lab.isBusy.value;
  return (
    <form
      class="unplug-controls"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.start();
      }}
    >
      <Select
        label="What happens"
        value={settings.scenario}
        options={optionsOf(scenarioIds, scenarioWords)}
        isDisabled={isBusy}
        onChange={(scenario) => lab.change({ scenario })}
      />
      <Select
        label="Connection state recovery"
        value={settings.recovery}
        options={optionsOf(recoveryIds, recoveryWords)}
        isDisabled={isBusy}
        onChange={(recovery) => lab.change({ recovery })}
      />
      {clientNames.map((who) => (
        <ClientPolicy key={who} lab={lab} who={who} />
      ))}
      <Segmented
        label="The server’s listener acknowledges"
        value={settings.answers}
        options={optionsOf(answerIds, answerWords)}
        isDisabled={isBusy}
        onChange={(answers) => lab.change({ answers })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={settings.isIdempotent}
          disabled={isBusy}
          onChange={({ currentTarget }) => lab.change({ isIdempotent: currentTarget.checked })}
        />
        The listener knows repeats
      </label>
      {settings.scenario === "by-hand" ? null : <Prediction lab={lab} />}
      <button type="submit" class="button-primary" disabled={isBusy}>
        {isBusy ? "Running …" : runLabel(lab)}
      </button>
    </form>
  );
}

const runLabel = (lab: UnplugLab): string =>
  lab.view.value.state === "lost" && !lab.view.value.ended ? "Play the recording" : "Run";

function ClientPolicy({ lab, who }: { lab: UnplugLab; who: ClientName }) {
  const { call, replays } = lab.settings.value.clients[who];
  const isBusy = lab.isBusy.value;
  return (
    <div class="unplug-policy">
      <Select
        isMono
        label={`${who} orders with`}
        value={call}
        options={optionsOf(callIds, callWords)}
        isDisabled={isBusy}
        onChange={(chosen) => lab.changeClient(who, { call: chosen })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={replays}
          disabled={isBusy}
          onChange={({ currentTarget }) =>
            lab.changeClient(who, { replays: currentTarget.checked })
          }
        />
        {who} asks for missed news
      </label>
    </div>
  );
}
