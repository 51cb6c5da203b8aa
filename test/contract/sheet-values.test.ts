/** Values in cells: what goes in as text, number or date comes out as that. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let book: SnippetHost;
beforeAll(async () => {
  book = await openSnippetHost();
});
afterAll(() => book.close());

const SHEET = "const sheet = SpreadsheetApp.getActive().getSheets()[0];";

const HOSTILE = [
  "=1+1",
  "+7 900 123-45-67",
  "05.09",
  "1/2",
  "007",
  "TRUE",
  "ложь",
  "'a",
  "''",
  "@user",
  "-5",
  " пробелы ",
  "строка 1\nстрока 2",
  '=IMPORTXML("http://example.org";"//a")',
  "1E5",
  "50%",
  "{{метка}}",
  "<b>&amp;</b>",
  "🙂 \u00a0 \u200b",
  "#N/A",
  "12:30",
  "2026-09-05",
];

test("strings written to plain text cells come back exactly", async () => {
  const back = await book.run(`${SHEET}
    const texts = ${JSON.stringify(HOSTILE)};
    const range = sheet.getRange(1, 1, texts.length, 1);
    range.setNumberFormat("@").setValues(texts.map((text) => [text]));
    return [
      range.getValues().map((row) => row[0]),
      range.getDisplayValues().map((row) => row[0]),
      range.getFormulas().map((row) => row[0]).join(""),
    ];`);

  expect(back).toStrictEqual([HOSTILE, HOSTILE, ""]);
});

test("text formulas see text, not a number", async () => {
  const seen = await book.run(`${SHEET}
    sheet.getRange("B1").setNumberFormat("@").setValue("007");
    sheet.getRange("C1").setFormula('=ISTEXT(B1)');
    sheet.getRange("D1").setFormula('=LEN(B1)');
    return sheet.getRange("C1:D1").getValues()[0];`);

  expect(seen).toStrictEqual([true, 3]);
});

test("strings in other cells are read as Google reads typing in Russian", async () => {
  const back = await book.run(`${SHEET}
    const range = sheet.getRange("F1:F8");
    range.setValues([["1,5"], ["05.09.2026"], ["ИСТИНА"], ["'007"], ["=2*3"], ["слово"], ["+слово"], [""]]);
    return range.getValues().map(([value]) => value instanceof Date ? value.getTime() : value);`);

  expect(back).toStrictEqual([
    1.5,
    Date.parse("2026-09-05T00:00:00+03:00"),
    true,
    "007",
    6,
    "слово",
    "#NAME?",
    "",
  ]);
});

test("a date is kept as a day with a date format and comes back a Date", async () => {
  const back = await book.run(`${SHEET}
    const day = new Date(2026, 8, 5);
    const moment = new Date("2026-09-05T06:07:08Z");
    const range = sheet.getRange("H1:H2").setValues([[day], [moment]]);
    const values = range.getValues();
    return [
      values[0][0] instanceof Date,
      values[0][0].getTime() === day.getTime(),
      values[1][0].getTime() === moment.getTime(),
      range.getDisplayValues(),
      range.getNumberFormats(),
    ];`);

  expect(back).toStrictEqual([
    true,
    true,
    true,
    [["05.09.2026"], ["05.09.2026 9:07:08"]],
    [["dd.mm.yyyy"], ["dd.mm.yyyy h:mm:ss"]],
  ]);
});

test("a date written into a formatted cell keeps that format", async () => {
  const back = await book.run(`${SHEET}
    const cell = sheet.getRange("H4").setNumberFormat("yyyy-mm-dd").setValue(new Date(2026, 0, 31));
    return [cell.getDisplayValue(), cell.getNumberFormat()];`);

  expect(back).toStrictEqual(["2026-01-31", "yyyy-mm-dd"]);
});

test("numbers, yes/no and blanks keep their kinds", async () => {
  const back = await book.run(`${SHEET}
    const range = sheet.getRange("J1:J6");
    range.setValues([[0], [-1.25], [true], [false], [null], [""]]);
    return range.getValues().map((row) => row[0]);`);

  expect(back).toStrictEqual([0, -1.25, true, false, "", ""]);
});

test("a blank takes the formula out of a cell and keeps its format", async () => {
  const back = await book.run(`${SHEET}
    const cell = sheet.getRange("K1").setFontWeight("bold").setFormula("=1+1");
    const before = cell.getValue();
    cell.setValue("");
    return [before, cell.getValue(), cell.getFormula(), cell.getFontWeight(), cell.isBlank()];`);

  expect(back).toStrictEqual([2, "", "", "bold", true]);
});

test("a cell with a number that becomes plain text shows what it showed", async () => {
  const back = await book.run(`${SHEET}
    const range = sheet.getRange("L1:L2").setValues([[1.5], [new Date(2026, 8, 5)]]);
    range.setNumberFormat("@");
    return range.getValues();`);

  expect(back).toStrictEqual([["1,5"], ["05.09.2026"]]);
});

test.each([
  [
    'sheet.getRange("A1:B2").setValues([[1, 2]])',
    "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  ],
  [
    'sheet.getRange("A1:B1").setValues([[1, 2, 3]])',
    "The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.",
  ],
  ["sheet.getRange(0, 1)", "The starting row of the range is too small."],
  [
    "sheet.getRange(1, 1, 1001, 1)",
    "The coordinates of the range are outside the dimensions of the sheet.",
  ],
  ['sheet.getRange("люди")', "Range not found"],
  ['sheet.getRange("A1:ZZZ1")', "Range not found"],
  [
    'sheet.getRange("A1").setValue("а".repeat(50001))',
    "Your input contains more than the maximum of 50000 characters in a single cell.",
  ],
  [
    'sheet.getRange("A1", "B")',
    "The parameters (String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  ],
])("%s is refused in Google's words", async (code, message) => {
  const caught = await book.run(`${SHEET}
    try { ${code}; } catch (error) {
      return [error instanceof Error, error.name, error.message];
    }
    return "nothing was thrown";`);

  expect(caught).toStrictEqual([true, "Exception", message]);
});

test("the last row and column are those of contents, not of formats", async () => {
  const sizes = await book.run(`
    const sheet = SpreadsheetApp.getActive().insertSheet("размер");
    sheet.getRange("D9").setBackground("#ff0000");
    const empty = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];
    sheet.getRange("B3").setValue(false);
    sheet.appendRow(["x", "=1+1"]);
    return [empty, sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getValues()];`);

  expect(sizes).toStrictEqual([
    [0, 0, "A1"],
    4,
    2,
    [
      ["", ""],
      ["", ""],
      ["", false],
      ["x", 2],
    ],
  ]);
});

test("3,000 rows by 30 columns go in and come out in seconds", async () => {
  const result = await book.run(`
    const sheet = SpreadsheetApp.getActive().insertSheet("большой");
    sheet.insertRowsAfter(1000, 2000);
    sheet.insertColumnsAfter(26, 4);
    const grid = [];
    for (let row = 0; row < 3000; row += 1) {
      grid.push(Array.from({ length: 30 }, (_, column) => "т" + row + "-" + column));
    }
    const started = Date.now();
    const range = sheet.getRange(1, 1, 3000, 30).setNumberFormat("@").setValues(grid);
    const same = JSON.stringify(range.getValues()) === JSON.stringify(grid);
    return [same, Date.now() - started < 15000];`);

  expect(result).toStrictEqual([true, true]);
});

test("a book in English takes points, commas and months first", async () => {
  const back = await book.run(`
    const book = SpreadsheetApp.getActive();
    book.setSpreadsheetLocale("en_US");
    const range = book.insertSheet("english").getRange("A1:C1");
    range.setValues([["1.5", "9/5/2026", "=SUM(1.5,2)"]]);
    const back = [range.getValues()[0].map(Number), range.getFormulas()[0][2], range.getDisplayValues()];
    book.setSpreadsheetLocale("ru_RU");
    return [...back, range.getFormulas()[0][2]];`);

  expect(back).toStrictEqual([
    [1.5, Date.parse("2026-09-05T00:00:00+03:00"), 3.5],
    "=SUM(1.5,2)",
    [["1.5", "9/5/2026", "3.5"]],
    "=SUM(1,5;2)",
  ]);
});
