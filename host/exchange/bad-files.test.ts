/** Files that must be refused, each with its reason. */
import { deflateRawSync } from "node:zlib";
import PizZip from "pizzip";
import { expect, test } from "vitest";
import { DAMAGED, TOO_BIG } from "./limits";
import { parseFile } from "./parse-file";

function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const reasonFor = (bytes: Uint8Array) =>
  parseFile(bytes, "файл").then(
    () => "read",
    (error: Error) => error.message,
  );

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const RELATIONS = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`;
const BOOK = `<workbook xmlns:r="r"><sheets><sheet name="Л" sheetId="1" r:id="r1"/></sheets></workbook>`;

test.each([
  ["empty", new Uint8Array(), "Файл пуст."],
  ["a picture", Uint8Array.from([137, 80, 78, 71, 0, 1]), "Это не таблица."],
  ["a page", bytesOf("<!DOCTYPE html><table>"), "Это не таблица."],
  [".docx", zipOf({ "word/document.xml": "<w/>" }), "Это не таблица."],
  [".xls", Buffer.concat([OLE, Buffer.alloc(600)]), "старый формат Excel"],
  [
    "with a password",
    Buffer.concat([OLE, Buffer.from("EncryptedPackage", "utf16le")]),
    "защищён паролем",
  ],
  [
    ".ods with a password",
    zipOf({
      mimetype: ODS,
      "content.xml": "?",
      "META-INF/manifest.xml": "<manifest:encryption-data/>",
    }),
    "защищён паролем",
  ],
  [".xlsb", zipOf({ "xl/workbook.bin": "?" }), "двоичный формат"],
  ["cut off", zipOf({ "xl/workbook.xml": BOOK }).slice(0, 60), DAMAGED],
  ["without its tabs", zipOf({ "xl/workbook.xml": BOOK }), DAMAGED],
  ["over 20 MB", new Uint8Array(20_000_001), TOO_BIG],
  [
    "no XML inside",
    zipOf({ mimetype: ODS, "content.xml": "<a><b></a>" }),
    DAMAGED,
  ],
])("%s is refused", async (_, bytes, reason) => {
  expect(await reasonFor(new Uint8Array(bytes))).toContain(reason);
});

test("an entity of its own is never resolved, in .ods and .xlsx", async () => {
  const doctype = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;
  const ods = zipOf({ mimetype: ODS, "content.xml": `${doctype}<x>&e;</x>` });
  const xlsx = zipOf({
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/worksheets/sheet1.xml": `${doctype}<worksheet/>`,
  });

  expect(await reasonFor(ods)).toBe(DAMAGED);
  expect(await reasonFor(xlsx)).toBe(DAMAGED);
});

test("a bomb is refused before it is inflated", async () => {
  const bomb = zipOf({ "xl/workbook.xml": " ".repeat(30_000_000) });

  expect(bomb.length).toBeLessThan(100_000);
  expect(await reasonFor(bomb)).toBe(TOO_BIG);
});

test("an entry larger than it says is refused", async () => {
  const lying = Buffer.from(zipOf({ "xl/workbook.xml": " ".repeat(5_000) }));
  const central = lying.lastIndexOf(Buffer.from("504b0102", "hex"));
  lying.writeUInt32LE(100, central + 24);

  expect(deflateRawSync(Buffer.alloc(5_000, " ")).length).toBeLessThan(100);
  expect(await reasonFor(new Uint8Array(lying))).toBe(DAMAGED);
});

test("two hundred tabs are the most", async () => {
  const tables = Array.from(
    { length: 201 },
    (_, index) => `<table:table table:name="Л${index}"/>`,
  ).join("");
  const ods = zipOf({
    mimetype: ODS,
    "content.xml": `<o:d xmlns:o="o" xmlns:table="t"><o:spreadsheet>${tables}</o:spreadsheet></o:d>`,
  });

  expect(await reasonFor(ods)).toBe(
    "В файле 201 листов, загружается не больше 200.",
  );
});

test("cells repeated beyond Google's ten millions are refused", async () => {
  const ods = zipOf({
    mimetype: ODS,
    "content.xml": `<o:d xmlns:o="o" xmlns:t="t" xmlns:p="p"><o:spreadsheet><t:table t:name="Л"><t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="100" o:value-type="float" o:value="1"/></t:table-row></t:table></o:spreadsheet></o:d>`,
  });

  expect(await reasonFor(ods)).toBe(TOO_BIG);
});
