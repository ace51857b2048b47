/** Layers of a message above TCP, outermost first; `data` is what the program wanted to say. */
export const wireLayers = ["http", "websocket", "engine.io", "socket.io", "data"] as const;

export type WireLayer = (typeof wireLayers)[number];

/** One leaf of a dissection. Leaves follow each other without a gap and without an overlap. */
export interface WireField<Layer extends string = WireLayer> {
  /** Unique in its dissection, and the same for the same field of the next message. */
  id: string;
  layer: Layer;
  name: string;
  /** Offsets in the dissected bytes; `to` is the first byte behind it. */
  from: number;
  to: number;
  /** For what is smaller than its bytes: bits from the most significant one of byte `from`. */
  bits?: [from: number, to: number];
  /** What stands there, readable. */
  value: string;
  /** What that means, in a sentence. */
  meaning: string;
  /** RFC section, standard or documentation page. */
  source: string;
}

/** The part of a field that its bytes say: everything but where it stands. */
export type FieldText<Layer extends string = WireLayer> = Omit<
  WireField<Layer>,
  "from" | "to" | "bits"
>;
