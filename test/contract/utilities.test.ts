/** Utilities, templates, prompts, blobs: what add-ons lean on without a book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
beforeAll(async () => {
  host = await openSnippetHost({ now: "2026-09-05T09:07:08+03:00" });
});
afterAll(() => host.close());

const HEX =
  "const hex = (bytes) => bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');";

test.each([
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, 'abc'))",
    "da853b0d3f88d99b30283a69e6ded6bb",
  ],
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, ''))",
    "8350e5a3e24c153df2275c9f80692773",
  ],
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc'))",
    "900150983cd24fb0d6963f7d28e17f72",
  ],
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, [97, 98, 99]))",
    "a9993e364706816aba3e25717850c26c9cd0d89d",
  ],
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_512, 'abc')).slice(0, 16)",
    "ddaf35a193617aba",
  ],
  [
    "hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'ё', Utilities.Charset.US_ASCII)) === hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?'))",
    true,
  ],
  [
    "hex(Utilities.computeHmacSha256Signature('The quick brown fox jumps over the lazy dog', 'key'))",
    "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  ],
  [
    "hex(Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, 'The quick brown fox jumps over the lazy dog', 'key'))",
    "80070713463e7749b90c2dc24911e275",
  ],
  ["Utilities.base64Encode('ё', Utilities.Charset.US_ASCII)", "Pw=="],
  [
    "Utilities.base64EncodeWebSafe('ё??>', Utilities.Charset.UTF_8)",
    "0ZE_Pz4=",
  ],
  [
    "Utilities.formatString('%s – %05.1f, %d%%, %x, %-4s|%+d', 'балл', 4.25, 7, 255, 'а', 3)",
    "балл – 004.3, 7%, ff, а   |+3",
  ],
  ["Utilities.formatString('%2$s %1$s', 'а', 'б')", "б а"],
  [
    'Utilities.parseCsv(\'а,"б, ""в"""\\r\\n\\n1;2,\\n\')',
    [["а", 'б, "в"'], [""], ["1;2", ""]],
  ],
  ["Utilities.parseCsv('а;б', ';')", [["а", "б"]]],
  [
    "Utilities.parseDate('05.09.2026 9:07', 'Europe/Moscow', 'dd.MM.yyyy H:mm').toISOString()",
    "2026-09-05T06:07:00.000Z",
  ],
  [
    "Utilities.parseDate('2026-09-05T01:02:03+0500', 'GMT', \"yyyy-MM-dd'T'HH:mm:ssZ\").toISOString()",
    "2026-09-04T20:02:03.000Z",
  ],
  [
    "Utilities.parseDate('Sep 5, 2026 12:30 PM', 'GMT', 'MMM d, yyyy hh:mm a').toISOString()",
    "2026-09-05T12:30:00.000Z",
  ],
  [
    "Utilities.parseDate('20260905', 'GMT', 'yyyyMMdd').toISOString()",
    "2026-09-05T00:00:00.000Z",
  ],
  [
    "Utilities.unzip(Utilities.zip([Utilities.newBlob('один', null, 'а.txt'), Utilities.newBlob('два', null, 'б.csv')], 'все.zip')).map((one) => [one.getName(), one.getContentType(), one.getDataAsString()])",
    [
      ["а.txt", "text/plain", "один"],
      ["б.csv", "text/csv", "два"],
    ],
  ],
  [
    "Utilities.ungzip(Utilities.gzip(Utilities.newBlob('текст', 'text/plain', 'а.txt'))).getDataAsString()",
    "текст",
  ],
  [
    "Utilities.newBlob('', null, 'а.html').setContentTypeFromExtension().getContentType()",
    "text/html",
  ],
])("%s", async (code, expected) => {
  expect(await host.run(`${HEX} return ${code};`)).toStrictEqual(expected);
});

test.each([
  ["Utilities.parseCsv('\"а')", "Could not parse text."],
  ["Utilities.parseDate('x', 'GMT', 'yyyy')", /does not fit the pattern/],
  ["Utilities.formatString(1)", /don't match the method signature/],
  [
    "Utilities.unzip(Utilities.newBlob('x'))",
    "Invalid argument: blob is no zip",
  ],
  [
    "Utilities.zip([Utilities.newBlob('', '', 'а'), Utilities.newBlob('', '', 'а')])",
    "Duplicate file name: а",
  ],
  ["HtmlService.createTemplate('<? if ( ?>').evaluate()", /./],
  [
    "HtmlService.createTemplate('<?= missing ?>').evaluate()",
    "missing is not defined",
  ],
  [
    "HtmlService.createHtmlOutput().addMetaTag('refresh', '0')",
    "The specified meta tag is not allowed in this context.",
  ],
  [
    "Utilities.noSuchMember()",
    "Utilities.noSuchMember is not available on the local host",
  ],
])("%s is refused", async (code, message) => {
  const { error } = await host.attempt(`${code};`);

  expect(error?.message).toMatch(message);
});

test("templates print by place: text, attribute, address, script, as it is", async () => {
  const page = await host.run(`
    const template = HtmlService.createTemplate(
      '<? for (const one of list) { ?><li title="<?= one ?>"><?= one ?></li><? } ?>' +
      '<a href="/x?q=<?= query ?>"></a><?!= html ?>' +
      '<script>var a = <?= query ?>; var b = "<?= query ?>"; var n = <?= 3 ?>;</script><?= helper() ?>');
    template.list = ["<b>", '"'];
    template.query = "а'</script>&";
    template.html = "<i></i>";
    const seen = [template.query, template.getRawContent().length > 50];
    const output = template.evaluate().setTitle("Т").setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
    return [...seen, output.getContent(), output.getTitle()];
  }
  function helper() { return "<готово>";`);

  expect(page).toStrictEqual([
    "а'</script>&",
    true,
    '<li title="&lt;b&gt;">&lt;b&gt;</li><li title="&#34;">&#34;</li>' +
      '<a href="/x?q=%D0%B0&#39;%3C%2Fscript%3E%26"></a><i></i>' +
      "<script>var a = 'а\\x27\\x3c/script\\x3e\\x26'; var b = \"а\\x27\\x3c/script\\x3e\\x26\"; var n =  3 ;</script>&lt;готово&gt;",
    "Т",
  ]);
});

test("a prompt gives the button and the text", async () => {
  const shown: unknown[] = [];
  const stop = host.host.onUi((event) => {
    if (event.kind !== "alert") return;
    shown.push([event.title, event.message, event.buttons, event.prompt]);
    host.host.answerAlert(event.id, "OK", "Анна");
  });
  const seen = await host.run(`
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt("Имя", "Как вас зовут?", ui.ButtonSet.OK_CANCEL);
    return [answer.getSelectedButton() === ui.Button.OK, answer.getResponseText()];`);
  stop();

  expect(seen).toStrictEqual([true, "Анна"]);
  expect(shown).toStrictEqual([
    ["Имя", "Как вас зовут?", ["OK", "CANCEL"], true],
  ]);
});

test("the console and the logger write to the execution's log", async () => {
  const { log } = await host.attempt(`
    Logger.log("%s из %s", 1, 2);
    console.log("раз", { a: 1 });
    console.warn([1]);
    console.time("такт");
    console.timeEnd("такт");`);

  expect(log).toStrictEqual([
    "1 из 2",
    'раз {"a":1}',
    "[1]",
    expect.stringMatching(/^такт: \d+ ms$/),
  ]);
});
