/** What LibreOffice finds in an exported book: it opens the file, computes it anew and saves it, and nothing is lost. */
import ExcelJS, { type Workbook, type Worksheet } from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFile } from "../../host/exchange/parse-file";
import { writeFileBook } from "../../host/exchange/write-book";
import { convert, findLibreOffice } from "../../host/machine/libreoffice";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

const BUILD = `
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = ss.getSheets()[0].setName('Пары и часы');
  const at = (place) => sheet.getRange(place);
  at('A1:G1').setValues([['Код', 'ФИО', 'Балл', 'Дата', 'Доля', 'Готово', 'Сумма']])
    .setFontWeight('bold').setBackground('#d9ead3').setWrap(true).setHorizontalAlignment('center');
  at('A2:A4').setNumberFormat('@');
  at('A2:G4').setValues([
    ['007', 'Анна', 5, new Date(2026, 8, 5), 0.256, true, 1234567.8],
    ['1/2', 'Борис', 3.5, new Date(2026, 8, 6), 0.5, false, -1],
    ['=1+1', 'Вера', 4, '', '', '', 0]]);
  at('D2:D4').setNumberFormat('dd.mm.yyyy');
  at('E2:E4').setNumberFormat('0.0%');
  at('B2').setNote('про Анну').setFontColor('#ff0000').setFontStyle('italic').setFontSize(14);
  at('B3').setTextRotation(90);
  at('A14:C15').merge().setValue('Объединено').setNote('одна заметка');
  at('C6:C9').setFormulas([['=SUM(C2:C4)'], ['=COUNTIFS(B2:B4;"?*";C2:C4;">=4")'], ['=SUM(баллы_2)'], ['=ARRAYFORMULA(SUM(LEN(B2:B4)*2))']]);
  ss.setNamedRange('баллы_2', at('C2:C4'));
  at('C8').setFormula('=SUM(баллы_2)');
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(2);
  sheet.setColumnWidth(2, 250).setRowHeight(3, 60);
  sheet.hideRows(12);
  sheet.hideColumns(7);
  const rule = () => SpreadsheetApp.newDataValidation();
  at('I2:I9').setDataValidation(rule().requireValueInList(['да', 'нет, позже'], true).setAllowInvalid(false).setHelpText('выберите').build());
  at('J2:J9').setDataValidation(rule().requireNumberBetween(1, 5).build());
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$C2>4').setBackground('#ffcccc').setRanges([at('A2:G4')]).build()]);
  at('A1:G4').createFilter();
  sheet.setTabColor('#ff9900');
  const live = ss.insertSheet('Живое');
  live.getRange('A1:A3').setValues([['б'], ['а'], ['б']]);
  live.getRange('C1').setFormula('=ARRAYFORMULA(A1:A3&"!")');
  live.getRange('E1').setFormula('=SPLIT("один,два";",")');
  live.getRange('H1').setFormula('=SORT(A1:A3;1;TRUE)');
  live.getRange('J1').setFormula('=COUNTUNIQUE(A1:A3)+1');
  live.getRange('L1').setFormula('=FILTER(A1:A3;A1:A3="б";A1:A3<>"в")');
  live.getRange('N1').setFormula('=JOIN("; ";A1:A3)');
`;
const SEE = `return ['A1:A3', 'C1:C3', 'E1:F1', 'H1:H3', 'J1', 'L1:L2', 'N1'].map((place) =>
  SpreadsheetApp.getActive().getSheetByName('Живое').getRange(place).getValues().flat());`;
const LIVE = [
  ["б", "а", "б"],
  ["б!", "а!", "б!"],
  ["один", "два"],
  ["а", "б", "б"],
  [3],
  ["б", "б"],
  ["б; а; б"],
];

let book: SnippetHost;
let xlsx = new Uint8Array();
const seen: Workbook = new ExcelJS.Workbook();
const sheet = (title: string): Worksheet => {
  const found = seen.getWorksheet(title);
  if (found === undefined) throw new Error(`no tab ${title}`);
  return found;
};

const hasOffice = findLibreOffice() !== null;
const inOffice = test.skipIf(!hasOffice);

beforeAll(async () => {
  book = await openSnippetHost({ now: "2026-09-01T09:00:00.000Z" });
  await book.run(BUILD);
  xlsx = new Uint8Array(await book.host.book.exportXlsx());
  if (!hasOffice) return;
  const saved = await convert(xlsx, { from: "xlsx", to: "xlsx" });
  await seen.xlsx.load(
    Buffer.from(saved) as unknown as Parameters<typeof seen.xlsx.load>[0],
  );
}, 120_000);
afterAll(() => book.close());

inOffice("values and their kinds", () => {
  const row = sheet("Пары и часы").getRow(2);

  expect([1, 2, 3, 5].map((at) => row.getCell(at).value)).toStrictEqual([
    "007",
    "Анна",
    5,
    0.256,
  ]);
  // LibreOffice writes a ticked cell as a formula.
  expect(row.getCell(6).result ?? row.getCell(6).value).toBe(true);
  expect(row.getCell(4).value).toStrictEqual(new Date("2026-09-05T00:00:00Z"));
  expect(sheet("Пары и часы").getCell("A4").value).toBe("=1+1");
});

