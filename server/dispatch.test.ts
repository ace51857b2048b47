import { describe, expect, it } from "vitest";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const transports = ["polling", "websocket"] as const;

/** Status of a request or an upgrade, whichever the transport needs. */
async function ask(host: TestHost, path: string, headers: readonly string[] = []): Promise<number> {
  using raw = new RawConnection(host);
  const isUpgrade = path.includes("transport=websocket");
  return await (isUpgrade ? raw.upgrade(path, headers) : raw.request(path, headers));
}

/** Opens a polling session and gives its id. */
async function openSession(host: TestHost, path: string): Promise<string> {
  const body = await (await fetch(host.url + path)).text();
  return (JSON.parse(body.slice(1)) as { sid: string }).sid;
}

describe.each(transports)("a subject by %s", (transport) => {
  it("is let in with a seat of the bench", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const status = await ask(host, subjectPath(page, { transport }));
    expect(status).toBe(transport === "polling" ? 200 : 101);
  });

  it.each(["", "0".repeat(32), "__proto__", "%00", "a".repeat(8000)])(
    "is refused for bench %j before a session exists",
    async (bench) => {
      await using host = await TestHost.start();
      const path = `/socket.io/?EIO=4&transport=${transport}&bench=${bench}`;
      expect(await ask(host, path)).toBe(404);
      expect(await host.health()).toMatchObject({ benches: 0, connections: 0 });
    },
  );

  it("is refused without a seat, with a wrong one and with one of another bench", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    for (const who of ["", "Dee", other.seats.Ann ?? ""]) {
      expect(await ask(host, subjectPath(page, { transport, who }))).toBe(403);
    }
    expect(await host.health()).toMatchObject({ connections: 2 });
  });

  it.each(["&sid=", "&sid=x&sid=", "&seat=wrong"])(
    "is refused when the query %s is read in two ways",
    async (more) => {
      await using host = await TestHost.start();
      using page = await TestPage.open(host);
      const who = more === "&seat=wrong" ? "Ann" : "stranger";
      expect(await ask(host, subjectPath(page, { transport, who, more }))).toBe(403);
      expect(await host.health()).toMatchObject({ connections: 1 });
    },
  );

  it("is refused once the bench has ended", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const path = subjectPath(page, { transport });
    await page.command("bench-close", {});
    await until(() => host.app.benches.count === 0);
    expect(await ask(host, path)).toBe(404);
  });

  it("cannot use the session of another bench, nor one of the control channel", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using other = await TestPage.open(host);
    const sids = [
      await openSession(host, subjectPath(other)),
      await openSession(host, controlPath("polling")),
      "__proto__",
    ];
    for (const sid of sids) {
      expect(await ask(host, subjectPath(page, { transport, more: `&sid=${sid}` }))).toBe(400);
    }
  });

  it("is refused in a protocol version that no client of today speaks", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const path = subjectPath(page, { transport }).replace("EIO=4", "EIO=3");
    expect(await ask(host, path)).not.toBe(200);
    await until(async () => (await host.health()).connections === 1);
  });
});

describe("a transport that does not fit the request", () => {
  it("is refused: a plain request for a WebSocket, known session or not", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann");
    const sid = ann.io.engine.id;
    for (const more of ["", `&sid=${sid}`]) {
      using raw = new RawConnection(host);
      expect(await raw.request(subjectPath(page, { transport: "websocket", more }))).toBe(400);
    }
    expect(ann.connected).toBe(true);
  });

  it.each(["polling", "webtransport", "flashsocket", "", "__proto__"])(
    "is refused: an upgrade to %j",
    async (transport) => {
      await using host = await TestHost.start();
      using raw = new RawConnection(host);
      expect(await raw.upgrade(`/control/?EIO=4&transport=${transport}`)).toBe(400);
      await until(() => raw.isClosed);
    },
  );
});

describe("other upgrades", () => {
  it.each(["/", "/socket.io", "/control", "//", "/lessons/emitting/"])(
    "are refused and cut off at %s, though the client stays",
    async (path) => {
      await using host = await TestHost.start();
      using raw = new RawConnection(host);
      raw.socket.allowHalfOpen = true;
      expect(await raw.upgrade(path)).toBe(404);
      await until(() => raw.socket.readableEnded || raw.isClosed);
    },
  );

  it("leave a page that is asked for with another protocol in mind as it is", async () => {
    await using host = await TestHost.start();
    using raw = new RawConnection(host);
    const headers = [
      "Connection: Upgrade, HTTP2-Settings",
      "Upgrade: h2c",
      "HTTP2-Settings: AAMAAABk",
    ];
    expect(await raw.request("/", headers)).toBe(200);
  });
});

describe.each([
  ["polling", "subjects"],
  ["websocket", "subjects"],
  ["polling", "control"],
  ["websocket", "control"],
] as const)("the origin, by %s on the path of %s", (transport, path) => {
  const hello = transport === "polling" ? 200 : 101;
  const pathOf = (page: TestPage) =>
    path === "control" ? controlPath(transport) : subjectPath(page, { transport });

  it.each([
    [[], "allowed"],
    [["Origin: http://wirebook.test"], "allowed"],
    [["Origin: http://evil.test"], "refused"],
    [["Origin: null"], "refused"],
    [["Origin: "], "refused"],
    [["Origin: http://wirebook.test.evil.test"], "refused"],
  ] as const)("%j is %s", async (headers, verdict) => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    expect(await ask(host, pathOf(page), headers)).toBe(verdict === "allowed" ? hello : 403);
  });

  it("counts as configured when public origins are", async () => {
    await using host = await TestHost.start({ publicOrigins: ["https://wirebook.example"] });
    using page = await TestPage.open(host);
    expect(await ask(host, pathOf(page), ["Origin: https://wirebook.example"])).toBe(hello);
    expect(await ask(host, pathOf(page), ["Origin: http://wirebook.test"])).toBe(403);
  });
});

describe("the answers of the backend", () => {
  it.each([[controlPath("polling")], ["/socket.io/?bench=none"], [controlPath("websocket")]])(
    "carry two headers, and no policy for documents: %s",
    async (path) => {
      await using host = await TestHost.start();
      const { headers } = await fetch(host.url + path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("content-security-policy")).toBeNull();
      expect(headers.get("cache-control")).toBe("no-store");
    },
  );

  it("leave the site its own", async () => {
    await using host = await TestHost.start();
    const { headers } = await fetch(`${host.url}/`);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  });
});
