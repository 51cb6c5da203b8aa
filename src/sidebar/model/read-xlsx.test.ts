/** Workbooks as Excel, LibreOffice and others write them become grids of text. */
import { DOMParser } from "@xmldom/xmldom";
import ExcelJS from "exceljs";
import PizZip from "pizzip";
import { beforeEach, expect, test, vi } from "vitest";
import { readTextFile } from "./read-text-file";
import { readXlsx } from "./read-xlsx";
import { meaningOfFormat, numberText, placeOf } from "./xlsx-cells";

beforeEach(() => {
  // The browser's own parser is not there; this one has the same methods.
  vi.stubGlobal("DOMParser", DOMParser);
});

type Fill = (workbook: ExcelJS.Workbook) => void;

async function written(fill: Fill): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A package of the least that the format asks for. */
function handmade(sheet: string, more: Readonly<Record<string, string>> = {}) {
  const zip = new PizZip();
  const parts = {
    "_rels/.rels":
      '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/book/main.xml"/></r:Relationships>',
    "book/_rels/main.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://x/worksheet" Target="../sheets/one.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="strings.xml"/></Relationships>',
    "book/main.xml":
      '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Лист &amp; 1" sheetId="1" q:id="s1"/></x:sheets></x:workbook>',
    "book/strings.xml":
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Вере</t></r><r><t>сова</t></r><rPh sb="0" eb="1"><t>чтение</t></rPh></si></sst>',
    "sheets/one.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  for (const [name, text] of Object.entries(parts)) {
    zip.file(name, text);
  }
  return new Uint8Array(
    zip.generate({ type: "uint8array", compression: "DEFLATE" }),
  );
}

test("reads texts, numbers, days, times and formulas as people write them", async () => {
  const bytes = await written((workbook) => {
    const sheet = workbook.addWorksheet("Наставники");
    sheet.addRow(["ФИО", "Телефон", "Дата", "Время", "Стаж", "Да", "Итог"]);
    sheet.addRow([
      "Вересова Людмила",
      79000000001,
      new Date(Date.UTC(2026, 8, 5)),
      0.625,
      2.5,
      true,
      { formula: "1+1", result: 2 },
    ]);
    sheet.getCell("C2").numFmt = "dd.mm.yyyy";
    sheet.getCell("D2").numFmt = "hh:mm";
    sheet.getCell("A5").value = {
      richText: [{ text: "Берестнев " }, { text: "Роман" }],
    };
  });

  expect(await readXlsx(bytes)).toStrictEqual([
    {
      sheet: "Наставники",
      rows: [
        ["ФИО", "Телефон", "Дата", "Время", "Стаж", "Да", "Итог"],
        [
          "Вересова Людмила",
          "79000000001",
          "05.09.2026",
          "15:00",
          "2,5",
          "да",
          "2",
        ],
        [],
        [],
        ["Берестнев Роман"],
      ],
      merges: [],
    },
  ]);
});

test("gives merged cells and leaves hidden and empty sheets out", async () => {
  const bytes = await written((workbook) => {
    workbook.addWorksheet("Пустой");
    workbook.addWorksheet("Скрытый", { state: "hidden" }).addRow(["тайна"]);
    const sheet = workbook.addWorksheet("Дети");
    sheet.addRow(["7 «А»", "Королёва Алёна"]);
    sheet.addRow([null, "Василькова Милана"]);
    sheet.mergeCells("A1:A2");
  });
  const grids = await readXlsx(bytes);

  expect(grids?.map(({ sheet }) => sheet)).toStrictEqual(["Дети"]);
  expect(grids?.[0]?.merges).toStrictEqual([[1, 1, 2, 1]]);
});

test("keeps hostile text letter by letter", async () => {
  const texts = [
    "=HYPERLINK(1)",
    "\u200b=1+1",
    "＝cmd|' /c calc'!A1",
    "<img src=x onerror=alert(1)>",
    "{{fio}} {#each}",
    " с пробелами \n и строками ",
    "я".repeat(32_000),
  ];
  const bytes = await written((workbook) => {
    workbook.addWorksheet("Л").addRow(texts);
  });

  expect((await readXlsx(bytes))?.[0]?.rows[0]).toStrictEqual(texts);
});

test("reads other writers' prefixes, folders, runs and the 1904 calendar", async () => {
  const bytes = handmade(
    '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>a_x000A_b</t></is></c><c t="str"><v>=x</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-09-05T00:00:00</v></c></row>',
  );

  expect(await readXlsx(bytes)).toStrictEqual([
    {
      sheet: "Лист & 1",
      rows: [["Вересова", "a\nb", "=x", "#N/A", "05.09.2026"]],
      merges: [],
    },
  ]);
});

test.each([
  ["an archive of something else", new PizZip().file("a.txt", "x")],
  ["an empty archive", new PizZip()],
])("refuses %s in words", async (_, zip) => {
  const bytes = new Uint8Array(zip.generate({ type: "uint8array" }));
  const result = await readTextFile(new File([bytes], "список.xlsx"));

  expect(result).toMatchObject({
    ok: false,
    message: expect.stringContaining("xlsx"),
  });
});

test("refuses a workbook cut off anywhere, and never throws", async () => {
  const whole = handmade("<row><c t='str'><v>x</v></c></row>");
  for (let length = 2; length < whole.length; length += 37) {
    const file = new File([whole.slice(0, length)], "a.xlsx");

    expect((await readTextFile(file)).ok).toBe(false);
  }
});

test.each([
  [14, "", { day: true, time: false }],
  [22, "", { day: true, time: true }],
  [20, "", { day: false, time: true }],
  [164, 'dd" г."mm', { day: true, time: false }],
  [164, "[$-419]d mmmm yyyy", { day: true, time: false }],
  [164, "[h]:mm", { day: false, time: true }],
  [164, '0.00"day"', { day: false, time: false }],
  [164, "[Red]0", { day: false, time: false }],
  [0, "", { day: false, time: false }],
])("tells what format %i «%s» means", (id, code, meaning) => {
  expect(meaningOfFormat(id, code)).toStrictEqual(meaning);
});

test("counts days in both calendars", () => {
  const day = { day: true, time: false };

  expect(numberText("46270", day, false)).toBe("05.09.2026");
  expect(numberText("44808", day, true)).toBe("05.09.2026");
  expect(numberText("46270.4375", { day: true, time: true }, false)).toBe(
    "05.09.2026 10:30",
  );
  expect(numberText("7.9E10", { day: false, time: false }, false)).toBe(
    "79000000000",
  );
  expect(placeOf("BC12")).toStrictEqual({ row: 12, column: 55 });
});
