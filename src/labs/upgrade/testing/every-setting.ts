import { expect } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "../answers.ts";
import {
  type Ending,
  type Sequel,
  type Settings,
  type TransportChoice,
  type Treatment,
  transportChoices,
  treatments,
} from "../model.ts";
import { runSettings } from "./run-settings.ts";

/** Where each choice of transports ends, by what becomes of its WebSocket: free, refused, swallowed. */
const endings: Readonly<Record<TransportChoice, readonly [Ending, Ending, Ending]>> = {
  default: ["websocket", "polling", "polling"],
  websocket: ["websocket", "never", "never"],
  polling: ["polling", "polling", "polling"],
  "websocket-first": ["websocket", "never", "never"],
  "try-all": ["websocket", "polling", "never"],
};

const endingOf = (transports: TransportChoice, websocket: Treatment): Ending =>
  endings[transports][treatments.indexOf(websocket)] ?? "never";

/** Runs every setting with this sequel, all at once, and expects each to end where it must. */
export async function expectEveryEnding(sequel: Sequel): Promise<void> {
  await using host = await TestHost.start();
  const all = transportChoices.flatMap((transports) =>
    treatments.map((websocket): Settings => ({ transports, websocket, sequel })),
  );
  const ends = await Promise.all(
    all.map(async (settings) => {
      const run = await runSettings(host, settings);
      return { settings, first: answers.firstRequest(run)[0], end: answers.endsOn(run)[0] };
    }),
  );
  expect(ends).toEqual(
    all.map((settings) => ({
      settings,
      first: ["default", "polling"].includes(settings.transports) ? "polling" : "websocket",
      end: endingOf(settings.transports, settings.websocket),
    })),
  );
}
