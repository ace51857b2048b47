import { JsonField } from "#ui/JsonField.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import { inputProblem } from "./input-problem.ts";
import type { LayersLab } from "./layers-lab.ts";
import { type Carrier, isOverTcp, type Route, type Settings } from "./model.ts";

interface PartProps {
  lab: LayersLab;
  settings: Settings;
}

/** All that the reader chooses, says and presses before a run. */
export function Controls({ lab }: { lab: LayersLab }) {
  const settings = lab.settings.value;
  return (
    <form
      class="layers-controls"
      onSubmit={(event) => {
        event.preventDefault();
        lab.wrap();
      }}
    >
      <Message lab={lab} settings={settings} />
      <Network lab={lab} settings={settings} />
      <Journey lab={lab} settings={settings} />
      <label class="field">
        <span class="field-label">You say: how many bytes go onto the wire?</span>
        <input
          class="field-control"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={lab.said.value.frameBytes ?? ""}
          onInput={(event) => lab.say({ frameBytes: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button-primary">
        Wrap it
      </button>
    </form>
  );
}

const carrierOptions: { value: Carrier; label: string }[] = [
  { value: "socket.io", label: "Socket.IO event, over WebSocket" },
  { value: "http", label: "HTTP request" },
  { value: "tcp", label: "TCP alone" },
  { value: "udp", label: "UDP" },
  { value: "dns", label: "DNS query, over UDP" },
];

const textLabels: Readonly<Record<Carrier, string>> = {
  "socket.io": "Message: the event’s name",
  http: "Message: the body",
  tcp: "Message",
  udp: "Message",
  dns: "Message: the name that is asked for",
};

function Message({ lab, settings }: PartProps) {
  const problem = inputProblem(settings);
  return (
    <>
      <JsonField
        label={textLabels[settings.carrier]}
        value={settings.text}
        error={problem && `${problem.says} ${problem.next}`}
        onInput={(text) => lab.change({ text })}
      />
      {settings.carrier === "dns" ? null : (
        <Segmented
          label="Size"
          value={settings.size}
          options={[
            { value: "typed", label: "as typed" },
            { value: "1400", label: "1,400 bytes" },
            { value: "4000", label: "4,000 bytes" },
          ]}
          onChange={(size) => lab.change({ size })}
        />
      )}
      <Select
        label="Carried by"
        value={settings.carrier}
        options={carrierOptions}
        onChange={(carrier) => lab.change({ carrier })}
      />
    </>
  );
}

interface TickProps {
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  children: string;
}

const Tick = ({ isTicked, onTick, children }: TickProps) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={isTicked}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
    {children}
  </label>
);

function Network({ lab, settings }: PartProps) {
  const { ip, isTagged, hasTimestamps, dontFragment } = settings;
  return (
    <div class="layers-network">
      <Segmented
        label="Over"
        value={ip}
        options={[
          { value: "ipv4", label: "IPv4" },
          { value: "ipv6", label: "IPv6" },
        ]}
        onChange={(version) => lab.change({ ip: version })}
      />
      <Tick isTicked={isTagged} onTick={(isTicked) => lab.change({ isTagged: isTicked })}>
        with a VLAN tag
      </Tick>
      {isOverTcp(settings) ? (
        <Tick
          isTicked={hasTimestamps}
          onTick={(isTicked) => lab.change({ hasTimestamps: isTicked })}
        >
          with TCP timestamps
        </Tick>
      ) : null}
      {!isOverTcp(settings) && ip === "ipv4" ? (
        <Tick isTicked={dontFragment} onTick={(isTicked) => lab.change({ dontFragment: isTicked })}>
          don’t fragment
        </Tick>
      ) : null}
    </div>
  );
}

const routeOptions = ({ ip }: Settings): { value: Route; label: string }[] => [
  { value: "none", label: "no further" },
  { value: "router", label: "across a router" },
  ...(ip === "ipv4" ? [{ value: "nat" as const, label: "across a router that translates" }] : []),
];

function Journey({ lab, settings }: PartProps) {
  const { route, ttl, nextMtu, ip } = settings;
  return (
    <>
      <Select
        label="It goes"
        value={route}
        options={routeOptions(settings)}
        onChange={(way) => lab.change({ route: way })}
      />
      {route === "none" ? null : (
        <>
          <Segmented
            label="The next link takes packets up to"
            value={nextMtu}
            options={[
              { value: "1500", label: "1,500 bytes" },
              { value: "1280", label: "1,280 bytes" },
            ]}
            onChange={(mtu) => lab.change({ nextMtu: mtu })}
          />
          <Segmented
            label={ip === "ipv4" ? "TTL" : "Hop limit"}
            value={ttl}
            options={[
              { value: "64", label: "64" },
              { value: "1", label: "1" },
            ]}
            onChange={(hops) => lab.change({ ttl: hops })}
          />
        </>
      )}
    </>
  );
}
