/** Triggers that fire: what the page does, what the clock brings, as whom. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BookMutation } from "../../host/types";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

const OTHER = "vtoroy@example.org";
/** A Monday. */
const NOW = "2026-09-07T09:00:00+03:00";
/** Keeps what handlers are told, one JSON text a line. */
const KEEP = `
  function keep(name, e) {
    const seen = { name, mode: String(e.authMode), uid: "triggerUid" in e };
    if (e.range) seen.range = e.range.getA1Notation();
    if (e.source) seen.source = e.source.getName() !== "";
    if (e.user) seen.user = e.user.getEmail();
    for (const key of ["value", "oldValue", "changeType", "hour", "day-of-week", "week-of-year", "timezone"]) {
      if (key in e) seen[key] = e[key];
    }
    const props = PropertiesService.getScriptProperties();
    props.setProperty("seen", (props.getProperty("seen") || "") + JSON.stringify(seen) + "\\n");
  }`;

let add: SnippetHost;
beforeEach(async () => {
  add = await openSnippetHost({ now: NOW });
});
afterEach(() => add.close());

async function seen(): Promise<Record<string, unknown>[]> {
  const text = await inFunction(
    `return PropertiesService.getScriptProperties().getProperty("seen") || "";`,
  );
  return String(text)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

let handlers = "";
/** Runs a body beside the handlers of the test. */
async function inFunction(body: string, user?: string): Promise<unknown> {
  add.setCode(`${handlers}\n${KEEP}\nfunction main() {\n${body}\n}`);
  const result = await add.host.execute({
    functionName: "main",
    kind: "menu",
    ...(user === undefined ? {} : { user }),
  });
  if (result.outcome !== "done") throw new Error(result.error?.message);
  return result.value;
}

function edit(
  cells: Readonly<Record<number, Readonly<Record<number, unknown>>>>,
  user: string | null = null,
): boolean {
  return gesture(user, {
    id: "sheet.mutation.set-range-values",
    params: {
      unitId: add.host.book.id,
      subUnitId: "0",
      cellValue: cells,
    },
  });
}

function gesture(user: string | null, ...mutations: BookMutation[]): boolean {
  return add.host.pageEdit(user, mutations, () => {
    for (const one of mutations) add.host.book.applyMutation(one, "window");
    return true;
  });
}

const namesOf = () =>
  add.host.executions().map((execution) => execution.functionName);

/** Waits until so many executions of a function are over. */
async function ran(functionName: string, times: number): Promise<void> {
  await vi.waitFor(
    () =>
      expect(namesOf().filter((name) => name === functionName)).toHaveLength(
        times,
      ),
    { timeout: 20_000, interval: 20 },
  );
}

test("onEdit is told one event for each gesture, with limited rights", async () => {
  handlers = `function onEdit(e) {
    keep("onEdit", e);
    try { MailApp.getRemainingDailyQuota(); } catch (error) { keep("refused", e); }
  }`;
  await inFunction("");
  edit({ 1: { 1: { v: 10, t: 2 } } });
  edit({ 1: { 1: { v: "одиннадцать", t: 1 } } });
  edit({ 2: { 0: { v: 1, t: 2 }, 1: { v: 2, t: 2 } }, 3: { 1: { v: 3 } } });
  await ran("onEdit", 3);
  const told = (await seen()).filter(({ name }) => name === "onEdit");

  const base = {
    name: "onEdit",
    mode: "LIMITED",
    uid: false,
    source: true,
    user: "",
  };
  expect(told).toStrictEqual([
    { ...base, range: "B2", value: "10" },
    { ...base, range: "B2", value: "одиннадцать", oldValue: "10" },
    { ...base, range: "A3:B4" },
  ]);
  expect((await seen()).map(({ name }) => name)).toContain("refused");
});

test("looks and a script's own writes are no edits", async () => {
  handlers = 'function onEdit(e) { keep("onEdit", e); }';
  await inFunction(
    "SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(1);",
  );
  edit({ 0: { 0: { s: { bl: 1 } } } });
  edit({ 0: { 0: null } });
  await ran("onEdit", 1);

  expect(await seen()).toMatchObject([{ range: "A1", oldValue: "1" }]);
  expect(namesOf().filter((name) => name === "onEdit")).toHaveLength(1);
});

test("without a handler an edit starts no execution", async () => {
  handlers = "";
  await inFunction("return 1;");
  edit({ 0: { 0: { v: 1, t: 2 } } });
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(namesOf()).toStrictEqual(["main"]);
});

test("of edits that come while onEdit runs two wait and the rest is lost", async () => {
  handlers = 'function onEdit(e) { Utilities.sleep(150); keep("onEdit", e); }';
  await inFunction("");
  for (let row = 0; row < 6; row += 1) edit({ [row]: { 0: { v: row, t: 2 } } });
  await ran("onEdit", 3);

  expect((await seen()).map(({ range }) => range)).toStrictEqual([
    "A1",
    "A2",
    "A3",
  ]);
});

test("installed triggers run as their owner, with full rights, until deleted", async () => {
  handlers = `
    function edited(e) { keep("edited " + Session.getEffectiveUser().getEmail(), e); }
    function changed(e) { keep("changed", e); }
    function opened(e) { keep("opened", e); }`;
  await inFunction(
    `const book = SpreadsheetApp.getActive();
     ScriptApp.newTrigger("edited").forSpreadsheet(book).onEdit().create();
     ScriptApp.newTrigger("changed").forSpreadsheet(book).onChange().create();
     ScriptApp.newTrigger("opened").forSpreadsheet(book).onOpen().create();`,
    OTHER,
  );
  edit({ 0: { 0: { v: 1, t: 2 } } }, OTHER);
  await ran("edited", 1);
  await ran("changed", 1);
  gesture(null, {
    id: "sheet.mutation.insert-row",
    params: {
      unitId: add.host.book.id,
      subUnitId: "0",
      range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 25 },
      rowInfo: {},
    },
  });
  await ran("changed", 2);
  await add.host.execute({ functionName: "onOpen", kind: "simple-trigger" });
  await ran("opened", 1);
  await inFunction(
    "for (const one of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(one);",
    OTHER,
  );
  edit({ 0: { 0: { v: 2, t: 2 } } });
  await new Promise((resolve) => setTimeout(resolve, 50));

  const base = { mode: "FULL", uid: true, source: true };
  expect(await seen()).toStrictEqual([
    {
      ...base,
      name: `edited ${OTHER}`,
      range: "A1",
      user: OTHER,
      value: "1",
    },
    { ...base, name: "changed", changeType: "EDIT", user: OTHER },
    { ...base, name: "changed", changeType: "INSERT_ROW", user: "" },
    { ...base, name: "opened", user: "" },
  ]);
});

