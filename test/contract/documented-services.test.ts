/** Utilities, stores, locks, triggers, mail, pages: a second reader's checks of Google's reference, written before the host was asked. */
import { type Check, REFUSED, testDocumented } from "./documented-checks";

const HEX =
  "const hex = (b) => b.map((x) => (x & 255).toString(16).padStart(2, '0')).join('');";

testDocumented([
  // formatDate.
  ...formatted([
    ["dd.MM.yyyy", "05.09.2026"],
    ["d.M.yy", "5.9.26"],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", "2026-09-05T09:07:03.004+0300"],
    ["EEE, d MMM yyyy HH:mm:ss z", "Sat, 5 Sep 2026 09:07:03 MSK"],
    ["hh 'o''clock' a", "09 o'clock AM"],
    ["K:mm a", "9:07 AM"],
    ["H", "9"],
    ["DDD", "248"],
    ["ww", "36"],
    ["XXX", "+03:00"],
    ["''yyyy''", "'2026'"],
    ["QQQ", { refused: "" }],
  ]),
  [
    "formatDate wants three arguments",
    "return Utilities.formatDate(new Date(), 'GMT');",
    {
      refused: "don't match the method signature for Utilities.formatDate",
    },
  ],
  [
    "a date that is none",
    "return Utilities.formatDate(new Date('x'), 'GMT', 'yyyy');",
    REFUSED,
  ],

  // Texts and bytes.
  [
    "base64 of bytes and back",
    "return Utilities.base64Decode(Utilities.base64Encode([1, -1, 127, -128]));",
    [1, -1, 127, -128],
  ],
  [
    "base64 web safe keeps its padding",
    "return Utilities.base64EncodeWebSafe('a');",
    "YQ==",
  ],
  [
    "web safe is read back",
    "return Utilities.newBlob(Utilities.base64DecodeWebSafe(Utilities.base64EncodeWebSafe('ё?>', Utilities.Charset.UTF_8))).getDataAsString();",
    "ё?>",
  ],
  [
    "base64 of a blob's bytes",
    "return Utilities.base64Encode(Utilities.newBlob('да').getBytes());",
    "0LTQsA==",
  ],
  [
    "SHA-1 of nothing",
    `${HEX} return hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, ''));`,
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
  ],
  [
    "SHA-256",
    `${HEX} return hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')).slice(0, 16);`,
    "ba7816bf8f01cfea",
  ],
  [
    "HMAC of bytes",
    `${HEX} return hex(Utilities.computeHmacSha256Signature([100, 97, 116, 97], [107, 101, 121])).slice(0, 16);`,
    "5031fe3d989c6d15",
  ],
  [
    "HMAC SHA-1",
    `${HEX} return hex(Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_1, 'data', 'key'));`,
    "104152c5bfdca07bc633eebd46199f0255c9f49d",
  ],
  [
    "a number is no text to digest",
    "return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 5);",
    REFUSED,
  ],
  [
    "parseCsv with quotes, commas and line ends in fields",
    'return Utilities.parseCsv(\'"а,б","в\\nг","д ""е"""\\n1,2,3\');',
    [
      ["а,б", "в\nг", 'д "е"'],
      ["1", "2", "3"],
    ],
  ],
  [
    "parseCsv with tabs",
    "return Utilities.parseCsv('а\\tб\\n1\\t2', '\\t');",
    [
      ["а", "б"],
      ["1", "2"],
    ],
  ],
  [
    "parseCsv keeps spaces",
    "return Utilities.parseCsv(' а , б ');",
    [[" а ", " б "]],
  ],
  [
    "parseCsv rows of different lengths",
    "return Utilities.parseCsv('а,б\\nв');",
    [["а", "б"], ["в"]],
  ],
  ["parseCsv of nothing", "return Utilities.parseCsv('');", []],
  [
    "formatString as in sprintf",
    "return [Utilities.formatString('%s и %s', 'а', 1), Utilities.formatString('%5s|%-5s|', 'аб', 'вг'), Utilities.formatString('%03d %.1f %%', 7, 2.25), Utilities.formatString('%11.6f|%X|%o', 123.456, 255, 8)];",
    ["а и 1", "   аб|вг   |", "007 2.3 %", " 123.456000|FF|10"],
  ],
  ["sleep gives nothing", "return Utilities.sleep(1) === undefined;", true],
  ["sleep of too long", "return Utilities.sleep(400000);", REFUSED],
  ["uuids differ", "return Utilities.getUuid() !== Utilities.getUuid();", true],

  // Blobs.
  [
    "a blob of bytes",
    "const b = Utilities.newBlob([208, 180]); return [b.getDataAsString(), b.getContentType(), b.getName()];",
    ["д", null, null],
  ],
  [
    "a blob of text is text/plain",
    "return Utilities.newBlob('а').getContentType();",
    "text/plain",
  ],
  [
    "setters of blobs return them",
    "return Utilities.newBlob('').setDataFromString('да').setName('а.csv').setContentTypeFromExtension().getContentType();",
    "text/csv",
  ],
  [
    "a copied blob is another",
    "const a = Utilities.newBlob('а'); const b = a.copyBlob(); b.setDataFromString('б'); return [a.getDataAsString(), b.getDataAsString()];",
    ["а", "б"],
  ],
  [
    "data of KOI8-R",
    "return Utilities.newBlob('').setDataFromString('Да', 'KOI8-R').getBytes().map((x) => x & 255);",
    [228, 193],
  ],
  [
    "an unknown charset",
    "return Utilities.newBlob('а').getDataAsString('нет-такой');",
    REFUSED,
  ],
  [
    "archives keep bytes",
    "const z = Utilities.zip([Utilities.newBlob([0, -1, 5], 'application/octet-stream', 'б.bin'), Utilities.newBlob('а', 'text/plain', 'папка/а.txt')]); return [z.getContentType(), z.getName(), Utilities.unzip(z).map((b) => [b.getName(), b.getBytes().length])];",
    [
      "application/zip",
      "archive.zip",
      [
        ["б.bin", 3],
        ["папка/а.txt", 2],
      ],
    ],
  ],
  [
    "gzip names its blob",
    "const g = Utilities.gzip(Utilities.newBlob('а', 'text/plain', 'а.txt'), 'а.gz'); return [g.getName(), g.getContentType()];",
    ["а.gz", "application/x-gzip"],
  ],

  // Properties.
  [
    "values become texts",
    "const p = PropertiesService.getDocumentProperties(); p.setProperties({ а: 5, б: true, в: null }); return [p.getProperty('б'), typeof p.getProperty('а')];",
    ["true", "string"],
  ],
  [
    "deleting what is not there",
    "return PropertiesService.getDocumentProperties().deleteProperty('нет').getProperty('нет');",
    null,
  ],
  [
    "deleteAllProperties empties one store",
    "const d = PropertiesService.getDocumentProperties(); const u = PropertiesService.getUserProperties(); d.setProperty('к', '1'); u.setProperty('к', '2'); d.deleteAllProperties(); return [d.getKeys(), u.getProperty('к')];",
    [[], "2"],
  ],
  [
    "9 KB fit and more does not",
    "const p = PropertiesService.getDocumentProperties(); p.setProperty('к', 'x'.repeat(9 * 1024)); return p.setProperty('л', 'x'.repeat(9 * 1024 + 1));",
    { refused: "" },
  ],
  [
    "a store holds 500 KB",
    "const p = PropertiesService.getDocumentProperties(); try { for (let i = 0; i < 70; i += 1) p.setProperty('к' + i, 'x'.repeat(9000)); return 'вошло'; } catch (e) { return e.message; } finally { p.deleteAllProperties(); }",
    "You have exceeded the property storage quota. Please remove some properties and try again.",
  ],
  [
    "an empty text is a value",
    "const p = PropertiesService.getDocumentProperties(); p.setProperty('пусто', ''); return p.getProperty('пусто');",
    "",
  ],

  // Cache.
  [
    "what is not cached is null",
    "return CacheService.getDocumentCache().get('нет');",
    null,
  ],
  [
    "getAll leaves out what is not there",
    "const c = CacheService.getScriptCache(); c.put('а', '1'); return c.getAll(['а', 'нет']);",
    { а: "1" },
  ],
  [
    "caches are apart",
    "CacheService.getUserCache().put('общий', '1'); return CacheService.getScriptCache().get('общий');",
    null,
  ],
  [
    "a value too large",
    "return CacheService.getScriptCache().put('к', 'x'.repeat(100 * 1024 + 1));",
    { refused: "Argument too large: value" },
  ],
  [
    "a key too long",
    "return CacheService.getScriptCache().put('к'.repeat(251), '1');",
    { refused: "Argument too large: key" },
  ],
  [
    "an expiry below 1 or above 21600",
    "const c = CacheService.getScriptCache(); c.put('к', '1', 21600); return c.get('к');",
    "1",
  ],
  [
    "putAll of numbers is refused or made text",
    "const c = CacheService.getScriptCache(); c.putAll({ ч: '5' }); return typeof c.get('ч');",
    "string",
  ],

  // Locks.
  [
    "a lock twice is one lock",
    "const l = LockService.getScriptLock(); return [l.tryLock(1), l.tryLock(1), l.hasLock(), (l.releaseLock(), l.hasLock())];",
    [true, true, true, false],
  ],
  [
    "locks of three kinds",
    "return [LockService.getScriptLock(), LockService.getUserLock(), LockService.getDocumentLock()].map((l) => { const r = l.tryLock(1); l.releaseLock(); return r; });",
    [true, true, true],
  ],

  // Script.
  [
    "no triggers at first, one after",
    "const n = ScriptApp.getProjectTriggers().length; const t = ScriptApp.newTrigger('main').forSpreadsheet(ss).onOpen().create(); const m = ScriptApp.getProjectTriggers().length; const u = t.getUniqueId(); ScriptApp.deleteTrigger(t); return [m - n, typeof u, ScriptApp.getProjectTriggers().length - n];",
    [1, "string", 0],
  ],
  [
    "triggers of the book alone",
    "const t = ScriptApp.newTrigger('main').forSpreadsheet(ss).onChange().create(); const n = ScriptApp.getUserTriggers(ss).filter((x) => x.getUniqueId() === t.getUniqueId()).length; ScriptApp.deleteTrigger(t); return [n, String(t.getEventType()), t.getEventType() === ScriptApp.EventType.ON_CHANGE];",
    [1, "ON_CHANGE", true],
  ],
  [
    "at most twenty triggers",
    "const made = []; try { for (let i = 0; i < 25; i += 1) made.push(ScriptApp.newTrigger('main').timeBased().everyDays(1).create()); return 'все'; } catch (e) { return [made.length, e.message]; } finally { made.forEach((t) => ScriptApp.deleteTrigger(t)); }",
    [
      20,
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    ],
  ],
  [
    "a time that is past",
    "return ScriptApp.newTrigger('main').timeBased().at(new Date(2000, 0, 1)).create() && true;",
    true,
  ],
  [
    "everyMinutes of 1, 5, 10, 15 and 30",
    "return [1, 5, 10, 15, 30].map((n) => { const t = ScriptApp.newTrigger('main').timeBased().everyMinutes(n).create(); const k = String(t.getEventType()); ScriptApp.deleteTrigger(t); return k; });",
    Array(5).fill("CLOCK"),
  ],
  [
    "two kinds of repetition",
    "return ScriptApp.newTrigger('main').timeBased().everyDays(1).everyHours(1).create();",
    REFUSED,
  ],
  [
    "a day of the month",
    "return ScriptApp.newTrigger('main').timeBased().onMonthDay(32).create();",
    REFUSED,
  ],
  ["script id", "return typeof ScriptApp.getScriptId();", "string"],
  [
    "auth modes are enums",
    "return [String(ScriptApp.AuthMode.FULL), String(ScriptApp.WeekDay.FRIDAY), String(ScriptApp.TriggerSource.SPREADSHEETS)];",
    ["FULL", "FRIDAY", "SPREADSHEETS"],
  ],

  // Mail.
  [
    "mail with everything",
    "const n = MailApp.getRemainingDailyQuota(); MailApp.sendEmail({ to: 'a@example.org', bcc: 'b@example.org', subject: 'т', htmlBody: '<p>т</p>', name: 'Куратор', noReply: true, attachments: [Utilities.newBlob('а', 'text/plain', 'а.txt')], inlineImages: { к: Utilities.newBlob([1], 'image/png', 'к.png') } }); return n - MailApp.getRemainingDailyQuota();",
    2,
  ],
  [
    "mail by four texts",
    "MailApp.sendEmail('a@example.org', 'ответ@example.org'.replace('ответ', 'r'), 'тема', 'текст'); return true;",
    true,
  ],
  [
    "mail without a recipient",
    "return MailApp.sendEmail({ subject: 'т', body: 'т' });",
    { refused: "no recipient" },
  ],
  [
    "mail to something that is no address",
    "return MailApp.sendEmail('кто-то', 'т', 'т');",
    { refused: "Invalid email: кто-то" },
  ],

  // Pages.
  [
    "an output's facts",
    "const o = HtmlService.createHtmlOutput('<b>а</b>').setTitle('Т').setWidth(300).setHeight(200); return [o.getContent(), o.getTitle(), o.getWidth(), o.getHeight()];",
    ["<b>а</b>", "Т", 300, 200],
  ],
  [
    "an output from a blob",
    "return HtmlService.createHtmlOutput(Utilities.newBlob('<i>а</i>', 'text/html')).getContent();",
    "<i>а</i>",
  ],
  [
    "a file that is not there",
    "return HtmlService.createHtmlOutputFromFile('нет');",
    { refused: "No HTML file named нет was found." },
  ],
  [
    "untrusted text is escaped",
    "return HtmlService.createHtmlOutput('').appendUntrusted('<b>').getContent().includes('<b>');",
    false,
  ],
  [
    "scriptlets see values and loops",
    "const t = HtmlService.createTemplate('<? for (const x of a) { ?><li><?= x ?></li><? } ?>'); t.a = ['1', '<2>']; return t.evaluate().getContent();",
    "<li>1</li><li>&lt;2&gt;</li>",
  ],
  [
    "an output's size is not known before it is set",
    "const o = HtmlService.createHtmlOutput('а'); return [o.getWidth(), o.getHeight(), o.getTitle()];",
    [null, null, null],
  ],

  // Session, log.
  [
    "who works",
    "return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail() === Session.getActiveUser().getEmail(), /@/.test(Session.getActiveUser().getEmail())];",
    ["kurator@example.org", true, true],
  ],
  [
    "the script's zone and the person's language",
    "return [Session.getScriptTimeZone(), Session.getActiveUserLocale()];",
    ["Europe/Moscow", "ru"],
  ],
  [
    "Logger chains, clears and formats",
    "Logger.clear(); Logger.log('а').log('%s', 5); const has = Logger.getLog(); Logger.clear(); return [/а/.test(has), /5/.test(has), Logger.getLog()];",
    [true, true, ""],
  ],
  [
    "console has its levels and takes formats",
    "console.log('%s', 'а'); console.info('а'); console.warn('а'); console.error(new Error('а')); console.time('т'); console.timeEnd('т'); return typeof console.log;",
    "function",
  ],

  // The language of the runtime.
  [
    "what V8 on Google has not",
    "return ['setTimeout', 'fetch', 'URL', 'TextEncoder', 'atob', 'crypto', 'window', 'process', 'require', 'Buffer', 'structuredClone', 'performance'].filter((name) => typeof globalThis[name] !== 'undefined');",
    [],
  ],
  [
    "dates are of the script's zone",
    "return [new Date(2026, 0, 1).getTimezoneOffset(), new Date(Date.UTC(2026, 0, 1)).getHours()];",
    [-180, 3],
  ],
  [
    "dates in German and Russian",
    "const d = new Date(2012, 11, 21); return [d.toLocaleDateString('de-DE', { year: 'numeric', month: 'long', day: 'numeric' }), d.toLocaleDateString('ru-RU')];",
    ["21. Dezember 2012", "21.12.2012"],
  ],
] satisfies readonly Check[]);

/** Patterns over 5 September 2026, 9:07:03,004 in Moscow. */
function formatted(
  cases: readonly (readonly [string, unknown])[],
): readonly Check[] {
  return cases.map(([pattern, text]) => [
    `formatDate ${pattern}`,
    `return Utilities.formatDate(new Date(Date.UTC(2026, 8, 5, 6, 7, 3, 4)), 'Europe/Moscow', ${JSON.stringify(pattern)});`,
    text,
  ]);
}
