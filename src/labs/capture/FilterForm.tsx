import { Select } from "#ui/Select.tsx";
import type { CaptureLab } from "./capture-lab.ts";
import { type Filter, noFilter, type Overview, type ProtocolName } from "./model.ts";
import { conversationName, protocolWords } from "./protocol-words.ts";

interface FilterFormProps {
  lab: CaptureLab;
  overview: Overview;
}

/** Which packets are listed. */
export function FilterForm({ lab, overview }: FilterFormProps) {
  const draft = lab.draft.value;
  const change = (part: Partial<Filter>) => {
    lab.draft.value = { ...lab.draft.value, ...part };
  };
  return (
    <form
      class="capture-filter"
      aria-label="Filter"
      onSubmit={(event) => {
        event.preventDefault();
        void lab.list(lab.draft.value);
      }}
    >
      <Select
        label="Protocol"
        value={draft.protocol}
        options={protocolOptions(overview)}
        onChange={(protocol) => change({ protocol })}
      />
      <Typed
        label="Address"
        value={draft.address}
        onInput={(address) => change({ address })}
        maxLength={45}
      />
      <Typed
        label="Port"
        value={draft.port === undefined ? "" : `${draft.port}`}
        onInput={(text) => change({ port: portOf(text) })}
        maxLength={5}
        isNumber
      />
      <Typed label="Text" value={draft.text} onInput={(text) => change({ text })} maxLength={100} />
      <div class="capture-filter-buttons">
        <button type="submit" class="button-primary">
          Filter
        </button>
        <OneConversation lab={lab} />
        <button type="button" class="button-quiet" onClick={() => void lab.list(noFilter)}>
          Show all
        </button>
      </div>
    </form>
  );
}

/** Only the conversation of the packet that is chosen. */
function OneConversation({ lab }: { lab: CaptureLab }) {
  const conversation = lab.detail.value?.row.conversation ?? -1;
  const isOn = lab.filter.value.conversation !== undefined;
  if (conversation < 0 && !isOn) return null;
  const shown = lab.filter.value.conversation ?? conversation;
  const toggle = () =>
    void lab.list({ ...lab.filter.value, conversation: isOn ? undefined : conversation });
  return (
    <button type="button" class="button-quiet" aria-pressed={isOn} onClick={toggle}>
      Only {conversationName(shown)}
    </button>
  );
}

const portOf = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535 ? Number(text) : undefined;

function protocolOptions({ protocols }: Overview): { value: ProtocolName | ""; label: string }[] {
  const all = { value: "" as const, label: "All protocols" };
  return [
    all,
    ...protocols.map(({ name, count }) => ({
      value: name,
      label: `${protocolWords[name]} (${count.toLocaleString("en")})`,
    })),
  ];
}

interface TypedProps {
  label: string;
  value: string;
  maxLength: number;
  isNumber?: boolean;
  onInput: (text: string) => void;
}

const Typed = ({ label, value, maxLength, isNumber, onInput }: TypedProps) => (
  <label class="field">
    <span class="field-label">{label}</span>
    <input
      class="field-control"
      value={value}
      maxLength={maxLength}
      inputMode={isNumber ? "numeric" : "text"}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </label>
);
