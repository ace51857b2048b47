import { describe, expect, it } from "vitest";
import type {
  ClientSetting,
  Namespace,
  NamespaceSettings,
  ServerCallId,
  Settings,
} from "./model.ts";
import { clients, predict } from "./rule.ts";

const client = (change: Partial<ClientSetting> = {}): ClientSetting => ({
  rooms: [],
  listens: true,
  connected: true,
  ...change,
});

const settings = (change: Partial<Settings> = {}): Settings => ({
  from: "Ann",
  pageCall: "emit",
  serverCall: "nothing",
  room: "red",
  event: "news",
  payload: "1",
  clients: {
    Ann: client({ rooms: ["red"] }),
    Bob: client({ rooms: ["red", "blue"] }),
    Cem: client({ rooms: ["blue"] }),
    Dee: client({ connected: false }),
  },
  ...change,
});

const receivers = (change: Partial<Settings>): string => {
  const { receives } = predict(settings(change));
  return clients.filter((who) => receives[who]).join(" ");
};

describe("predict", () => {
  it.each<[ServerCallId, string]>([
    ["nothing", ""],
    ["reply", ""],
    ["socket-emit", "Ann"],
    ["io-emit", "Ann Bob Cem"],
    ["broadcast", "Bob Cem"],
    ["io-to", "Ann Bob"],
    ["socket-to", "Bob"],
    ["io-except", "Cem"],
    ["socket-except", "Cem"],
    ["two-rooms", "Ann Bob Cem"],
    ["two-rooms-but-me", "Bob Cem"],
  ])("knows who gets %s", (serverCall, names) => {
    expect(receivers({ serverCall })).toBe(names);
  });

  it("gives a room that nobody is in to nobody, and keeps nobody out by it", () => {
    expect(receivers({ serverCall: "io-to", room: "green" })).toBe("");
    expect(receivers({ serverCall: "io-except", room: "green" })).toBe("Ann Bob Cem");
  });

  it("leaves out who has no listener or no connection", () => {
    const { clients: all } = settings();
    const deaf = { ...all, Bob: client({ listens: false }), Cem: client({ connected: false }) };
    expect(receivers({ serverCall: "io-emit", clients: deaf })).toBe("Ann");
  });

  it("reaches the second device once it is connected", () => {
    const joined = { ...settings().clients, Dee: client() };
    expect(receivers({ serverCall: "broadcast", clients: joined })).toBe("Bob Cem Dee");
  });

  it("lets the server act by itself only with a line of io", () => {
    expect(receivers({ from: "server", serverCall: "io-to" })).toBe("Ann Bob");
    expect(receivers({ from: "server", serverCall: "broadcast" })).toBe("");
    expect(predict(settings({ from: "server", pageCall: "ack" })).ack).toBeUndefined();
  });

  it("says what becomes of an acknowledgement", () => {
    const ack = (change: Partial<Settings>) => predict(settings(change)).ack;
    expect(ack({ pageCall: "emit", serverCall: "reply" })).toBeUndefined();
    expect(ack({ pageCall: "ack", serverCall: "reply" })).toBe("ack");
    expect(ack({ pageCall: "timeout", serverCall: "reply" })).toBe("ack");
    expect(ack({ pageCall: "ack", serverCall: "io-emit" })).toBe("nothing-yet");
    expect(ack({ pageCall: "timeout", serverCall: "io-emit" })).toBe("timeout");
  });

  it("keeps the event of a sender who is not connected, and a time limit takes it out", () => {
    const offline = { ...settings().clients, Ann: client({ connected: false }) };
    const of = (change: Partial<Settings>) =>
      predict(settings({ serverCall: "io-emit", clients: offline, ...change }));
    const nobody = { Ann: false, Bob: false, Cem: false, Dee: false };
    expect(of({ pageCall: "ack" })).toEqual({
      receives: nobody,
      ack: "buffered",
      fate: "buffered",
    });
    expect(of({ pageCall: "volatile" }).fate).toBe("buffered");
    expect(of({ pageCall: "timeout" })).toEqual({
      receives: nobody,
      ack: "timeout",
      fate: "taken-out",
    });
  });
});

describe("predict, in namespaces", () => {
  const inNews = (change: Partial<Settings> & { chosen?: Namespace }): Partial<Settings> => {
    const { chosen = "/news", ...rest } = change;
    const joins: NamespaceSettings["joins"] = {
      Ann: ["/news", "/staff"],
      Bob: ["/news", "/staff"],
      Cem: [],
    };
    return { ...rest, namespaces: { chosen, joins, isFresh: false } };
  };

  it.each<[ServerCallId, Namespace, string]>([
    ["of-emit", "/news", "Ann Bob"],
    ["broadcast", "/news", "Bob"],
    ["io-emit", "/news", "Ann Bob Cem"],
    ["io-to", "/news", ""],
    ["of-to", "/news", "Ann Bob"],
    ["of-emit", "/", "Ann Bob Cem"],
    ["of-emit", "/staff", ""],
  ])("knows who gets %s in %s", (serverCall, chosen, names) => {
    expect(receivers(inNews({ serverCall, chosen }))).toBe(names);
  });

  it("lets into /staff who has the token", () => {
    expect(receivers(inNews({ from: "server", serverCall: "of-emit", chosen: "/staff" }))).toBe(
      "Bob",
    );
    expect(predict(settings(inNews({ chosen: "/staff", pageCall: "ack" }))).ack).toBe("buffered");
  });
});
