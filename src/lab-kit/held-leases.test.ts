import { expect, it } from "vitest";
import { holdLeases } from "./held-leases.ts";
import { leaseBudget } from "./lease-table.ts";
import { lonelyLeases } from "./testing/session-rig.ts";

const nothing = (): void => undefined;

it("takes what there is, and nobody waits for the rest", async () => {
  const leases = lonelyLeases();
  const first = await holdLeases(leases, leaseBudget - 1, nothing);
  expect(first.count).toBe(leaseBudget - 1);
  const second = await holdLeases(leases, 3, nothing);
  expect(second.count).toBe(1);
  first.giveBack();
  const third = await holdLeases(leases, leaseBudget, nothing);
  expect(third.count).toBe(leaseBudget - 1);
  for (const held of [second, third]) held.giveBack();
});

it("tells when a control channel needs the place", async () => {
  const leases = lonelyLeases();
  const lost = new Promise<void>((resolve) => {
    void holdLeases(leases, leaseBudget, resolve).then(() => leases.ask("control", nothing));
  });
  await expect(lost).resolves.toBeUndefined();
});

it("asks for none where none is wanted", async () => {
  expect((await holdLeases(lonelyLeases(), 0, nothing)).count).toBe(0);
});
