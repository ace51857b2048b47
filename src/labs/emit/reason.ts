/** The namespace of an emit; absent in a run that knows only `/`. */
interface InNamespace {
  namespace?: string;
}

/** Whom the server's emit was for, as its adapter was told. */
export type Addressed = InNamespace &
  (
    | { to: "one socket" }
    | { to: "everybody"; except: readonly string[] }
    | { to: "rooms"; rooms: readonly string[]; isIn: readonly string[] }
  );

/** How an event was kept at its sender. */
export type Kept = "buffered" | "timed-out" | "dropped";

type Sending = InNamespace & { isSender: boolean };

/** Why a client's listener ran, or did not: a code with the values that its sentence needs. */
export type Reason =
  /** `addressed` is absent while the server's own word is still on its way. */
  | { code: "handled"; times: number; addressed?: Addressed }
  | { code: "no-listener" }
  /** The method that left the sender out; without that it would have been addressed. */
  | ({ code: "sender-left-out"; method: "broadcast" | "to" | "except" } & InNamespace)
  /** `isSender`: the call would have left this client out in any room. */
  | ({ code: "not-in-room"; rooms: readonly string[]; isIn: readonly string[] } & Sending)
  | ({ code: "kept-out"; room: string } & Sending)
  /** `isIn`: the namespaces that the client is in. */
  | { code: "not-in-namespace"; namespace: string; isIn: readonly string[] }
  /** It wanted to join the namespace, and was refused; `message` is the error's own. */
  | { code: "turned-back"; namespace: string; message: string }
  | { code: "not-connected" }
  | { code: "only-to"; to: string }
  | { code: "server-silent" }
  | { code: "only-answered"; to: string }
  | ({ code: "never-sent"; sender: string; why: Kept } & InNamespace & { refusal?: string })
  /** The server turned the sender's event away; `because` is the server's own word. */
  | { code: "refused"; sender: string; because: string }
  /** This client's connection broke while the event was on it. */
  | { code: "lost"; connectionOf: string }
  | { code: "on-its-way" }
  | { code: "pending" }
  /** The observations do not say; some were not kept. */
  | { code: "unexplained" };

export type ReasonCode = Reason["code"];

/** The reason with this code. */
export type ReasonOf<Code extends ReasonCode> = Extract<Reason, { code: Code }>;

/** Whether the run can still change this reason. */
export const isOpen = ({ code }: Reason): boolean => code === "pending" || code === "on-its-way";
