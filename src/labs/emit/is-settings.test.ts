import { expect, test } from "vitest";
import { isSettings } from "./is-settings.ts";
import { plainSettings, presets } from "./presets.ts";

test.each(Object.entries(presets))("takes the settings of preset %s", (_, { settings }) => {
  expect(isSettings(JSON.parse(JSON.stringify(settings)))).toBe(true);
});

const { Cem: _, ...threeClients } = plainSettings.clients;
const withAnn = (change: object) => ({
  clients: { ...plainSettings.clients, Ann: { ...plainSettings.clients.Ann, ...change } },
});

const inNews = presets.namespaces.settings.namespaces;

test.each([
  ["nobody we know", { from: "Eve" }],
  ["a call that there is not", { serverCall: "io.emit" }],
  ["a name of every object", { pageCall: "constructor" }],
  ["a room that there is not", { room: "pink" }],
  ["a number as event", { event: 1 }],
  ["data that is no text", { payload: {} }],
  ["no clients", { clients: null }],
  ["a client too few", { clients: threeClients }],
  ["a client in a strange room", withAnn({ rooms: ["pink"] })],
  ["a client without rooms", withAnn({ rooms: undefined })],
  ["a namespace that there is not", { namespaces: { ...inNews, chosen: "/x" } }],
  ["a client that joins what there is not", { namespaces: { ...inNews, joins: { Ann: ["/"] } } }],
  ["namespaces without a word on who joins", { namespaces: { chosen: "/", isFresh: false } }],
  ["a client that may be connected", withAnn({ connected: "yes" })],
])("refuses %s", (_, change) => {
  expect(isSettings({ ...plainSettings, ...change })).toBe(false);
});
