/** What is known of one direction of a connection before its next message. Plain JSON. */
export interface WireState {
  phase: "http" | "websocket";
  /** Method of the request that a response answers. */
  method?: string;
  /** Whether the request, or the one that this answers, is one of Engine.IO. */
  isEngineIo?: boolean;
  /** Whether both sides agreed on permessage-deflate. */
  isDeflateAgreed?: boolean;
  /** The WebSocket message of which frames are still to come. */
  message?: { opcode: number; isDeflated: boolean; frames: number };
  /** Binary attachments that a Socket.IO packet announced: the next one, and how many in all. */
  attachments?: { next: number; count: number };
}

/** The beginning of every connection. */
export const freshState: WireState = { phase: "http" };

/** Without the parts that are over. */
export const withAttachments = (
  { attachments: _, ...state }: WireState,
  left: WireState["attachments"],
): WireState => (left ? { ...state, attachments: left } : state);
