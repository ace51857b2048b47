/** A sample: a capture that comes with the page. */
export interface Preset {
  /** What it is a capture of, for the list of samples. */
  title: string;
  settings: Settings;
}

/** What the lab opens. */
export interface Settings {
  sample: string;
}

const preset = <const Sample extends string>(sample: Sample, title: string) => ({
  title,
  settings: { sample },
});

export const presets = {
  "socket-io": preset("socket-io", "A Socket.IO client that upgrades to WebSocket"),
  handshake: preset("handshake", "A TCP connection, from its handshake to its end"),
  http: preset("http", "HTTP requests on kept connections"),
  websocket: preset("websocket", "A WebSocket: masked frames, short and long"),
  dns: preset("dns", "DNS queries and their answers"),
  arp: preset("arp", "ARP: who has this address?"),
  fragments: preset("fragments", "Datagrams in fragments"),
  retransmission: preset("retransmission", "A TCP connection over a link that loses packets"),
} satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a text names a preset. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
