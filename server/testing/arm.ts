import type { TestPage } from "./test-page.ts";

interface Plan {
  event?: string;
  payload?: string;
  serverCall?: string;
}

/** Tells the emit lab what its handler does with the next event; by default, emit it to everybody. */
export async function arm(
  page: TestPage,
  { event = "news", payload = '"hi"', serverCall = "io-emit" }: Plan = {},
): Promise<void> {
  const rooms = { Ann: [], Bob: [], Cem: [], Dee: [] };
  const answer = await page.command("arm", { event, payload, serverCall, room: "red", rooms });
  if (!answer.ok) throw new Error(`arm: ${answer.failure.code}, ${answer.failure.detail}`);
}
