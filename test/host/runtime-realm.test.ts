/** The add-on's realm: what is there, what is refused, what comes back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";

let add: SnippetHost;
beforeAll(async () => {
  add = await openSnippetHost();
});
afterAll(() => add.close());

const SHEET = "const sheet = SpreadsheetApp.getActive().getSheets()[0];";

test("the realm has ECMAScript, console and Google services, nothing else", async () => {
  const kinds = await add.run(`return [
    "setTimeout", "setInterval", "URL", "TextEncoder", "fetch", "atob", "crypto", "performance", "process",
    "require", "Buffer", "structuredClone", "queueMicrotask", "window", "global", "WebSocket",
  ].filter((name) => name in globalThis);`);

  expect(kinds).toStrictEqual([]);
});

test("code made of strings is refused, WebAssembly too", async () => {
  const caught = await add.run(`
    const messages = [];
    for (const make of [() => new Function("return 1"), () => eval("1"), () => (async () => {}).constructor("return 1")]) {
      try { make(); messages.push("made"); } catch (error) { messages.push(error.name); }
    }
    return messages;`);

  expect(caught).toStrictEqual(["EvalError", "EvalError", "EvalError"]);
});

test("no host object can be reached from services, results or errors", async () => {
  const escapes = await add.run(`
    const seen = [];
    const probe = (value) => {
      try { seen.push(String(value.constructor.constructor("return typeof process")())); } catch (error) { seen.push(error instanceof Error); }
    };
    probe(console.log);
    probe(SpreadsheetApp.getActive().getName);
    probe(SpreadsheetApp.getActive().getSheets());
    try { SpreadsheetApp.getActive().nothing(); } catch (error) { probe(error); }
    try { SpreadsheetApp.getActive().getSheetByName(5); } catch (error) { probe(error); }
    probe(new Date());
    return seen;`);

  expect(escapes).toStrictEqual([true, true, true, true, true, true]);
});

test("values of a service are the realm's own", async () => {
  const checks = await add.run(`${SHEET}
    const range = sheet.getRange("A1").setValue(new Date(2026, 0, 1));
    const values = range.getValues();
    try { range.getCell(5, 5); } catch (error) {
      return [values instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name, error.message];
    }`);

  expect(checks).toStrictEqual([
    true,
    true,
    true,
    "Exception",
    "Cell reference out of range",
  ]);
});

test.each([
  ["range.fooBar()", "Range.fooBar is not available on the local host"],
  ["range.fooBar", "Range.fooBar is not available on the local host"],
  [
    "SpreadsheetApp.open('x')",
    "SpreadsheetApp.open is not available on the local host",
  ],
  [
    "SpreadsheetApp.WrapStrategy.FOO",
    "SpreadsheetApp.WrapStrategy.FOO is not available on the local host",
  ],
  ["Drive.Comments", "Drive.Comments is not available on the local host"],
  ["CalendarApp.getDefaultCalendar()", "CalendarApp is not defined"],
])("%s is refused by its name", async (code, message) => {
  const result = await add.attempt(
    `${SHEET} const range = sheet.getRange("A1"); return ${code};`,
  );

  expect(result.outcome).toBe("failed");
  expect(result.error?.message).toBe(message);
});

test("probing with typeof and in is honest", async () => {
  const seen = await add.run(`${SHEET}
    const range = sheet.getRange("A1");
    return ["getValue" in range, "fooBar" in range, typeof CalendarApp, typeof range.then, String(range), JSON.stringify({ range })];`);

  expect(seen).toStrictEqual([
    true,
    false,
    "undefined",
    "undefined",
    "Range",
    '{"range":{}}',
  ]);
});

test("enums compare by identity and print their names", async () => {
  const seen = await add.run(`
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED, String(ScriptApp.AuthMode.FULL), ScriptApp.AuthMode.FULL.ordinal()];`);

  expect(seen).toStrictEqual([true, "FULL", 3]);
});

test("a method of a global object can be called by its path", async () => {
  add.setCode("const menu = { base: 40, open(a) { return this.base + a; } };");
  const result = await add.host.execute({
    functionName: "menu.open",
    args: [2],
    kind: "menu",
  });

  expect(result.value).toBe(42);
});

test.each(["missing", "a.b", "1x", "process.exit", "main_", "()=>1"])(
  "%s is not found as a function",
  async (functionName) => {
    add.setCode("function main_() {}");
    const result = await add.host.execute({ functionName, kind: "rpc" });

    expect(result.error?.message).toBe(
      `Script function not found: ${functionName}`,
    );
  },
);

test("the result of a sidebar call must be plain", async () => {
  const ask = async (body: string) =>
    (await add.attempt(body, { kind: "rpc" })).outcome;

  expect([
    await ask('return "{}"'),
    await ask("return { a: [1, null] }"),
    await ask("return new Date()"),
    await ask("return { call() {} }"),
  ]).toStrictEqual(["done", "done", "failed", "failed"]);
});

test("promises run to their end", async () => {
  expect(
    await add.run(
      "return Promise.resolve(1).then(async (one) => (await one) + 1);",
    ),
  ).toBe(2);
  expect(
    (await add.attempt("return new Promise(() => {});")).error?.message,
  ).toBe("The promise was never settled.");
});

test("what the add-on logs is kept, with the stack of its failure", async () => {
  const result = await add.attempt(
    'console.log("раз", { a: 1 }); Logger.log("%s из %s", 2, 3); throw new RangeError("сломалось");',
  );

  expect(result.error).toStrictEqual({
    name: "RangeError",
    message: "сломалось",
  });
  expect(result.log).toStrictEqual(['раз {"a":1}', "2 из 3"]);
  expect(result.stack).toContain("Code.js:2");
});

test("a broken bundle is told, not hidden", async () => {
  add.setCode("function main( {");
  const broken = await add.host.execute({
    functionName: "main",
    kind: "menu",
  });
  add.setCode('throw new Error("при загрузке");');
  const thrown = await add.host.execute({
    functionName: "main",
    kind: "menu",
  });

  expect(broken.error?.name).toBe("SyntaxError");
  expect(thrown.error?.message).toBe("при загрузке");
});

test("an execution finds nothing of the one before it, though they share a thread", async () => {
  const leave = `globalThis.left = 1; Array.prototype.left = 2;
    Object.prototype.alsoLeft = 3; Math.max = () => 4;`;
  const look = `return [typeof left, [].left ?? null, ({}).alsoLeft ?? null, Math.max(1)];`;
  for (let round = 0; round < 3; round += 1) {
    await add.run(leave);
    expect(await add.run(look)).toStrictEqual(["undefined", null, null, 1]);
  }
});

test("what an execution leaves waiting neither speaks nor breaks a later one", async () => {
  const wait = `const flag = new Int32Array(new SharedArrayBuffer(4));
    Atomics.waitAsync(flag, 0, 0, 1).value.then(() => {
      SpreadsheetApp.getActive().getSheets()[0].getRange("Z9").setValue("поздно");
    });
    Promise.reject(new Error("никто не ждёт"));`;
  const look = `return SpreadsheetApp.getActive().getSheets()[0].getRange("Z9").getValue();`;
  for (let round = 0; round < 3; round += 1) {
    await add.run(wait);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await add.run(look)).toBe("");
  }
});
