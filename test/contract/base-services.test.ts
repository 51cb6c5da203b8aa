/** Properties, cache, utilities, triggers, session, pages. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
beforeAll(async () => {
  host = await openSnippetHost({ now: "2026-09-05T09:07:08+03:00" });
});
afterAll(() => host.close());

test("properties keep strings per store and per person", async () => {
  const seen = await host.run(`
    const mine = PropertiesService.getUserProperties();
    const doc = PropertiesService.getDocumentProperties();
    doc.setProperties({ a: "1", "б": "два", __proto__x: "x" }).setProperty("a", "3").deleteProperty("__proto__x");
    mine.setProperty("a", "моё");
    return [doc.getProperties(), doc.getKeys(), doc.getProperty("нет"), doc.getProperty("toString"), PropertiesService.getScriptProperties().getProperties(), mine.getProperty("a")];`);
  const other = await host.attempt(
    'return PropertiesService.getUserProperties().getProperty("a");',
    { user: "other@example.org" },
  );

  expect(seen).toStrictEqual([
    { a: "3", б: "два" },
    ["a", "б"],
    null,
    null,
    {},
    "моё",
  ]);
  expect(other.value).toBe(null);
});

test("a property over 9 KB and a store over 500 KB are refused", async () => {
  const seen = await host.run(`
    const store = PropertiesService.getScriptProperties();
    const attempt = (go) => { try { go(); return "ok"; } catch (error) { return error.message; } };
    const seen = [attempt(() => store.setProperty("a", "x".repeat(9216))), attempt(() => store.setProperty("b", "ж".repeat(4609)))];
    seen.push(attempt(() => { for (let i = 0; i < 60; i += 1) store.setProperty("k" + i, "x".repeat(9000)); }));
    const kept = store.getKeys().length;
    store.deleteAllProperties();
    return [...seen, kept < 60, store.getKeys().length];`);

  expect(seen).toStrictEqual([
    "ok",
    "Argument too large: value",
    "You have exceeded the property storage quota. Please remove some properties and try again.",
    true,
    0,
  ]);
});

test("the cache gives back what has not expired", async () => {
  const seen = await host.run(`
    const cache = CacheService.getDocumentCache();
    cache.put("a", "1");
    cache.put("b", "2", 0);
    cache.putAll({ c: "3" }, 60);
    cache.remove("нет");
    return [cache.get("a"), cache.get("b"), cache.getAll(["a", "c", "d"]), CacheService.getScriptCache().get("a")];`);

  expect(seen).toStrictEqual(["1", null, { a: "1", c: "3" }, null]);
});

test("the cache keeps Google's limits and forgets by the clock", async () => {
  const put = await host.run(`
    const cache = CacheService.getScriptCache();
    const attempt = (go) => { try { go(); return "ok"; } catch (error) { return error.message; } };
    cache.put("десять минут", "1");
    cache.put("шесть часов", "2", 21600);
    cache.put("сутки", "3", 86400);
    return [
      attempt(() => cache.put("к".repeat(251), "1")),
      attempt(() => cache.put("k".repeat(250), "1")),
      attempt(() => cache.put("a", "x".repeat(102401))),
      attempt(() => cache.put("a", "x".repeat(102400))),
    ];`);
  const read = `return CacheService.getScriptCache().getAll(["десять минут", "шесть часов", "сутки"]);`;
  await host.host.clock.advance(601_000);
  const afterTenMinutes = await host.run(read);
  await host.host.clock.advance(6 * 3_600_000);
  const afterSixHours = await host.run(read);
  await host.host.clock.set("2026-09-05T09:07:08+03:00");

  expect(put).toStrictEqual([
    "Argument too large: key",
    "ok",
    "Argument too large: value",
    "ok",
  ]);
  expect(afterTenMinutes).toStrictEqual({ "шесть часов": "2", сутки: "3" });
  expect(afterSixHours).toStrictEqual({});
});

test("utilities: dates, base64, digests, blobs, ids", async () => {
  const seen = await host.run(`
    const bytes = Utilities.base64Decode("/wB/");
    const blob = Utilities.newBlob("привет", "text/plain", "а.txt");
    return [
      Utilities.formatDate(new Date(2026, 8, 5, 9, 7), "GMT+3", "dd.MM.yyyy HH:mm"),
      Utilities.formatDate(new Date(), "Europe/Moscow", "yyyy-MM-dd'T'HH:mm:ssXXX"),
      bytes, Utilities.base64Encode(bytes), Utilities.base64EncodeWebSafe([-1, -2, -1]),
      Utilities.base64Encode("ё"),
      Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc").slice(0, 3),
      blob.getDataAsString(), blob.getName(), blob.getContentType(), blob.getBytes().length,
      Utilities.newBlob(blob.getBytes()).getDataAsString(),
      /^[0-9a-f-]{36}$/.test(Utilities.getUuid()),
      Utilities.newBlob([-17, -16], null).setContentType("text/plain").getDataAsString("windows-1251"),
    ];`);

  expect(seen).toStrictEqual([
    "05.09.2026 09:07",
    "2026-09-05T09:07:08+03:00",
    [-1, 0, 127],
    "/wB/",
    "__7_",
    "0ZE=",
    [-70, 120, 22],
    "привет",
    "а.txt",
    "text/plain",
    12,
    "привет",
    true,
    "пр",
  ]);
});

test("triggers are installed, listed and deleted by their owner only", async () => {
  const seen = await host.run(`
    const book = SpreadsheetApp.getActive();
    ScriptApp.newTrigger("onAnswer").forSpreadsheet(book).onFormSubmit().create();
    const clock = ScriptApp.newTrigger("hourly").timeBased().everyHours(1).create();
    const seen = ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), String(one.getEventType()), String(one.getTriggerSource())]);
    ScriptApp.deleteTrigger(clock);
    return [...seen, ScriptApp.getUserTriggers(book).length];`);
  const other = await host.attempt(
    "return ScriptApp.getProjectTriggers().length;",
    { user: "other@example.org" },
  );

  expect(seen).toStrictEqual([
    ["onAnswer", "ON_FORM_SUBMIT", "SPREADSHEETS"],
    ["hourly", "CLOCK", "CLOCK"],
    1,
  ]);
  expect(other.value).toBe(0);
  expect(host.host.triggers()).toEqual([
    expect.objectContaining({
      functionName: "onAnswer",
      event: "ON_FORM_SUBMIT",
    }),
  ]);
});

test("the 21st trigger of a person is refused", async () => {
  const result = await host.attempt(
    'for (let i = 0; i < 21; i += 1) ScriptApp.newTrigger("x").timeBased().everyDays(1).create();',
    { user: "many@example.org" },
  );

  expect(result.error?.message).toContain("too many triggers");
});

test("missing scopes can be asked about and demanded", async () => {
  const seen = await host.run(`
    const mode = ScriptApp.AuthMode.FULL;
    const calendar = ["https://www.googleapis.com/auth/calendar"];
    const info = ScriptApp.getAuthorizationInfo(mode, calendar);
    let message = "";
    try { ScriptApp.requireScopes(mode, calendar); } catch (error) { message = error.message; }
    return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, info.getAuthorizedScopes().length, message.includes("calendar")];`);

  expect(seen).toStrictEqual([true, 7, true]);
});

test("the session tells who and where", async () => {
  const seen = await host.attempt(
    "return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone(), Session.getActiveUserLocale(), Session.getTemporaryActiveUserKey().length > 20, String(Session.getActiveUser()), ScriptApp.getScriptId() === ScriptApp.getScriptId()];",
    { user: "a@example.org" },
  );

  expect(seen.value).toStrictEqual([
    "a@example.org",
    "a@example.org",
    "Europe/Moscow",
    "ru",
    true,
    "a@example.org",
    true,
  ]);
});

test("pages come from text and from the bundle's files, never from outside", async () => {
  const seen = await host.run(`
    const page = HtmlService.createHtmlOutput("<p>").append("</p>").setTitle("Т").setWidth(400).setHeight(300);
    const attempts = ["missing", "../secret", "appsscript.json"].map((name) => { try { HtmlService.createHtmlOutputFromFile(name); return "read"; } catch (error) { return error.message; } });
    return [page.getContent(), page.getTitle(), page.getWidth(), page.getHeight(), attempts];`);

  expect(seen).toStrictEqual([
    "<p></p>",
    "Т",
    400,
    300,
    [
      "No HTML file named missing was found.",
      "No HTML file named ../secret was found.",
      "No HTML file named appsscript.json was found.",
    ],
  ]);
});

test("dates travel through the realm with the clock stopped", async () => {
  const seen = await host.run(`
    class Later extends Date { isLater() { return true; } }
    return [new Date() instanceof Date, new Date().getTime() === Date.now(), new Date(2026, 0, 31).getDate(), Date.UTC(1970, 0, 2), typeof Date(), new Later(5).isLater(), new Later(5).getTime(), Object.prototype.toString.call(new Date())];`);

  expect(seen).toStrictEqual([
    true,
    true,
    31,
    86_400_000,
    "string",
    true,
    5,
    "[object Date]",
  ]);
});
