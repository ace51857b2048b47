// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { saveFile } from "./save-file.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("hands a value out as a JSON file of this name, and frees it later", async () => {
  vi.useFakeTimers();
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return "blob:one";
  });
  const freed = vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(`${this.download} ${this.href}`);
  });
  saveFile("run.json", { lab: "emit" });
  expect(clicked).toEqual(["run.json blob:one"]);
  expect(blobs[0]?.type).toBe("application/json");
  expect(JSON.parse((await blobs[0]?.text()) ?? "")).toEqual({ lab: "emit" });
  expect(freed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(freed).toHaveBeenCalledWith("blob:one");
});
