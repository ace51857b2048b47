import { duplexPair } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { until } from "#server/testing/until.ts";
import { Cable } from "./cable.ts";

/** A cable between a near side, which has it in place of its socket, and a far one. */
function laid() {
  const [wire, far] = duplexPair();
  const cable = new Cable(wire);
  const got = { near: "", far: "" };
  cable.on("data", (chunk) => {
    got.near += chunk;
  });
  far.on("data", (chunk) => {
    got.far += chunk;
  });
  return { cable, wire, far, got };
}

/** Lets everything happen that needs no more than the loop to go on. */
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("a cable", () => {
  it("lets all through in both directions while it is in", async () => {
    const { cable, far, got } = laid();
    cable.write("down");
    far.write("up");
    await until(() => got.far === "down" && got.near === "up");
  });

  it("holds all while it is out, and lets it through in its order", async () => {
    const { cable, far, got } = laid();
    cable.pull();
    for (const part of ["a", "b", "c"]) {
      cable.write(part);
      far.write(part.toUpperCase());
    }
    await turns();
    expect(got).toEqual({ near: "", far: "" });
    cable.plug();
    cable.write("d");
    far.write("D");
    await until(() => got.far === "abcd" && got.near === "ABCD");
  });

  it("takes 64 KiB and then lets its writer wait; nothing is lost", async () => {
    const { cable, got } = laid();
    const part = "x".repeat(16 * 1024);
    const taken: number[] = [];
    cable.pull();
    for (let index = 0; index < 8; index += 1) cable.write(part, () => taken.push(index));
    await turns();
    expect(taken).toEqual([0, 1, 2, 3]);
    cable.plug();
    await until(() => got.far.length === 8 * part.length);
    expect(taken).toHaveLength(8);
  });

  it("holds the end of the near side behind its bytes", async () => {
    const { cable, far, got } = laid();
    let isEnded = false;
    far.on("end", () => {
      isEnded = true;
    });
    cable.pull();
    cable.end("last words");
    await turns();
    expect([got.far, isEnded]).toEqual(["", false]);
    cable.plug();
    await until(() => isEnded);
    expect(got.far).toBe("last words");
  });

  it("holds the near side's destruction, too: the far side hears of it when it is back", async () => {
    const { cable, wire, far, got } = laid();
    let isEnded = false;
    far.on("end", () => {
      isEnded = true;
    });
    cable.pull();
    cable.write("still on its way");
    cable.destroy();
    await turns();
    expect([wire.destroyed, isEnded]).toEqual([false, false]);
    cable.plug();
    await until(() => isEnded && wire.destroyed);
    expect(got.far).toBe("still on its way");
  });

  it("closes in the end also when the far side takes nothing once it is plugged in", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const [wire, far] = duplexPair();
      const cable = new Cable(wire);
      cable.pull();
      cable.write("never read");
      cable.destroy();
      await turns();
      cable.plug();
      await turns();
      expect([wire.destroyed, far.readableLength]).toEqual([false, 10]);
      vi.advanceTimersByTime(30_000);
      expect(wire.destroyed).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("that is cut is closed at both ends, and loses what it held", async () => {
    const { cable, wire, got } = laid();
    cable.pull();
    cable.write("lost");
    cable.cut();
    await until(() => cable.destroyed && wire.destroyed);
    expect(got.far).toBe("");
  });

  it("closes with its wire, in or out", async () => {
    for (const isPulled of [false, true]) {
      const { cable, wire } = laid();
      if (isPulled) cable.pull();
      wire.destroy();
      await until(() => cable.destroyed);
    }
  });

  it("hands on an error of its wire", async () => {
    const { cable, wire } = laid();
    let seen: Error | undefined;
    cable.on("error", (error) => {
      seen = error;
    });
    wire.destroy(new Error("reset"));
    await until(() => cable.destroyed);
    expect(seen?.message).toBe("reset");
  });
});
