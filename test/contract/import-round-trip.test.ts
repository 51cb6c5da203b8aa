/** A book goes out as .xlsx and comes back the same; LibreOffice's .ods of it too. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseFile } from "../../host/exchange/parse-file";
import { writeFileBook } from "../../host/exchange/write-book";
import { convert } from "../../host/machine/libreoffice";
import { needsLibreOffice } from "../support/libreoffice";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

const TEXTS = ["=1+1", "+7 900", "007", "TRUE", "05.09", "1/2", "'a", "a\nb"];

const FILL = `
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = ss.getSheets()[0].setName('Пары и наставники');
  const texts = ${JSON.stringify(TEXTS)};
  const n = texts.length;
  sheet.getRange(1, 1, 1, 4).setValues([['ФИО', 'Часы', 'Дата', 'Есть']])
    .setNotes([['Кто\\nключ: fio', 'ключ: hours', 'ключ: day', '']])
    .setFontWeight('bold').setWrap(true).setBackground('#ffee00')
    .setHorizontalAlignment('center').setVerticalAlignment('middle');
  sheet.getRange(2, 1, n, 1).setNumberFormat('@').setFontColor('#990000');
  sheet.getRange(2, 1, n, 4).setValues(texts.map((text, index) =>
    [text, index + 0.5, new Date(2026, 8, index + 1, index % 2 ? 9 : 0, 30), index % 2 === 0]));
  sheet.getRange(2, 2, n, 1).setNumberFormat('#,##0.00');
  sheet.setFrozenRows(1);
  sheet.setFrozenColumns(1);
  sheet.setColumnWidth(1, 250);
  sheet.setRowHeight(3, 60);
  sheet.hideColumns(8);
  sheet.hideRows(12, 2);
  sheet.getRange(20, 2, 2, 3).merge();
  sheet.getRange(20, 2).setValue('Вместе');
  const check = (range, rule) => range.setDataValidation(rule.build());
  const make = () => SpreadsheetApp.newDataValidation();
  check(sheet.getRange(2, 5, 50), make().requireValueInList(['да', 'нет'], true).setAllowInvalid(false).setHelpText('Выберите'));
  check(sheet.getRange(2, 6, 50), make().requireValueInList(['да', 'нет, позже'], true));
  check(sheet.getRange(2, 7, 50), make().requireNumberBetween(0, 10));
  check(sheet.getRange(2, 4, 50), make().requireCheckbox());
  check(sheet.getRange(2, 3, 50), make().requireDateOnOrAfter(new Date(2026, 0, 15)));
  check(sheet.getRange(2, 9, 50), make().requireDate());
  check(sheet.getRange(2, 10, 50), make().requireFormulaSatisfied('=LEN(J2)<5'));
  ss.setNamedRange('names', sheet.getRange(2, 1, 500, 1));
  ss.setNamedRange('hours', sheet.getRange(2, 2, 500, 1));
  const rule = () => SpreadsheetApp.newConditionalFormatRule();
  sheet.setConditionalFormatRules([
    rule().whenFormulaSatisfied('=$B2>3').setBackground('#ff0000').setBold(true)
      .setRanges([sheet.getRange(2, 1, 50, 3)]).build(),
    rule().whenNumberGreaterThan(5).setFontColor('#00ff00')
      .setRanges([sheet.getRange(2, 2, 50, 1)]).build(),
  ]);
  sheet.getRange(1, 1, n + 1, 4).createFilter();
  ss.insertSheet('Итоговая анкета наставника: ответы').getRange('A1').setValue('да');
  const out = ss.insertSheet('Показатели');
  out.getRange(1, 1, 8, 1).setFormulas([
    ['=COUNTIFS(names;"?*")'], ['=SUMIFS(hours;hours;">"&1)'],
    ["=SUMPRODUCT(('Пары и наставники'!B2:B9>2)*1)"],
    ['=TEXTJOIN("; ";TRUE;\\'Пары и наставники\\'!A4:A6)'],
    ['=IF(A1>3;"да";"нет, ""пока""")'], ['=1/0'], ['=DATE(2026;9;1)'],
    ["='Итоговая анкета наставника: ответы'!A1"],
  ]);
  out.getRange('A7').setNumberFormat('dd.mm.yyyy');
  check(out.getRange(2, 3, 9), make().requireValueInRange(sheet.getRange(2, 1, 8, 1), true));
  out.hideSheet();
`;

/** What add-on code sees of the book, tab by tab. */
const SEE = `
  return SpreadsheetApp.getActiveSpreadsheet().getSheets().map((sheet) => {
    const all = sheet.getRange(1, 1, 25, 10);
    const rules = (range) => range.getDataValidations().map((row) => row.map((one) => one && [
      String(one.getCriteriaType()),
      one.getCriteriaValues().map((v) => v && v.getA1Notation ? v.getA1Notation() : v),
      one.getAllowInvalid(), one.getHelpText()]));
    return {
      name: sheet.getName(), hidden: sheet.isSheetHidden(),
      frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
      values: all.getValues(), formulas: all.getFormulas(), notes: all.getNotes(),
      formats: all.getNumberFormats(), backgrounds: all.getBackgrounds(),
      weights: all.getFontWeights(), colors: all.getFontColors(), wraps: all.getWraps(),
      aligned: all.getHorizontalAlignments(),
      rules: rules(all),
      hiddenRows: [11, 12, 13, 14].map((row) => sheet.isRowHiddenByUser(row)),
      hiddenColumn: sheet.isColumnHiddenByUser(8),
      sizes: [sheet.getColumnWidth(1), sheet.getColumnWidth(2), sheet.getRowHeight(3)],
      filter: sheet.getFilter() && sheet.getFilter().getRange().getA1Notation(),
      conditions: sheet.getConditionalFormatRules().map((r) => [
        r.getRanges().map((one) => one.getA1Notation()).join(),
        r.getBooleanCondition().getBackground(), r.getBooleanCondition().getFontColor(),
        r.getBooleanCondition().getBold()]),
    };
  });
`;

