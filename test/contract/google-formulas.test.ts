/** Formulas as Google Sheets computes and keeps them, written into a ru_RU book by a script. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let book: SnippetHost;
beforeAll(async () => {
  book = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" });
  await book.run(`const sheet = SpreadsheetApp.getActive().insertSheet("Банк '1'");
    sheet.getRange("A1:D6").setValues([
      ["имя", "балл", "дата", "да"],
      ["Анна", 5, "31.01.2026", true],
      ["Борис", 3, "15.02.2026", false],
      ["Анна", "", "01.03.2026", true],
      ["виктор", "4,5", "", ""],
      ["", 0, "текст", true]]);
    SpreadsheetApp.getActive().setNamedRange("баллы", sheet.getRange("B2:B6"));`);
});
afterAll(() => book.close());

/** `@` stands for the tab with the data. */
const written = (formula: string) => formula.replaceAll("@", "'Банк ''1'''!");

/** Each formula in A1 of a tab of its own: its text again, and 4 × 4 cells of values. */
async function computed(
  formulas: readonly string[],
): Promise<readonly { readonly text: string; readonly cells: unknown[][] }[]> {
  const found = await book.run(`const book = SpreadsheetApp.getActive();
    const ranges = ${JSON.stringify(formulas.map(written))}.map((formula) => {
      const range = book.insertSheet().getRange("A1:D4");
      range.getCell(1, 1).setFormula(formula);
      return range;
    });
    const answer = ranges.map((range) => ({ text: range.getFormula(), cells: range.getDisplayValues() }));
    ranges.forEach((range) => book.deleteSheet(range.getSheet()));
    return answer;`);
  return found as readonly { text: string; cells: unknown[][] }[];
}

/** The block without empty rows and columns at its end, as text. */
function trimmed(cells: readonly (readonly unknown[])[]): string {
  const rows = cells.map((row) => row.join("|").replace(/\|+$/, ""));
  return rows.join("/").replace(/\/+$/, "");
}

test("values are Google's, and the text comes back as it was written", async () => {
  const expected: readonly (readonly [string, string])[] = [
    ["=SUM(@B2:B)", "12,5"],
    ["=SUM(@B2:B3;баллы;@B3:3)", "46091,5"],
    ["=ARRAYFORMULA(@B2:B3*1,5)", "7,5/4,5"],
    ['=ARRAYFORMULA(@A2:B&"!")', "Анна!|5!/Борис!|3!/Анна!|!/виктор!|4,5!"],
    ["=@A2:A", "Анна/Борис/Анна/виктор"],
    ["=@E9", ""],
    ["={1,5\\2;3\\4}", "1,5|2/3|4"],
    ['={@A2:A3\\@B2:B3;"всего"\\SUM(@B2:B3)}', "Анна|5/Борис|3/всего|8"],
    ["={@A2:A3\\@B2:B4}", "#VALUE!"],
    ["=COUNTUNIQUE(@A2:A)", "3"],
    ['=COUNTUNIQUEIFS(@A2:A;@B2:B;">=4,5")', "2"],
    ["=IFERROR(1/0)", ""],
    ['=IFERROR(NA();"нет")', "нет"],
    ['=HYPERLINK("https://example.org";"Анкета")', "Анкета"],
    ["=FILTER(@A2:B;@B2:B>3)", "Анна|5/виктор|4,5"],
    ["=FILTER(@A2:A;@B2:B>9)", "#N/A"],
    ["=SORT(@A2:B5;2;FALSE)", "Анна|5/виктор|4,5/Борис|3/Анна"],
    ["=UNIQUE(@A2:A5)", "Анна/Борис/виктор"],
    ['=JOIN("; ";@A2:A3;1,5;@C2)', "Анна; Борис; 1,5; 31.01.2026"],
    ['=SPLIT("Иванов, Иван 2,5";", ")', "Иванов|Иван|2|5"],
    ['=SPLIT("1,5 и 2";" и ";FALSE)', "1,5|2"],
    ['=TEXTJOIN(", ";TRUE;@A2:A)', "Анна, Борис, Анна, виктор"],
    ['=REGEXMATCH(@A2;"^Ан")', "ИСТИНА"],
    ['=REGEXEXTRACT("кл. 7«Б»";"(\\d+)\\D(.)")', "7|Б"],
    ['=REGEXREPLACE("Иванов Иван";"(\\S+) (\\S+)";"$2 $1")', "Иван Иванов"],
    ['=IFS(1>2;"а";TRUE;"б")', "б"],
    ['=SWITCH(2;1;"а";2;"б")', "б"],
    ['=XLOOKUP("Нет";@A2:A;@B2:B;"нет")', "нет"],
    ["=LET(x;2;y;1,5;x*y)", "3"],
    ["=MAP(@B2:B3;LAMBDA(x;x*2))", "10/6"],
    ["=SEQUENCE(2;2)", "1|2/3|4"],
    ["=FLATTEN(@A2:B3)", "Анна/5/Борис/3"],
    ["=ARRAY_CONSTRAIN(@A2:B6;2;1)", "Анна/Борис"],
    ['=SUMPRODUCT((@A2:A6="Анна")*@B2:B6)', "5"],
    ['=COUNTIFS(@B2:B;">4,5")', "1"],
    ['=COUNTIF(@C2:C;">31.01.2026")', "2"],
    ['=SUMIF(@A2:A;"анн*";@B2:B)', "5"],
    ['=DATEDIF(DATE(2024;1;31);@C4;"M")', "25"],
    ["=WORKDAY(DATE(2026;9;4);1)", "07.09.2026"],
    ["=TO_DATE(46000)", "09.12.2025"],
    ["=TO_TEXT(@C2)", "31.01.2026"],
    ['=ISDATE("31.01.2026")', "ИСТИНА"],
    ["=ISBETWEEN(5;5;10;FALSE)", "ЛОЖЬ"],
    ['=TEXT(1234,5;"0,00")', "1234,50"],
    ['="1,5"+1', "2,5"],
    ["=@C2&@B5", "31.01.20264,5"],
    ['=VALUE("2,5%")', "0,025"],
    ['=PROPER("анна-мария ёлкина")', "Анна-Мария Ёлкина"],
    ["=CONCATENATE(@A2:B3)", "Анна5Борис3"],
    ["=GTE(@B2;5)", "ИСТИНА"],
  ];
  const results = await computed(expected.map(([formula]) => formula));

  expect(
    results.map(({ text, cells }) => [text, trimmed(cells)]),
  ).toStrictEqual(
    expected.map(([formula, shown]) => [written(formula), shown]),
  );
});

