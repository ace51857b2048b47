import { expect, it } from "vitest";
import { arm } from "./testing/arm.ts";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const event = "secretevent";
const word = "secretpayload";
const address = "192.0.2.77";

it("the log of a whole session holds no key, seat, payload, event name or address", async () => {
  await using host = await TestHost.start({ trustProxyHops: 1 });
  using page = await TestPage.open(host, {
    client: { extraHeaders: { "X-Forwarded-For": address } },
  });
  await arm(page, { event, payload: `"${word}"` });
  using guest = await page.invite();
  await guest.sit();
  const [ann, dee] = [await page.subject("Ann"), await guest.subject("Dee")];
  const heard = new Promise((resolve) => ann.once(event, resolve));
  dee.emit(event, word);
  await heard;
  page.control.emit(word, { [word]: word });
  await page.command("act", { [word]: word });
  const deep = `42["${event}",${"[".repeat(8000)}${"]".repeat(8000)}]`;
  for (const packet of [deep, `42["${word}"`, `451-["${word}"]`]) {
    using raw = new RawConnection(host);
    await raw.upgrade(subjectPath(page, { transport: "websocket", more: `&${word}` }));
    raw.frame("40");
    await until(() => raw.read.includes('40{"sid"'));
    raw.frame(packet);
    raw.frame("41");
    await raw.closing();
  }
  using refused = new RawConnection(host);
  await refused.request(`${controlPath("polling")}&${word}`, [`Origin: http://${word}.test`]);
  await until(() => host.log.some((line) => line.includes("lab-threw")));
  await page.command("bench-close", {});
  await until(() => host.log.some((line) => line.includes("bench-ended")));
  const log = host.log.join("");
  expect(log).toContain("bench-opened");
  const secrets = [
    ...[page.bench, page.owner ?? "", event, word, address, "127.0.0.1", ann.id ?? ""],
    ...Object.values({ ...page.seats, ...guest.seats }),
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
});
