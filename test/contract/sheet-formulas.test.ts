/** Formulas: computed before anybody reads, with names that follow. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let book: SnippetHost;
beforeAll(async () => {
  book = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" });
});
afterAll(() => book.close());

/** A new tab of this name, as `sheet`. */
const tab = (name: string) => `const book = SpreadsheetApp.getActive();
  const sheet = book.insertSheet(${JSON.stringify(name)});`;

test("a formula is up to date at once, and after each change", async () => {
  const values = await book.run(`${tab("счёт")}
    sheet.getRange("A1:A3").setValues([[1], [2], [3]]);
    const total = sheet.getRange("B1").setFormula("=SUM(A1:A3)");
    const seen = [total.getValue()];
    sheet.getRange("A3").setValue(30);
    seen.push(total.getValue());
    sheet.getRange("A1").clearContent();
    seen.push(total.getDisplayValue());
    return seen;`);

  expect(values).toStrictEqual([6, 33, "32"]);
});

test("a chain over tabs with quoted titles is followed", async () => {
  const values = await book.run(`${tab("Лист; с 'кавычкой'")}
    const other = book.insertSheet("итог");
    other.getRange("A1").setFormula("='Лист; с ''кавычкой'''!A1*2");
    other.getRange("A2").setFormula("=A1+1");
    sheet.getRange("A1").setValue(10);
    return [other.getRange("A1:A2").getValues(), other.getRange("A1").getFormula()];`);

  expect(values).toStrictEqual([[[20], [21]], "='Лист; с ''кавычкой'''!A1*2"]);
});

test("setValues with formulas and separators of ru_RU", async () => {
  const values = await book.run(`${tab("ру")}
    sheet.getRange("A1:D1").setValues([["=IF(ИСТИНА;1,5;0)", '=A1&";"&"a,b"', "=COUNTIFS(A1:A1;\\">1\\")", "=SUM(1,2;3)"]]);
    return [sheet.getRange("A1:D1").getValues()[0], sheet.getRange("A1:D1").getFormulas()[0]];`);

  expect(values).toStrictEqual([
    [1.5, "1,5;a,b", 1, 4.2],
    [
      "=IF(TRUE;1,5;0)",
      '=A1&";"&"a,b"',
      '=COUNTIFS(A1:A1;">1")',
      "=SUM(1,2;3)",
    ],
  ]);
});

test("a comma between arguments is an error in ru_RU, and stays readable", async () => {
  const values = await book.run(`${tab("ошибка")}
    const cell = sheet.getRange("A1").setFormula("=SUM(B1,C1)");
    const first = [cell.getValue(), cell.getFormula()];
    cell.setValue(5);
    return [...first, cell.getValue(), cell.getFormula()];`);

  expect(values).toStrictEqual(["#ERROR!", "=SUM(B1,C1)", 5, ""]);
});

test("TODAY follows the stopped clock of the host", async () => {
  const values = await book.run(`${tab("сегодня")}
    const cell = sheet.getRange("A1").setFormula("=TODAY()");
    sheet.getRange("A2").setFormula('=IF(A1=DATE(2026;9;5);"да";"нет")');
    return [cell.getValue().getTime() === new Date(2026, 8, 5).getTime(), sheet.getRange("A2").getValue(), new Date().toISOString(), Date.now()];`);

  expect(values).toStrictEqual([
    true,
    "да",
    "2026-09-05T09:00:00.000Z",
    Date.parse("2026-09-05T09:00:00Z"),
  ]);
});

test("dates that formulas make look like the locale's dates", async () => {
  const values = await book.run(`${tab("даты")}
    sheet.getRange("A1").setValue(new Date(2026, 0, 31));
    sheet.getRange("B1:E1").setFormulas([["=DATE(2026;9;5)", "=EDATE(A1;1)", "=EOMONTH(A1;1)", '=TEXT(DATE(2026;9;5);"yyyy-mm-dd")']]);
    return [sheet.getRange("B1:E1").getDisplayValues()[0], sheet.getRange("B1").getValue() instanceof Date];`);

  expect(values).toStrictEqual([
    ["05.09.2026", "28.02.2026", "28.02.2026", "2026-09-05"],
    true,
  ]);
});