const NAMES = `
  return SpreadsheetApp.getActiveSpreadsheet().getNamedRanges()
    .map((one) => one.getName() + ' ' + one.getRange().getSheet().getName() + '!' + one.getRange().getA1Notation()).sort();
`;

type Seen = Readonly<Record<string, unknown>>[];

const options = { now: "2026-09-01T09:00:00.000Z" };
let first: SnippetHost;
let second: SnippetHost;
let xlsx = new Uint8Array();

beforeAll(async () => {
  first = await openSnippetHost(options);
  second = await openSnippetHost(options);
  await first.run(FILL);
  xlsx = new Uint8Array(await first.host.book.exportXlsx());
});
afterAll(async () => {
  await first.close();
  await second.close();
});

describe("an .xlsx of the host", () => {
  test("comes back as the whole book it was", async () => {
    const file = await parseFile(xlsx, "Книга.xlsx");
    const written = await writeFileBook(second.host.workspace.book, file, {
      mode: "book",
      formulas: "keep",
    });
    expect(written.problems).toStrictEqual([]);
    const before = (await first.run(SEE)) as Seen;
    const after = (await second.run(SEE)) as Seen;

    expect(after.map((tab) => tab["name"])).toStrictEqual([
      "Пары и наставники",
      "Итоговая анкета наставника: ответы",
      "Показатели",
    ]);
    before.forEach((tab, index) => {
      for (const [what, seen] of Object.entries(tab)) {
        expect(after[index]?.[what], `${tab["name"]}: ${what}`).toStrictEqual(
          seen,
        );
      }
    });
    expect(await second.run(NAMES)).toStrictEqual(await first.run(NAMES));
    expect(
      second.host.workspace.book.workbook.getSheets()[0]?.getMergeData(),
    ).toMatchObject([
      { startRow: 19, endRow: 20, startColumn: 1, endColumn: 3 },
    ]);
  });

  test("comes in beside tabs of the same titles, and its formulas follow", async () => {
    const file = await parseFile(xlsx, "Книга.xlsx");
    const written = await writeFileBook(second.host.workspace.book, file, {
      mode: "tabs",
      formulas: "keep",
    });

    expect(written.titles).toStrictEqual([
      "Пары и наставники (2)",
      "Итоговая анкета наставника: ответы (2)",
      "Показатели (2)",
    ]);
    expect(written.problems).toContain(
      "Имя «hours» в книге уже есть, из файла не взято.",
    );
    const formulas = await second.run(`
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Показатели (2)');
      return [sheet.getRange('A3').getFormula(), sheet.getRange('A3').getValue()];`);
    expect(formulas).toStrictEqual([
      "=SUMPRODUCT(('Пары и наставники (2)'!B2:B9>2)*1)",
      6,
    ]);
  });
});

test("an .ods that LibreOffice made of it gives the same values and formulas", async (context) => {
  needsLibreOffice(context);
  const third = await openSnippetHost(options);
  try {
    const ods = await convert(xlsx, { from: "xlsx", to: "ods" });
    const file = await parseFile(ods, "Книга.ods");
    await writeFileBook(third.host.workspace.book, file, {
      mode: "book",
      formulas: "keep",
    });
    const before = (await first.run(SEE)) as Seen;
    const after = (await third.run(SEE)) as Seen;
    // LibreOffice keeps what the .xlsx format asked for: a cut title, a tab of lists.
    expect(after.map((tab) => tab["name"])).toStrictEqual([
      "Пары и наставники",
      "Итоговая анкета наставника_ отв",
      "Показатели",
      "Списки для выбора",
    ]);
    const compared = ["hidden", "values", "notes", "hiddenRows"];
    before.forEach((tab, index) => {
      for (const what of compared) {
        expect(after[index]?.[what], `${tab["name"]}: ${what}`).toStrictEqual(
          tab[what],
        );
      }
    });
    expect(await third.run(NAMES)).toStrictEqual(await first.run(NAMES));
  } finally {
    await third.close();
  }
}, 120_000);
