import { expect, test } from "vitest";
import { sourceLink } from "./source-link.ts";

test("an RFC leads to the section that is named", () => {
  expect(sourceLink("RFC 6455, section 5.2")).toEqual({
    name: "RFC 6455, section 5.2",
    url: "https://www.rfc-editor.org/rfc/rfc6455#section-5.2",
  });
  expect(sourceLink("RFC 768").url).toBe("https://www.rfc-editor.org/rfc/rfc768");
});

test("an address is named by what follows its scheme", () => {
  expect(sourceLink("https://socket.io/docs/v4/rooms/")).toEqual({
    name: "socket.io/docs/v4/rooms",
    url: "https://socket.io/docs/v4/rooms/",
  });
});

test("a standard without an address stays plain, a name with its address stays as it is", () => {
  expect(sourceLink("ITU-T X.200")).toEqual({ name: "ITU-T X.200" });
  expect(sourceLink({ name: "Rooms", url: "https://a.example/" })).toEqual({
    name: "Rooms",
    url: "https://a.example/",
  });
});