inOffice("formats and looks", () => {
  const { numFmt } = sheet("Пары и часы").getCell("E2");
  const head = sheet("Пары и часы").getCell("A1");
  const name = sheet("Пары и часы").getCell("B2");

  expect(numFmt).toBe("0.0%");
  expect(sheet("Пары и часы").getCell("D2").numFmt).toMatch(
    /dd\\?\.mm\\?\.yyyy/i,
  );
  expect(head.font.bold).toBe(true);
  expect(head.alignment).toMatchObject({
    horizontal: "center",
    wrapText: true,
  });
  expect(head.fill).toMatchObject({ fgColor: { argb: "FFD9EAD3" } });
  expect(name.font).toMatchObject({
    italic: true,
    size: 14,
    color: { argb: "FFFF0000" },
  });
});

inOffice("text of 90° reads from below", () => {
  expect(sheet("Пары и часы").getCell("B3").alignment.textRotation).toBe(90);
});

inOffice("formulas and what they give", () => {
  const results = ["C6", "C7", "C8", "C9"].map(
    (place) => sheet("Пары и часы").getCell(place).result,
  );

  expect(results).toStrictEqual([12.5, 2, 12.5, 26]);
  expect(sheet("Пары и часы").getCell("C8").formula).toBe("SUM(баллы_2)");
});

inOffice("merged cells with one note", () => {
  const merged = sheet("Пары и часы").getCell("B15");
  const notes: string[] = [];
  sheet("Пары и часы").eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.note && cell.master === cell) notes.push(cell.address);
    }),
  );

  expect(merged.master.address).toBe("A14");
  expect(notes).toStrictEqual(["B2", "A14"]);
});

inOffice("hidden and sized lines", () => {
  const tab = sheet("Пары и часы");

  expect([tab.getColumn(7).hidden, tab.getRow(12).hidden]).toStrictEqual([
    true,
    true,
  ]);
  expect(tab.getRow(3).height).toBeCloseTo(45, 0);
  expect(tab.getColumn(2).width).toBeCloseTo(35, 0);
});

inOffice("rules of input, of format, a filter", () => {
  const tab = sheet("Пары и часы");
  const { conditionalFormattings } = tab as unknown as {
    readonly conditionalFormattings: { ref: string; rules: object[] }[];
  };

  expect(tab.getCell("I2").dataValidation).toMatchObject({
    type: "list",
    errorStyle: "stop",
    prompt: "выберите",
  });
  expect(tab.getCell("J9").dataValidation).toMatchObject({
    operator: "between",
    formulae: [1, 5],
  });
  expect(conditionalFormattings[0]?.ref).toBe("A2:G4");
  expect(conditionalFormattings[0]?.rules[0]).toMatchObject({
    formulae: ["$C2>4"],
  });
  expect(tab.autoFilter).toMatch(/^A1:G\d$/);
});

inOffice("print area, header of every page, colour of the tab, names", () => {
  const tab = sheet("Пары и часы");

  expect(tab.pageSetup.printArea).toMatch(/^A1:[A-Z]+\d+$/);
  expect(tab.pageSetup.printTitlesRow).toBe("1:1");
  expect(tab.properties.tabColor).toMatchObject({ argb: "FFFF9900" });
  expect(seen.definedNames.getRanges("баллы_2").ranges).toStrictEqual([
    "'Пары и часы'!$C$2:$C$4",
  ]);
});

inOffice("values of formulas that only Google computes", () => {
  const values = (places: readonly string[]) =>
    places.map((place) => {
      const cell = sheet("Живое").getCell(place);
      return cell.result ?? cell.value;
    });

  expect(values(["E1", "F1"])).toStrictEqual(["один", "два"]);
  expect(values(["H1", "H2", "H3"])).toStrictEqual(["а", "б", "б"]);
  expect(values(["J1", "N1"])).toStrictEqual([3, "б; а; б"]);
  expect(values(["L1", "L2"])).toStrictEqual(["б", "б"]);
  expect(values(["C1", "C2", "C3"])).toStrictEqual(["б!", "а!", "б!"]);
});

test("the formulas come back with the file, as they were", async () => {
  const other = await openSnippetHost();
  try {
    await writeFileBook(
      other.host.workspace.book,
      await parseFile(xlsx, "Книга.xlsx"),
      { mode: "book", formulas: "keep" },
    );

    expect(await book.run(SEE)).toStrictEqual(LIVE);
    expect(await other.run(SEE)).toStrictEqual(LIVE);
    expect(
      await other.run(
        "return ['E1', 'H1', 'J1', 'F1'].map((place) => SpreadsheetApp.getActive().getSheetByName('Живое').getRange(place).getFormula());",
      ),
    ).toStrictEqual([
      '=SPLIT("один,два";",")',
      "=SORT(A1:A3;1;FALSE)".replace("FALSE", "TRUE"),
      "=COUNTUNIQUE(A1:A3)+1",
      "",
    ]);
  } finally {
    await other.close();
  }
});
