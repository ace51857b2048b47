import { describe, expect, it } from "vitest";
import { acceptedEncodings } from "./accepted-encodings.ts";

describe("acceptedEncodings", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br, gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip;q=0.000", ""],
    ["br ; q=0 , gzip", "gzip"],
    ["br;q=0.001", "br"],
    ["identity", ""],
    ["sbr, xgzip", ""],
    ["", ""],
    [undefined, ""],
  ])("takes %j for %j", (header, accepted) => {
    expect(acceptedEncodings(header)).toBe(accepted);
  });
});