test("names work in formulas and follow inserted and deleted rows and columns", async () => {
  const seen = await book.run(`${tab("имена")}
    sheet.getRange("B2:B4").setValues([[1], [2], [3]]);
    book.setNamedRange("marks", sheet.getRange("B2:B4"));
    const total = book.insertSheet("сумма").getRange("A1").setFormula("=SUM(marks)");
    const seen = [total.getValue()];
    const place = () => book.getRangeByName("marks").getA1Notation();
    sheet.insertRowsBefore(3, 2);
    sheet.getRange("B3").setValue(100);
    seen.push(place(), total.getValue());
    sheet.insertColumnBefore(1);
    sheet.insertRowBefore(1);
    seen.push(place(), total.getValue());
    sheet.deleteRow(4);
    sheet.deleteColumns(1, 1);
    seen.push(place(), total.getValue());
    sheet.setName("имена и 'баллы'");
    seen.push(place(), book.getRangeByName("MARKS").getSheet().getName(), total.getValue());
    return seen;`);

  expect(seen).toStrictEqual([
    6,
    "B2:B6",
    106,
    "C3:C7",
    106,
    "B3:B6",
    6,
    "B3:B6",
    "имена и 'баллы'",
    6,
  ]);
});

test("formulas follow structure changes on a tab that is not the active one", async () => {
  const seen = await book.run(`${tab("данные")}
    sheet.getRange("A5").setValue(7);
    const reader = book.insertSheet("читатель");
    reader.activate();
    const cell = reader.getRange("A1").setFormula("=данные!A5");
    sheet.insertRowsAfter(1, 3);
    const seen = [cell.getFormula(), cell.getValue()];
    sheet.deleteRows(2, 3);
    seen.push(cell.getFormula(), cell.getValue());
    sheet.setName("другие данные");
    seen.push(cell.getFormula(), cell.getValue());
    book.deleteSheet(sheet);
    seen.push(cell.getValue());
    return seen;`);

  expect(seen).toStrictEqual([
    "=данные!A8",
    7,
    "=данные!A5",
    7,
    "='другие данные'!A5",
    7,
    "#REF!",
  ]);
});

test("named ranges are listed, renamed, moved and removed", async () => {
  const seen = await book.run(`${tab("список")}
    const names = () => book.getNamedRanges().map((one) => one.getName()).filter((name) => name.startsWith("n_")).sort();
    book.setNamedRange("n_one", sheet.getRange("A1:A2"));
    book.setNamedRange("n_two", sheet.getRange("B1"));
    book.setNamedRange("n_one", sheet.getRange("A1:A9"));
    const seen = [names(), book.getRangeByName("n_one").getA1Notation()];
    const two = book.getNamedRanges().find((one) => one.getName() === "n_two");
    two.setName("n_три").setRange(sheet.getRange("C3"));
    seen.push(names(), book.getRangeByName("n_три").getA1Notation());
    book.removeNamedRange("n_one");
    two.remove();
    seen.push(names(), book.getRangeByName("n_one"));
    return seen;`);

  expect(seen).toStrictEqual([
    ["n_one", "n_two"],
    "A1:A9",
    ["n_one", "n_три"],
    "C3",
    [],
    null,
  ]);
});

test.each(["", "1a", "a b", "A1", "R1C1", "TRUE", "a-b", "я".repeat(251)])(
  "the name %s is refused",
  async (name) => {
    const result = await book.attempt(
      `SpreadsheetApp.getActive().setNamedRange(${JSON.stringify(name)}, SpreadsheetApp.getActive().getSheets()[0].getRange("A1"))`,
    );

    expect(result.error?.message).toContain("is not valid for a named range");
  },
);

test("3,000 rows of counted marks are fresh after a single edit", async () => {
  const seen = await book.run(`${tab("много")}
    sheet.insertRowsAfter(1000, 2000);
    const rows = Array.from({ length: 3000 }, (_, row) => ["школа " + (row % 7), row % 10]);
    sheet.getRange(1, 1, 3000, 2).setValues(rows);
    sheet.getRange("D1").setFormula('=COUNTIFS(A1:A3000;"школа 3";B1:B3000;">4")');
    sheet.getRange("D2").setFormula('=AVERAGEIFS(B1:B3000;A1:A3000;"школа 3")');
    const before = sheet.getRange("D1").getValue();
    sheet.getRange("B4").setValue(9);
    return [before, sheet.getRange("D1").getValue()];`);
  const expected = Array.from({ length: 3000 }, (_, row) => row).filter(
    (row) => row % 7 === 3 && row % 10 > 4,
  ).length;

  expect(seen).toStrictEqual([expected, expected + 1]);
});

test("the page's own snapshot holds the computed values", async () => {
  await book.run(`${tab("снимок")}
    sheet.getRange("A1").setValue(20);
    sheet.getRange("A2").setFormula("=A1+1");`);
  await book.host.book.settled();
  const grids = await book.host.book.grids();

  expect(grids["снимок"]).toStrictEqual([[20], [21]]);
});