test("moving the clock fires every due hour, in order, at its time", async () => {
  handlers = `
    function hourly(e) { keep("hourly " + new Date().toISOString(), e); }
    function once(e) { keep("once " + new Date().toISOString(), e); }`;
  await inFunction(
    `ScriptApp.newTrigger("hourly").timeBased().everyHours(1).create();
     ScriptApp.newTrigger("once").timeBased().at(new Date("2026-09-07T08:30:00Z")).create();`,
  );
  const moved = await add.host.clock.advance(3 * 3_600_000);
  const again = await add.host.clock.advance(0);
  const back = await add.host.clock.set("2026-09-01T09:00:00+03:00");
  const once = add.host.triggers().find((one) => one.functionName === "once");

  expect(await seen()).toMatchObject([
    {
      name: "hourly 2026-09-07T07:00:00.000Z",
      mode: "FULL",
      uid: true,
      hour: 7,
      "day-of-week": 1,
      "week-of-year": 37,
      timezone: "UTC",
    },
    { name: "hourly 2026-09-07T08:00:00.000Z" },
    { name: "once 2026-09-07T08:30:00.000Z" },
    { name: "hourly 2026-09-07T09:00:00.000Z" },
  ]);
  expect([moved.fired, again.fired, back.fired]).toStrictEqual([4, 0, 0]);
  expect(moved.now).toBe("2026-09-07T09:00:00.000Z");
  expect([once?.lastOutcome, once?.nextAt]).toStrictEqual(["done", undefined]);
});

test("what was missed fires once when time only ticks", async () => {
  handlers = "function hourly() {}";
  const start = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => start);
  const real = await openSnippetHost();
  real.setCode(
    'function main() { ScriptApp.newTrigger("hourly").timeBased().everyHours(1).create(); } function hourly() {}',
  );
  await real.host.execute({ functionName: "main", kind: "menu" });
  clock.mockImplementation(() => start + 5.5 * 3_600_000);
  real.host.clock.tickByItself();
  await vi.waitFor(() => expect(real.host.executions()).toHaveLength(2), {
    timeout: 20_000,
    interval: 20,
  });
  const [trigger] = real.host.triggers();
  await real.close();

  expect(real.host.executions()).toHaveLength(2);
  // Google goes on counting from the hour, not from when it woke up.
  expect(Date.parse(trigger?.nextAt ?? "") - start).toBe(6 * 3_600_000);
});

test("a script, a formula and the cache tell the moved time", async () => {
  handlers = "";
  await inFunction(
    `const sheet = SpreadsheetApp.getActive().getSheets()[0];
     sheet.getRange("A1").setFormula("=TODAY()");
     CacheService.getScriptCache().put("a", "1", 3600);`,
  );
  await add.host.clock.advance(86_400_000);
  const told = await inFunction(
    `const sheet = SpreadsheetApp.getActive().getSheets()[0];
     return [new Date().toISOString(), Utilities.formatDate(sheet.getRange("A1").getValue(), "Europe/Moscow", "dd.MM.yyyy"), CacheService.getScriptCache().get("a")];`,
  );

  expect(told).toStrictEqual(["2026-09-08T06:00:00.000Z", "08.09.2026", null]);
});

