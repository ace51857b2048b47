import type { WireLayer } from "#wire/wire-field.ts";

/** Layers as readers call them. */
export const layerNames: Readonly<Record<WireLayer, string>> = {
  http: "HTTP",
  websocket: "WebSocket",
  "engine.io": "Engine.IO",
  "socket.io": "Socket.IO",
  data: "data",
};

/** The name of any layer, known or not. */
export const layerName = (layer: string): string =>
  Object.hasOwn(layerNames, layer) ? layerNames[layer as WireLayer] : layer;