test("errors are the ones Google has", async () => {
  const results = await computed([
    "=1/0",
    "=NA()",
    "=SQRT(-1)",
    '="а"+1',
    "=NOSUCH(1)",
    "=нет_имени",
    '=IMPORTRANGE("x";"y")',
    "=#REF!",
    "=SUM(1,2",
  ]);

  expect(results.map(({ cells }) => cells[0]?.[0])).toStrictEqual([
    "#DIV/0!",
    "#N/A",
    "#NUM!",
    "#VALUE!",
    "#NAME?",
    "#NAME?",
    "#NAME?",
    "#REF!",
    "#ERROR!",
  ]);
});

test("a block that meets a filled cell is #REF!, and spills once there is room", async () => {
  const seen =
    await book.run(`const sheet = SpreadsheetApp.getActive().insertSheet("встреча");
    sheet.getRange("A3").setValue("занято");
    const top = sheet.getRange("A1").setFormula("=SEQUENCE(3)");
    const seen = [top.getValue()];
    sheet.getRange("A3").clearContent();
    seen.push(sheet.getRange("A1:A4").getValues().flat().join());
    return seen;`);

  expect(seen).toStrictEqual(["#REF!", "1,2,3,"]);
});

test("open ranges see rows added later and stay open when rows move", async () => {
  const seen =
    await book.run(`const sheet = SpreadsheetApp.getActive().insertSheet("открытые");
    sheet.getRange("A2:A3").setValues([[1], [2]]);
    const cell = sheet.getRange("C1").setFormula("=SUM(A2:A)");
    const seen = [cell.getValue()];
    sheet.appendRow([10]);
    sheet.insertRowBefore(1);
    const moved = sheet.getRange("C2");
    seen.push(moved.getValue(), moved.getFormula());
    moved.copyTo(sheet.getRange("D3"));
    seen.push(sheet.getRange("D3").getFormula());
    return seen;`);

  expect(seen).toStrictEqual([3, 13, "=SUM(A3:A)", "=SUM(B4:B)"]);
});

test("functions the engine lacks are listed in the journal, each once", async () => {
  const strange =
    await book.attempt(`const sheet = SpreadsheetApp.getActive().insertSheet("журнал");
    sheet.getRange("A1:B1").setValues([['=IMPORTDATA("x")', "=SUM(1;NoSuch(2))"]]);
    sheet.getRange("A5").setFormula('=GOOGLETRANSLATE("SPARKLINE(1)") + nosuch(3)');
    sheet.appendRow(["=LET(f;LAMBDA(x;x+1);f(2))", "=SPARKLINE(B2:B3)"]);
    return sheet.getRange("A1:B1").getDisplayValues();`);
  const plain = await book.attempt("return 1;");

  expect(strange.value).toStrictEqual([["#NAME?", "#NAME?"]]);
  expect(strange.unknownFunctions).toStrictEqual([
    "IMPORTDATA",
    "NOSUCH",
    "GOOGLETRANSLATE",
    "SPARKLINE",
  ]);
  expect(plain.unknownFunctions).toBe(undefined);
});