test("a function that is gone fails in the journal, and can be seen there", async () => {
  handlers = "";
  await inFunction(
    'ScriptApp.newTrigger("gone").timeBased().everyDays(1).atHour(10).nearMinute(0).create();',
  );
  await add.host.clock.set("2026-09-07T12:00:00+03:00");

  expect(add.host.triggers()).toMatchObject([
    {
      lastAt: "2026-09-07T07:00:00.000Z",
      lastOutcome: "failed",
      nextAt: "2026-09-08T07:00:00.000Z",
    },
  ]);
  expect(add.host.executions().at(-1)?.error?.message).toBe(
    "Script function not found: gone",
  );
});

test("a trigger can be run out of turn", async () => {
  handlers = 'function tick(e) { keep("tick", e); }';
  await inFunction(
    'ScriptApp.newTrigger("tick").timeBased().everyHours(1).create();',
  );
  const [trigger] = add.host.triggers();
  const result = await add.host.runTrigger(trigger?.id ?? "");

  expect(result.outcome).toBe("done");
  expect(await seen()).toMatchObject([{ name: "tick", uid: true, hour: 6 }]);
  await expect(add.host.runTrigger("нет")).rejects.toThrow("Триггера нет нет.");
});

test("a trigger of a form gets the answer itself, and only of that form", async () => {
  handlers = `function onAnswer(e) {
    PropertiesService.getScriptProperties().setProperty("answer", JSON.stringify([
      String(e.authMode), e.source.getTitle(), e.response.getItemResponses()[0].getResponse()]));
  }`;
  const made = (await inFunction(`
    const [form, other] = ["Первая", "Вторая"].map((title) => FormApp.create(title, true).setTitle(title));
    const item = form.addTextItem();
    const trigger = ScriptApp.newTrigger("onAnswer").forForm(form).onFormSubmit().create();
    return { form: form.getId(), other: other.getId(), item: item.getId(), trigger: trigger.getUniqueId(),
      told: [String(trigger.getEventType()), String(trigger.getTriggerSource()), trigger.getTriggerSourceId()] };`)) as {
    readonly form: string;
    readonly other: string;
    readonly item: number;
    readonly trigger: string;
    readonly told: unknown;
  };
  const answer = () =>
    inFunction(
      `return PropertiesService.getScriptProperties().getProperty("answer");`,
    );

  expect(made.told).toStrictEqual(["ON_FORM_SUBMIT", "FORMS", made.form]);
  await add.host.forms.submit(made.other, {});
  expect(await answer()).toBeNull();
  await expect(add.host.runTrigger(made.trigger)).rejects.toThrow(
    "Ответов на формы ещё нет",
  );

  await add.host.forms.submit(made.form, { [made.item]: "Анна" });
  expect(await answer()).toBe('["FULL","Первая","Анна"]');

  await inFunction(
    `PropertiesService.getScriptProperties().deleteProperty("answer");`,
  );
  expect((await add.host.runTrigger(made.trigger)).outcome).toBe("done");
  expect(await answer()).toBe('["FULL","Первая","Анна"]');
});

test("a schedule that makes no sense is refused", async () => {
  handlers = "";
  const seenErrors = await inFunction(`
    const attempt = (change) => {
      try { change(ScriptApp.newTrigger("main").timeBased()).create(); return "ok"; } catch (error) { return error.message; }
    };
    return [
      attempt((one) => one.everyMinutes(7)),
      attempt((one) => one.everyDays(1).atHour(24)),
      attempt((one) => one.atHour(9)),
      attempt((one) => one.everyDays(1).everyHours(2)),
      attempt((one) => one.everyDays(1).inTimezone("Нигде/Там")),
    ];`);

  expect(seenErrors).toStrictEqual([
    "The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.",
    "The value you passed to atHour was invalid. It must be between 0 and 23.",
    "The trigger has no schedule.",
    "The trigger has more than one schedule: everyHours, everyDays.",
    "Invalid argument: timezone Нигде/Там",
  ]);
});

test("a published add-on has one trigger of a type, hourly at most", async () => {
  const published = await openSnippetHost({ addOn: true });
  const told = await published.run(`
    const attempt = (create) => { try { create(); return "ok"; } catch (error) { return error.message; } };
    const book = SpreadsheetApp.getActive();
    return [
      attempt(() => ScriptApp.newTrigger("main").timeBased().everyMinutes(30).create()),
      attempt(() => ScriptApp.newTrigger("main").timeBased().everyHours(1).create()),
      attempt(() => ScriptApp.newTrigger("main").timeBased().everyDays(1).create()),
      attempt(() => ScriptApp.newTrigger("main").forSpreadsheet(book).onEdit().create()),
    ];`);
  await published.close();

  expect(told).toStrictEqual([
    "Time-based triggers of an add-on can run at most once an hour.",
    "ok",
    "This add-on has created too many time-based triggers in this document for this Google user account.",
    "ok",
  ]);
});
