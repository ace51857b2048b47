import { expect, test } from "../fixtures.ts";
import { EmitLab } from "./emit-lab.ts";

test("an event in a namespace reaches the sockets of that namespace", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=namespaces");
  await lab.predict(["Ann", "Bob"]);
  await lab.run("Emit");
  await expect(lab.status).toHaveText(
    "Ann emitted headline in /news: Ann and Bob received it. Your prediction was right for 3 of 3.",
  );
  await expect(lab.row("Bob")).toContainText("The call was for everybody in /news.");
  await expect(lab.row("Cem")).toContainText("Cem is not in it: Cem is in /.");
  await expect(lab.litLine("The server’s listener in /news")).toContainText(
    "io.of(namespace).emit(event, data)",
  );
  await lab.button("Log").click();
  await expect(lab.log).toContainText('Bob got a packet: 42/news,["headline",{"n":1}]');
});

test("io.emit means the namespace /, from whichever listener it is called", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=namespaces");
  await lab.serverCall.selectOption({ label: "io.emit" });
  await lab.run("Emit");
  await expect(lab.row("Cem")).toContainText("The call was for everybody in /.");
  await lab.serverCall.selectOption({ label: "io.to(room).emit" });
  await lab.run("Emit");
  await expect(lab.row("Ann")).toContainText("The call was for red in /. Ann is in no room there.");
  await lab.serverCall.selectOption({ label: "io.of(namespace).to(room).emit" });
  await lab.run("Emit");
  await expect(lab.row("Ann")).toContainText("The call was for red in /news. Ann is in red there.");
});

test("a middleware refuses who has no token, in its own words, and nobody else", async ({
  page,
}) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=namespace-refused");
  for (const _ of ["first", "again"]) {
    await lab.run("Emit");
    await expect(lab.status).toHaveText("The server emitted schedule in /staff: Bob received it.");
    await expect(lab.row("Ann")).toContainText(
      "Its middleware refused Ann; the connect_error says “staff only”.",
    );
    await expect(lab.row("Cem")).toContainText("Cem is not in it");
    await expect(lab.litLine("The middleware of /staff")).toContainText("staff only");
  }
  await expect(lab.diagram).toHaveAccessibleName(/Ann did not receive: refused\./);
  await lab.radio("Ann").check();
  await lab.run("Emit");
  await expect(lab.row("Bob")).toContainText(
    "Ann was refused in /staff (“staff only”), so the event waits in the buffer of Ann's client.",
  );
});

test("all namespaces of a client come over one connection, and none is in its path", async ({
  page,
}) => {
  const opened: string[] = [];
  page.on("websocket", (socket) => {
    const { pathname } = new URL(socket.url());
    if (pathname !== "/control/") opened.push(pathname);
  });
  const lab = await EmitLab.open(page, "/labs/emit/?preset=one-connection");
  await expect.poll(() => opened.length).toBe(3);
  opened.length = 0;
  const run = await lab.run("Emit");
  expect(opened).toEqual(["/socket.io/"]);
  expect(run.observations).toContainEqual(
    expect.objectContaining({
      where: "Ann",
      what: "connected",
      namespace: "/news",
      over: expect.objectContaining({ path: "/socket.io/", besides: ["/"] }),
    }),
  );
  const sent = lab.root.getByRole("table", { name: "What Ann’s client sent, and what came back" });
  await expect(sent.getByRole("row", { name: /^40\/news, 40\/news,/ })).toContainText(
    "joined /news",
  );
  await expect(sent.getByRole("row", { name: /^40\/staff,/ })).toContainText(
    '44/staff,{"message":"staff only"}',
  );
  await expect(lab.root).toContainText("One connection, opened by a request to /socket.io/.");
  await expect(lab.status).toHaveText("Ann emitted headline in /news: Bob received it.");
});

test("a client leaves a namespace and stays in the others", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=namespaces");
  await lab.switch("Bob joins /news").uncheck();
  await lab.run("Emit");
  await expect(lab.row("Bob")).toContainText("Bob is not in it: Bob is in /.");
  await lab.radio("/").check();
  await lab.run("Emit");
  await expect(lab.status).toHaveText("Ann emitted headline in /: Ann, Bob, and Cem received it.");
});

test("who takes namespaces into use and out again has the lab as before", async ({ page }) => {
  const lab = await EmitLab.open(page, "/labs/emit/?preset=io-emit");
  await expect(lab.switch("Ann joins /news")).toHaveCount(0);
  await lab.switch("Use namespaces").check();
  await lab.serverCall.selectOption({ label: "io.of(namespace).emit" });
  await lab.run("Emit");
  await expect(lab.status).toHaveText("Ann emitted news in /news: Ann and Bob received it.");
  await lab.switch("Use namespaces").uncheck();
  await expect(lab.serverCall.locator("option:checked")).toHaveText("io.emit");
  await lab.run("Emit");
  await expect(lab.status).toHaveText("Ann emitted news: Ann, Bob, and Cem received it.");
  await expect(lab.row("Cem")).toContainText("The call was for everybody.");
});

test("a copied link opens the lab with its namespaces", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lab = await EmitLab.open(page, "/labs/emit/?preset=namespaces");
  await lab.switch("Cem joins /staff").check();
  await lab.radio("/staff").check();
  await lab.button("Copy link").click();
  await expect(lab.button("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await EmitLab.open(await context.newPage(), link);
  await expect(other.switch("Cem joins /staff")).toBeChecked();
  await expect(other.radio("/staff")).toBeChecked();
});
