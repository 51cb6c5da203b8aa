/** Instruments: faults, delays and limits on demand, and what the log tells of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerCall, type CallContext } from "../../host/runtime/calls";
import { checkInstruments } from "../../host/runtime/instruments";
import { newCounter } from "../../host/runtime/meter";
import { newHandles } from "../../host/runtime/wire";
import { ServiceObject } from "../../host/services/service-object";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";

let add: SnippetHost;
beforeAll(async () => {
  add = await openSnippetHost();
});
afterAll(() => add.close());

const SHEET = "const sheet = SpreadsheetApp.getActive().getSheets()[0];";
const cell = (a1: string) =>
  add.run(`${SHEET} return sheet.getRange("${a1}").getValue();`);

test("the third call of one method fails, its other calls do not", async () => {
  const body = `${SHEET}
    sheet.getName();
    return [1, 2, 3, 4].map((row) => {
      try { sheet.getRange(row, 1).setValue(row); return "да"; }
      catch (error) { return error.message; }
    });`;
  const method = "Range.setValue";
  const third = await add.attempt(body, {
    instruments: { failMethod: { method, at: 3 } },
  });
  const first = await add.attempt(body, {
    instruments: { failMethod: { method } },
  });

  const fault = expect.stringContaining("fault on demand at Range.setValue");
  expect(third.value).toStrictEqual(["да", "да", fault, "да"]);
  expect(first.value).toStrictEqual([fault, "да", "да", "да"]);
  expect(third.instruments).toStrictEqual({ failMethod: { method, at: 3 } });
});

test("a worker is terminated after the given time and does nothing more", async () => {
  const result = await add.attempt(
    `${SHEET} sheet.getRange("B1").setValue("начато");
    for (;;) sheet.getRange("B2").setValue(Date.now());`,
    { instruments: { killAfterMs: 600 } },
  );

  expect(result.outcome).toBe("killed");
  expect(result.durationMs).toBeGreaterThanOrEqual(599);
  expect(await cell("B1")).toBe("начато");
  const written = await cell("B2");
  expect(await cell("B2")).toBe(written);
});

test("with published latency a call lasts as long as its figure says", async () => {
  const body = `${SHEET} const start = Date.now();
    sheet.getName(); sheet.getRange("A9").getValue();
    return Date.now() - start;`;
  const slow = await add.attempt(body, {
    instruments: { latency: "published" },
  });
  const quick = await add.attempt(body);

  // getName 150 ms, getValue without a figure 50 ms; timers are 1 ms off.
  expect(slow.value).toBeGreaterThanOrEqual(198);
  // And getSheets before them, 50 ms.
  expect([slow.modelledMs, quick.modelledMs]).toStrictEqual([250, 250]);
  expect(quick).not.toHaveProperty("instruments");
});

test("a call takes no effect once its worker is gone, were it waiting or late", async () => {
  const written: string[] = [];
  class Probe extends ServiceObject {
    write(text: string): void {
      written.push(text);
    }
  }
  let isOver = false;
  const handles = newHandles();
  handles.byTarget.set("Probe", new Probe());
  const counter = newCounter();
  const context = {
    execution: { authMode: "FULL" },
    manifest: { oauthScopes: [] },
    counter,
    globals: new Map(),
    handles,
    isSlowed: true,
    isOver: () => isOver,
  } as unknown as CallContext;
  const write = (text: string) =>
    answerCall(
      context,
      JSON.stringify({ t: "Probe", m: "write", a: [text] }),
      () => undefined,
    );

  const first = await write("вовремя");
  const waiting = write("ждёт");
  isOver = true;

  expect(first).toBe('{"v":{"$":"undef"}}');
  expect([await waiting, await write("поздно")]).toStrictEqual([null, null]);
  expect(written).toStrictEqual(["вовремя"]);
  expect(counter.read().calls).toStrictEqual({ "Probe.write": 2 });
});

test("the mail quota is what the add-on sees and what stops it", async () => {
  const body = `const before = MailApp.getRemainingDailyQuota();
    for (let i = 0; i < 3; i += 1) MailApp.sendEmail("a@example.org", "т", "т");
    return before;`;
  const send = (user: string, mailQuota: number) =>
    add.attempt(body, { user, instruments: { mailQuota } });
  const enough = await send("one@example.org", 5);
  const short = await send("one@example.org", 5);
  const other = await add.attempt(body, { user: "two@example.org" });

  expect(enough.value).toBe(5);
  expect(short.error?.message).toBe(
    "Service invoked too many times for one day: email.",
  );
  expect(other.value).toBe(100);
  expect(
    add.host.mail().filter(({ to }) => to === "a@example.org"),
  ).toHaveLength(8);
});

test("standing instruments hold for every execution until changed", async () => {
  add.host.instruments.set({ failAt: 1, mailQuota: 7 });
  const failed = await add.attempt(SHEET);
  const own = await add.attempt("return MailApp.getRemainingDailyQuota();", {
    instruments: { failAt: 2 },
  });
  add.host.instruments.set({});
  const after = await add.attempt(SHEET);

  expect(failed.outcome).toBe("failed");
  expect(failed.stack).toContain("Code.js");
  expect(own.value).toBe(7);
  expect(own.instruments).toStrictEqual({ failAt: 2, mailQuota: 7 });
  expect(after.outcome).toBe("done");
});

test.each([
  [{ failAt: 0 }, /failAt: ожидается целое число от 1/],
  [{ failAt: "3" }, /failAt/],
  [{ failMethod: { method: "setValues" } }, /failMethod/],
  [{ killAfterMs: 1e9 }, /от 1 до 3600000/],
  [{ latency: "measured" }, /latency: ожидается published/],
  [{ mailQuota: -1 }, /mailQuota/],
  [{ speed: 1 }, /Инструмента speed нет/],
  [[], /ожидается объект/],
])("%j is refused", (given, message) => {
  expect(() => checkInstruments(given)).toThrow(message);
});

test("the log names a menu item, and a panel's method with its action", async () => {
  const menu = await add.attempt("", { caption: "Проверить данные" });
  const rpc = await add.attempt("", {
    kind: "rpc",
    args: ["apply", JSON.stringify({ action: "import", text: "Иванов" })],
  });

  expect(menu.caption).toBe("Проверить данные");
  expect(rpc.method).toBe("apply import");
});
