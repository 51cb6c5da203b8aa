/** A book written by add-on code is exported whole, and LibreOffice agrees with it. */
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  compareFormulas,
  needsLibreOffice,
  readXlsx,
} from "../support/libreoffice";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

const TEXTS = ["=1+1", "+7 900", "007", "TRUE", "05.09", "1/2", "'a"];

let snippet: SnippetHost;
let xlsx = new Uint8Array();

beforeAll(async () => {
  snippet = await openSnippetHost({ now: "2026-09-01T09:00:00.000Z" });
  await snippet.run(`
    const ss = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = ss.getSheets()[0].setName('Наставляемые');
    const texts = ${JSON.stringify(TEXTS)};
    sheet.getRange(1, 1, 1, 3).setValues([['ФИО', 'Часы', 'Дата']])
      .setNotes([['ключ: fio', 'ключ: hours', 'ключ: day']])
      .setFontWeight('bold').setWrap(true);
    sheet.getRange(2, 1, texts.length, 1).setNumberFormat('@');
    sheet.getRange(2, 1, texts.length, 3).setValues(texts.map((text, index) =>
      [text, index + 0.5, new Date(2026, 8, index + 1)]));
    sheet.setFrozenRows(1);
    sheet.setColumnWidth(1, 250);
    sheet.hideColumns(4);
    sheet.getRange(2, 5, 50, 1).setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireValueInList(['да', 'нет, позже'], true)
        .setAllowInvalid(false).build());
    ss.setNamedRange('names', sheet.getRange(2, 1, 500, 1));
    ss.setNamedRange('hours', sheet.getRange(2, 2, 500, 1));
    ss.setNamedRange('days', sheet.getRange(2, 3, 500, 1));
    sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=$B2>3').setBackground('#ff0000')
      .setRanges([sheet.getRange(2, 1, 50, 3)]).build()]);
    const out = ss.insertSheet('Показатели');
    out.getRange(1, 1, 10, 1).setFormulas([
      ['=COUNTIFS(names;"?*")'], ['=SUMIFS(hours;hours;">"&1)'],
      ['=IFERROR(AVERAGEIFS(hours;hours;">99");0)'],
      ['=SUMPRODUCT((days>=DATE(2026;9;3))*(hours>0))'],
      ['=TEXTJOIN("; ";TRUE;Наставляемые!A2:A8)'],
      ['=INDEX(names;MATCH(3+1/2;hours;0))'],
      ['=EDATE(DATE(2026;9;1);-3)'], ['=NETWORKDAYS(DATE(2026;9;1);DATE(2026;9;30))'],
      ['=IF(COUNTIFS(names;"нет")=0;"";"есть")'], ['=1/0'],
    ]);
    out.getRange('A7').setNumberFormat('dd.mm.yyyy');
    out.hideSheet();
  `);
  xlsx = new Uint8Array(await snippet.host.book.exportXlsx());
}, 60_000);

afterAll(() => snippet.close());

test("texts stay texts, dates dates, numbers numbers", async () => {
  const rows = (await readXlsx(xlsx))["Наставляемые"] ?? [];

  expect(rows.slice(1, 8).map((row) => row[0])).toStrictEqual(TEXTS);
  expect(rows[1]?.slice(1, 3)).toStrictEqual([0.5, "2026-08-31T21:00:00.000Z"]);
});

test("the values are those the host shows", async () => {
  const grids = await snippet.host.book.grids();
  const file = await readXlsx(xlsx);

  for (const [tab, rows] of Object.entries(file)) {
    const shown = grids[tab];
    if (shown !== undefined) {
      const size = rows[0]?.length ?? 0;
      expect(
        shown.slice(0, rows.length).map((row) => row.slice(0, size)),
        tab,
      ).toStrictEqual(
        rows
          .slice(0, shown.length)
          .map((row) => row.slice(0, shown[0]?.length ?? 0)),
      );
    }
  }
  expect(file["Показатели"]).toHaveLength(10);
});

test("notes, names, choices, rules, widths and hidden parts are there", async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    Buffer.from(xlsx) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  const sheet = workbook.getWorksheet("Наставляемые");

  expect(sheet?.getCell("A1").note).toBe("ключ: fio");
  expect(sheet?.getCell("A1").font).toMatchObject({ bold: true });
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(sheet?.getColumn(1).width).toBe(35);
  expect(sheet?.getColumn(4).hidden).toBe(true);
  expect(sheet?.getCell("E3").dataValidation).toMatchObject({
    type: "list",
    errorStyle: "stop",
    formulae: ["'Списки для выбора'!$A$1:$A$2"],
  });
  expect(
    workbook.definedNames.model.map((one) => one.name).sort(),
  ).toStrictEqual(["days", "hours", "names"]);
  expect(workbook.getWorksheet("Показатели")?.state).toBe("hidden");
});

test("LibreOffice computes the same value in every formula cell", async (context) => {
  needsLibreOffice(context);

  const { formulas, differences } = await compareFormulas(xlsx);

  expect(formulas).toBe(10);
  expect(differences).toStrictEqual([]);
}, 120_000);
