/** Executions: counting, faults on demand, limits, rights, overlapping, windows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openSnippetHost,
  SCOPES,
  type SnippetHost,
} from "../contract/snippet-host";

let add: SnippetHost;
beforeAll(async () => {
  add = await openSnippetHost();
});
afterAll(() => add.close());

const SHEET = "const sheet = SpreadsheetApp.getActive().getSheets()[0];";
const cell = (a1: string) =>
  add.run(`${SHEET} return sheet.getRange("${a1}").getValue();`);

test("calls are counted by class and method, light ones apart", async () => {
  const result = await add.attempt(`${SHEET}
    const range = sheet.getRange("A1:B2");
    range.setValues([[1, 2], [3, 4]]);
    range.getValues();
    range.getValues();`);

  expect(result.meter).toStrictEqual({
    counted: 4,
    calls: {
      "Spreadsheet.getSheets": 1,
      "Range.setValues": 1,
      "Range.getValues": 2,
    },
    light: { "SpreadsheetApp.getActive": 1, "Sheet.getRange": 1 },
  });
});

test("the call that shall fail throws something the add-on can catch", async () => {
  const body = `${SHEET}
    try { sheet.getRange("C1").setValue("записано"); } catch (error) { return error.name; }
    return "прошло";`;
  const failed = await add.attempt(body, { instruments: { failAt: 2 } });

  expect(failed.value).toBe("Exception");
  expect(await cell("C1")).toBe("");
});

test("a kill comes before or after the call takes effect", async () => {
  const body = (text: string) =>
    `${SHEET} sheet.getRange("C2").setValue(${JSON.stringify(text)}); sheet.getRange("C3").setValue(1);`;
  const before = await add.attempt(body("до"), {
    instruments: { killAt: 2, killWhen: "before" },
  });
  const untouched = await cell("C2");
  const after = await add.attempt(body("после"), {
    instruments: { killAt: 2, killWhen: "after" },
  });

  expect([before.outcome, untouched]).toStrictEqual(["killed", ""]);
  expect([after.outcome, await cell("C2"), await cell("C3")]).toStrictEqual([
    "killed",
    "после",
    "",
  ]);
});

test("an execution past its limit ends as a timeout", async () => {
  const short = await openSnippetHost({ limits: { full: 400, simple: 200 } });
  const endless = await short.attempt("for (;;) {}");
  const asleep = await short.attempt("Utilities.sleep(5000)", {
    kind: "simple-trigger",
  });
  const fine = await short.attempt("return 1");
  await short.close();

  expect([endless.outcome, asleep.outcome, fine.outcome]).toStrictEqual([
    "timeout",
    "timeout",
    "done",
  ]);
});

test("a call outside the manifest's scopes names what is missing", async () => {
  const poor = await openSnippetHost({
    manifest: {
      oauthScopes: SCOPES.filter((scope) => !scope.includes("script.")),
    },
  });
  const messages = await poor.run(`
    const messages = [];
    for (const call of [() => ScriptApp.newTrigger("x"), () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("")), () => MailApp.getRemainingDailyQuota()]) {
      try { call(); messages.push("allowed"); } catch (error) { messages.push(error.message); }
    }
    return messages;`);
  await poor.close();

  expect(messages).toStrictEqual([
    "Specified permissions are not sufficient to call ScriptApp.newTrigger. Required permissions: https://www.googleapis.com/auth/script.scriptapp",
    "Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui",
    "Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail".replace(
      "sendEmail",
      "getRemainingDailyQuota",
    ),
  ]);
});

test("an advanced service exists only when the manifest enables it", async () => {
  const plain = await openSnippetHost({ manifest: { dependencies: {} } });
  const kind = await plain.run("return typeof Drive;");
  await plain.close();

  expect(kind).toBe("undefined");
});

test("AuthMode NONE allows a menu and little else", async () => {
  const request = { kind: "simple-trigger", authMode: "NONE" } as const;
  const menu = await add.attempt(
    'SpreadsheetApp.getUi().createMenu("Меню").addItem("А", "a").addToUi(); return Session.getActiveUserLocale() + Utilities.base64Encode("a");',
    request,
  );
  const book = await add.attempt(
    "return SpreadsheetApp.getActive().getName();",
    request,
  );

  expect(menu.value).toBe("ruYQ==");
  expect(book.error?.message).toContain("do not have permission");
});

test("a simple trigger may read the book but not act as the person", async () => {
  const seen = await add.attempt(
    `const tries = [() => SpreadsheetApp.getActive().getName(), () => Session.getActiveUser().getEmail(), () => MailApp.sendEmail("a@example.org", "b", "c"), () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))];
    return tries.map((go) => { try { return go(); } catch (error) { return error.name; } });`,
    { kind: "simple-trigger" },
  );

  expect(seen.value).toStrictEqual([
    "Новая таблица",
    "",
    "Exception",
    "Exception",
  ]);
});

test("overlapping executions wait for each other's lock", async () => {
  add.setCode(`
    function slow() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(10000);
      const properties = PropertiesService.getDocumentProperties();
      const before = Number(properties.getProperty("счёт") || 0);
      Utilities.sleep(100);
      properties.setProperty("счёт", String(before + 1));
      lock.releaseLock();
    }
    function read() { return PropertiesService.getDocumentProperties().getProperty("счёт"); }
    function ask() { const lock = LockService.getDocumentLock(); return [lock.tryLock(0), lock.tryLock(50), lock.hasLock()]; }
    function hold() { LockService.getDocumentLock().waitLock(1000); Utilities.sleep(2000); throw new Error("не отпустил"); }
    function late() { LockService.getDocumentLock().waitLock(20); }`);
  const start = (functionName: string) =>
    add.host.execute({ functionName, kind: "menu" });
  await Promise.all([start("slow"), start("slow"), start("slow")]);
  const counted = (await start("read")).value;
  const holding = start("hold");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [refused, late] = await Promise.all([start("ask"), start("late")]);
  await holding;
  const free = await start("ask");

  expect(counted).toBe("3");
  expect(refused.value).toStrictEqual([false, false, false]);
  expect(late.error?.message).toContain("Lock timeout");
  expect(free.value).toStrictEqual([true, true, true]);
});

test("a killed execution lets its lock go", async () => {
  const killed = await add.attempt(
    "LockService.getScriptLock().waitLock(100); SpreadsheetApp.getActive().getName();",
    { instruments: { killAt: 2 } },
  );

  expect(killed.outcome).toBe("killed");
  expect(await add.run("return LockService.getScriptLock().tryLock(0);")).toBe(
    true,
  );
});

test("an alert waits for its answer, whatever the limit", async () => {
  const patient = await openSnippetHost({ limits: { full: 500 } });
  patient.host.onUi((event) => {
    if (event.kind !== "alert") return;
    setTimeout(() => patient.host.answerAlert(event.id, "YES"), 700);
  });
  const result = await patient.attempt(`
    const ui = SpreadsheetApp.getUi();
    return ui.alert("Вопрос", "Продолжить?", ui.ButtonSet.YES_NO) === ui.Button.YES;`);
  await patient.close();

  expect([result.outcome, result.value]).toStrictEqual(["done", true]);
});

test("what an execution shows reaches the page", async () => {
  const events: unknown[] = [];
  const stop = add.host.onUi((event, user) => events.push([event.kind, user]));
  await add.attempt(
    `const ui = SpreadsheetApp.getUi();
    ui.createMenu("Наставничество").addItem("Открыть", "open").addSeparator().addSubMenu(ui.createMenu("Ещё").addItem("Ещё", "more")).addToUi();
    ui.showSidebar(HtmlService.createHtmlOutput("<p>").setTitle("Панель"));
    SpreadsheetApp.getActive().toast("Готово");
    SpreadsheetApp.getActive().getSheets()[0].activate();`,
    { user: "a@example.org" },
  );
  stop();

  expect(events).toStrictEqual([
    ["menu", "a@example.org"],
    ["sidebar", "a@example.org"],
    ["toast", "a@example.org"],
    ["activate", "a@example.org"],
  ]);
});

test("an execution starts quickly once a thread is warm", async () => {
  const filler = Array.from(
    { length: 8_000 },
    (_, index) =>
      `function f${index}(a) { return a + ${index} + "${"x".repeat(40)}"; }`,
  ).join("\n");
  add.setCode(`${filler}\nfunction main() { return 1; }`);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const result = await add.host.execute({
      functionName: "main",
      kind: "menu",
    });
    times.push(result.durationMs);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }

  // 60 ms on an idle machine; a loaded one gets some slack.
  expect(Math.min(...times)).toBeLessThan(150);
});
