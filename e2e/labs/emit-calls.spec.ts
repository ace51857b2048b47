import { expect, test } from "../fixtures.ts";
import { sample } from "../sample.ts";
import { type ExpectedAsk, type ExpectedCall, expectedAsks, expectedCalls } from "./emit-calls.ts";
import { EmitLab } from "./emit-lab.ts";

const clients = ["Ann", "Bob", "Cem"];
/** The same wrong or right guess for every call: the table has to tell which it was. */
const guess = ["Bob"];

for (const ask of expectedAsks) {
  test(`Ann's ${ask.label} meets the calls of the server`, async ({ page }) => {
    test.slow();
    const lab = await EmitLab.open(page);
    for (const call of callsFor(ask)) {
      await test.step(call.label, async () => {
        await lab.button("Reset").click();
        await expect(lab.status).toHaveText("");
        await lab.pageCall.selectOption({ label: ask.label });
        await lab.serverCall.selectOption({ label: call.label });
        await lab.predict(guess);
        await lab.run("Emit");
        await expectSentence(lab, call);
        for (const who of clients) await expectRow(lab, call, who);
        await expectDiagram(lab, call);
        await expect(lab.litLine("Ann’s page")).toContainText(ask.code);
        await expect(lab.litLine("The server’s listener")).toContainText(call.code);
        await expectAnswer(lab, ask, call);
      });
    }
  });
}

/** Every call of the server meets the first ask; the others meet some of them, or their own list. */
const callsFor = (ask: ExpectedAsk): readonly ExpectedCall[] => {
  if (ask.calls) return expectedCalls.filter(({ label }) => ask.calls?.includes(label));
  return ask === expectedAsks[0] ? expectedCalls : sample(4, expectedCalls);
};

async function expectSentence(lab: EmitLab, { receivers }: ExpectedCall): Promise<void> {
  const names = new Intl.ListFormat("en").format(receivers) || "nobody";
  const right = clients.filter((who) => guess.includes(who) === receivers.includes(who)).length;
  await expect(lab.status).toHaveText(
    `Ann emitted news: ${names} received it. Your prediction was right for ${right} of 3.`,
  );
}

async function expectRow(lab: EmitLab, call: ExpectedCall, who: string): Promise<void> {
  const row = lab.row(who);
  const gotIt = call.receivers.includes(who);
  const happened = gotIt ? /^received after [\d.−]+(\s±\s[\d.]+)?\sms$/ : "did not receive";
  const said = guess.includes(who);
  await expect(row.getByRole("cell").nth(0)).toContainText(said ? "gets it" : "does not");
  const sign = said === gotIt ? "as predicted" : "not as predicted";
  await expect(row.getByRole("img", { name: sign, exact: true })).toBeVisible();
  await expect(row.getByRole("cell").nth(1)).toHaveText(happened);
  await expect(row.getByRole("cell").nth(2)).toContainText(call.because[who] ?? /\w/);
}

async function expectDiagram(lab: EmitLab, { receivers }: ExpectedCall): Promise<void> {
  await expect(lab.diagram).toHaveAccessibleName(/Ann to server: news, /);
  for (const who of clients) {
    const arrow = new RegExp(`server to ${who}: news, [\\d.−]+`);
    if (receivers.includes(who)) await expect(lab.diagram).toHaveAccessibleName(arrow);
    else await expect(lab.diagram).not.toHaveAccessibleName(arrow);
  }
}

async function expectAnswer(lab: EmitLab, ask: ExpectedAsk, call: ExpectedCall): Promise<void> {
  const row = lab.row("Ann’s callback");
  if (!ask.answered || !ask.unanswered) return expect(row).toHaveCount(0);
  const replies = call.label === "ack(…)";
  const happened = row.getByRole("cell").nth(1);
  await expect(happened).toHaveText(replies ? ask.answered : ask.unanswered);
}
