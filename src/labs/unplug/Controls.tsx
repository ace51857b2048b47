import { RunForm } from "#ui/RunForm.tsx";
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
import { type Uses, usesOf } from "./uses.ts";
import { answerWords, callWords, recoveryWords, scenarioWords } from "./words.ts";

const optionsOf = <Id extends string>(ids: readonly Id[], words: Readonly<Record<Id, string>>) =>
  ids.map((value) => ({ value, label: words[value] }));

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: UnplugLab }) {
  const settings = lab.settings.value;
  const isBusy = lab.isBusy.value;
  const uses = usesOf(settings.scenario);
  return (
    <RunForm label="Run" isBusy={isBusy} isAway={lab.isAway} onRun={() => void lab.start()}>
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
        <ClientPolicy key={who} lab={lab} who={who} uses={uses} />
      ))}
      {uses.orderers.length > 0 ? <ServerPolicy lab={lab} /> : null}
      {settings.scenario === "by-hand" ? null : <Prediction lab={lab} />}
    </RunForm>
  );
}

/** What the server does with an order. */
function ServerPolicy({ lab }: { lab: UnplugLab }) {
  const { answers, isIdempotent } = lab.settings.value;
  const isBusy = lab.isBusy.value;
  return (
    <>
      <Segmented
        label="The server’s listener acknowledges"
        value={answers}
        options={optionsOf(answerIds, answerWords)}
        isDisabled={isBusy}
        onChange={(chosen) => lab.change({ answers: chosen })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={isIdempotent}
          disabled={isBusy}
          onChange={({ currentTarget }) => lab.change({ isIdempotent: currentTarget.checked })}
        />
        The listener knows repeats
      </label>
    </>
  );
}

interface ClientPolicyProps {
  lab: UnplugLab;
  who: ClientName;
  uses: Uses;
}

/** What one client does about loss, as far as the scenario asks for it. */
function ClientPolicy({ lab, who, uses }: ClientPolicyProps) {
  const { call, replays } = lab.settings.value.clients[who];
  const isBusy = lab.isBusy.value;
  const orders = uses.orderers.includes(who);
  if (!orders && !uses.hasNews) return null;
  return (
    <div class="unplug-policy">
      {orders ? (
        <Select
          isMono
          label={`${who} orders with`}
          value={call}
          options={optionsOf(callIds, callWords)}
          isDisabled={isBusy}
          onChange={(chosen) => lab.changeClient(who, { call: chosen })}
        />
      ) : null}
      {uses.hasNews ? (
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
      ) : null}
    </div>
  );
}
