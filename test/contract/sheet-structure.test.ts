/** Tabs, rows, columns, notes, rules and looks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let book: SnippetHost;
beforeAll(async () => {
  book = await openSnippetHost();
});
afterAll(() => book.close());

/** A new tab of this name, as `sheet`. */
const tab = (name: string) => `const book = SpreadsheetApp.getActive();
  const sheet = book.insertSheet(${JSON.stringify(name)});`;

test("a new book is as Google makes one", async () => {
  const fresh = await openSnippetHost();
  const facts = await fresh.run(`
    const book = SpreadsheetApp.getActive();
    const sheet = book.getActiveSheet();
    return [book.getName(), book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone(), sheet.getName(),
      sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getSheetId(), sheet.getIndex(), book.getNumSheets(), typeof book.getId(), book.getFormUrl(), book.getUrl().endsWith("/spreadsheets/d/" + book.getId() + "/edit")];`);
  await fresh.close();

  expect(facts).toStrictEqual([
    "Новая таблица",
    "ru_RU",
    "Europe/Moscow",
    "Лист1",
    1000,
    26,
    0,
    1,
    1,
    "string",
    null,
    true,
  ]);
});

test("tabs are added, moved, renamed, hidden, found and deleted", async () => {
  const seen = await book.run(`${tab("первый")}
    const second = book.insertSheet("второй", 0);
    const order = () => book.getSheets().map((one) => one.getName()).join();
    const seen = [order()];
    second.activate();
    book.moveActiveSheet(3);
    seen.push(order(), book.getActiveSheet().getName(), second.getIndex());
    second.setName("третий").hideSheet();
    seen.push(second.isSheetHidden(), book.getSheetByName("второй"));
    second.showSheet();
    seen.push(book.getSheetById(second.getSheetId()).getName());
    book.deleteSheet(second);
    book.deleteSheet(sheet);
    seen.push(order());
    return seen;`);

  expect(seen).toStrictEqual([
    "второй,Лист1,первый",
    "Лист1,первый,второй",
    "второй",
    3,
    true,
    null,
    "третий",
    "Лист1",
  ]);
});

test.each([
  [
    'book.insertSheet("Лист1")',
    'A sheet with the name "Лист1" already exists. Please enter another name.',
  ],
  [
    'book.insertSheet("иной").setName("лист1")',
    'A sheet with the name "лист1" already exists. Please enter another name.',
  ],
  [
    "book.getSheets().slice(1).forEach((one) => book.deleteSheet(one)); book.deleteSheet(book.getSheets()[0])",
    "You can't remove all the sheets in a document.",
  ],
  [
    "book.getSheets()[0].hideSheet()",
    "You can't hide all the sheets in a document.",
  ],
  [
    'book.insertSheet("")',
    "The name of a sheet must have 1 to 100 characters.",
  ],
  [
    "book.getSheets()[0].deleteRows(1, 1000)",
    "You can't delete all the rows on the sheet.",
  ],
  ["book.getSheets()[0].deleteRow(1001)", "Those rows are out of bounds."],
])("%s is refused", async (code, message) => {
  const result = await book.attempt(
    `const book = SpreadsheetApp.getActive(); ${code};`,
  );

  expect(result.error).toStrictEqual({ name: "Exception", message });
});

test("a deleted tab is gone for those who still hold it", async () => {
  const result = await book.attempt(`${tab("временный")}
    book.deleteSheet(sheet);
    sheet.getName();`);

  expect(result.error?.message).toContain("not found");
});

test("rows and columns are frozen, sized and hidden", async () => {
  const seen = await book.run(`${tab("вид")}
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    sheet.setColumnWidth(3, 210).setColumnWidths(5, 2, 33).setRowHeight(2, 60);
    sheet.hideColumns(4);
    sheet.hideRows(3, 2);
    const seen = [sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getColumnWidth(3), sheet.getColumnWidth(6), sheet.getRowHeight(2),
      sheet.isColumnHiddenByUser(4), sheet.isColumnHiddenByUser(5), [2, 3, 4, 5].map((row) => sheet.isRowHiddenByUser(row))];
    sheet.showColumns(4);
    sheet.showRows(3, 2);
    sheet.setFrozenColumns(0);
    sheet.setTabColor("#ff0000").setHiddenGridlines(true);
    seen.push(sheet.isColumnHiddenByUser(4), sheet.isRowHiddenByUser(4), sheet.getFrozenRows(), sheet.getFrozenColumns());
    return seen;`);

  expect(seen).toStrictEqual([
    1,
    2,
    210,
    33,
    60,
    true,
    false,
    [false, true, true, false],
    false,
    false,
    1,
    0,
  ]);
});

test("inserted rows and columns look like the ones they stand beside", async () => {
  const seen = await book.run(`${tab("соседи")}
    sheet.getRange("A1:B1").setFontWeight("bold");
    sheet.getRange("A2:B2").setNumberFormat("@");
    sheet.setColumnWidth(2, 321);
    sheet.insertRowsBefore(2, 2);
    sheet.insertRowsAfter(1, 1);
    sheet.insertColumnsAfter(2, 1);
    sheet.getRange("C3").setValue("007");
    return [sheet.getRange("A1:A5").getFontWeights().join(), sheet.getRange("A1:A5").getNumberFormats().join(), sheet.getColumnWidth(3), sheet.getRange("C3").getValue()];`);

  expect(seen).toStrictEqual([
    "bold,bold,normal,normal,normal",
    "General,General,@,@,@",
    321,
    "007",
  ]);
});

test("hidden rows are deleted with the others", async () => {
  const seen = await book.run(`${tab("скрытые")}
    sheet.getRange("A1:A6").setValues([[1], [2], [3], [4], [5], [6]]);
    sheet.hideRows(3, 1);
    sheet.deleteRows(2, 3);
    return [sheet.getDataRange().getValues(), sheet.getMaxRows()];`);

  expect(seen).toStrictEqual([[[1], [5], [6]], 997]);
});

test("notes stay with their cells", async () => {
  const seen = await book.run(`${tab("заметки")}
    sheet.getRange("A1:C1").setNotes([["ключ: fio", "", "две\\nстроки"]]);
    sheet.insertColumnBefore(2);
    sheet.insertRowBefore(1);
    const seen = [sheet.getRange("A2:D2").getNotes(), sheet.getRange("A1").getNote()];
    sheet.getRange("A2").setNote(null);
    sheet.getRange("D2").clearNote();
    seen.push(sheet.getRange("A2:D2").getNotes().join());
    return seen;`);

  expect(seen).toStrictEqual([
    [["ключ: fio", "", "", "две\nстроки"]],
    "",
    ",,,",
  ]);
});

test("validation rules are read back as they were set", async () => {
  const seen = await book.run(`${tab("проверки")}
    const rule = (build) => build(SpreadsheetApp.newDataValidation()).build();
    const show = (cell) => {
      const found = sheet.getRange(cell).getDataValidation();
      return found && [String(found.getCriteriaType()), found.getCriteriaValues().map((value) => value && value.getA1Notation ? value.getSheet().getName() + "!" + value.getA1Notation() : value instanceof Date ? value.getTime() : value), found.getAllowInvalid(), found.getHelpText()];
    };
    sheet.getRange("A2:A100").setDataValidation(rule((b) => b.requireValueInList(["да, конечно", 'нет "никогда"', "1"], true).setAllowInvalid(false).setHelpText("Выберите")));
    sheet.getRange("B2").setDataValidation(rule((b) => b.requireValueInRange(sheet.getRange("H1:H5"))));
    sheet.getRange("C2").setDataValidation(rule((b) => b.requireCheckbox()));
    sheet.getRange("D2").setDataValidation(rule((b) => b.requireDate()));
    sheet.getRange("E2").setDataValidation(rule((b) => b.requireNumberBetween(1, 10.5)));
    sheet.getRange("F2").setDataValidation(rule((b) => b.requireNumberGreaterThanOrEqualTo(0)));
    sheet.getRange("G2").setDataValidation(rule((b) => b.requireFormulaSatisfied("=AND(G2>1,5;G2<9)")));
    sheet.insertRowBefore(1);
    const seen = ["A3", "A101", "A2", "A102", "B3", "C3", "D3", "E3", "F3", "G3"].map(show);
    sheet.getRange("A50").clearDataValidations();
    seen.push(["A49", "A50", "A51"].map((cell) => sheet.getRange(cell).getDataValidation() !== null));
    sheet.getRange("B3").setDataValidation(null);
    seen.push(show("B3"));
    return seen;`);

  const list = [
    "VALUE_IN_LIST",
    [["да, конечно", 'нет "никогда"', "1"], true],
    false,
    "Выберите",
  ];
  expect(seen).toStrictEqual([
    list,
    list,
    null,
    null,
    ["VALUE_IN_RANGE", ["проверки!H2:H6", true], true, null],
    ["CHECKBOX", [], true, null],
    ["DATE_IS_VALID_DATE", [], true, null],
    ["NUMBER_BETWEEN", [1, 10.5], true, null],
    ["NUMBER_GREATER_THAN_OR_EQUAL_TO", [0], true, null],
    ["CUSTOM_FORMULA", ["=AND(G3>1,5;G3<9)"], true, null],
    [true, false, true],
    null,
  ]);
});

test("a rejecting rule refuses other values, a warning one does not", async () => {
  const seen = await book.run(`${tab("строгие")}
    const strict = (build) => build(SpreadsheetApp.newDataValidation()).setAllowInvalid(false).build();
    sheet.getRange("H1:H2").setValues([["да"], [5]]);
    sheet.getRange("A1:A9").setDataValidation(strict((b) => b.requireValueInList(["да", "нет", "1"])));
    sheet.getRange("B1:B9").setDataValidation(strict((b) => b.requireNumberBetween(1, 10)));
    sheet.getRange("C1:C9").setDataValidation(strict((b) => b.requireDate()));
    sheet.getRange("D1:D9").setDataValidation(strict((b) => b.requireValueInRange(sheet.getRange("H1:H2"))));
    sheet.getRange("E1:E9").setDataValidation(strict((b) => b.requireCheckbox()));
    sheet.getRange("F1").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 2).build());
    sheet.getRange("A1:F1").setValues([["да", 10, new Date(2026, 0, 1), 5, true, 99]]);
    sheet.getRange("A2:F2").setValues([[1, "=5+5", "", null, "", ""]]);
    const refused = [["A3", "может"], ["B3", 11], ["B3", "много"], ["C3", "скоро"], ["D3", "нет"], ["E3", "да"]].filter(([at, value]) => {
      try { sheet.getRange(at).setValue(value); return false; } catch (error) { return error.message === "The data you entered in cell " + at + " violates the data validation rules set on this cell."; }
    });
    let whole = "";
    try { sheet.getRange("A4:B5").setValues([["нет", 1], ["нет", 0]]); } catch (error) { whole = error.message.slice(0, 32); }
    return [refused.length, whole, sheet.getRange("A3:F5").getValues().join("")];`);

  expect(seen).toStrictEqual([
    6,
    "The data you entered in cell B5 ",
    ",,,,,,,,,,,,,,,",
  ]);
});

test("conditional formats are replaced as a whole and keep their order", async () => {
  const seen = await book.run(`${tab("условия")}
    const rule = (build, range) => build(SpreadsheetApp.newConditionalFormatRule()).setRanges([sheet.getRange(range)]).build();
    sheet.setConditionalFormatRules([
      rule((b) => b.whenFormulaSatisfied("=$A1>1,5").setBackground("#ffeeee").setBold(true), "A1:C10"),
      rule((b) => b.whenTextEqualTo("готово").setFontColor("#00aa00"), "D1:D10"),
      rule((b) => b.whenCellNotEmpty().setBackground("#eeeeff"), "E1:E10"),
    ]);
    sheet.insertRowBefore(1);
    const rules = sheet.getConditionalFormatRules();
    const seen = rules.map((one) => {
      const condition = one.getBooleanCondition();
      return [one.getRanges()[0].getA1Notation(), String(condition.getCriteriaType()), condition.getCriteriaValues(), condition.getBackground(), condition.getBold()];
    });
    sheet.setConditionalFormatRules(rules.slice(1));
    seen.push(sheet.getConditionalFormatRules().map((one) => one.getRanges()[0].getA1Notation()));
    return seen;`);

  expect(seen).toStrictEqual([
    ["A2:C11", "CUSTOM_FORMULA", ["=$A2>1,5"], "#ffeeee", true],
    ["D2:D11", "TEXT_EQUAL_TO", ["готово"], null, null],
    ["E2:E11", "CELL_NOT_EMPTY", [], "#eeeeff", null],
    ["D2:D11", "E2:E11"],
  ]);
});

test("looks are set for cells, ranges and lists of ranges", async () => {
  const seen = await book.run(`${tab("виды")}
    const range = sheet.getRange("A1:B1");
    range.setValues([["a", 1]]).setFontWeight("bold").setFontColor("#112233").setBackgrounds([["#FFFFFF", "red"]]).setFontSize(12).setFontStyle("italic")
      .setWrap(true).setHorizontalAlignment("center").setVerticalAlignment("middle").setBorder(true, true, true, true, null, null);
    sheet.getRangeList(["C1", "E1:F1"]).setBackground("#00ff00").setFontWeight("bold").setValue("x");
    const seen = [range.getFontWeights(), range.getFontColors(), range.getBackgrounds(), range.getValues(), String(range.getWrapStrategy()), sheet.getRange("E1:F1").getValues(), sheet.getRange("D1").getBackground()];
    range.clearFormat();
    seen.push(range.getFontWeight(), range.getValues());
    range.clear();
    seen.push(range.getValues());
    return seen;`);

  expect(seen).toStrictEqual([
    [["bold", "bold"]],
    [["#112233", "#112233"]],
    [["#ffffff", "#ff0000"]],
    [["a", 1]],
    "WRAP",
    [["x", "x"]],
    "#ffffff",
    "normal",
    [["a", 1]],
    [["", ""]],
  ]);
});

test("protections keep their words and follow their rows", async () => {
  const seen = await book.run(`${tab("защита")}
    sheet.getRange("A1:C2").protect().setDescription("шапка").setWarningOnly(true);
    const whole = sheet.protect().setDescription("лист");
    sheet.insertRowBefore(1);
    const ranges = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
    const seen = ranges.map((one) => [one.getDescription(), one.getRange().getA1Notation(), one.isWarningOnly(), one.canEdit()]);
    whole.remove();
    seen.push(sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length);
    return seen;`);

  expect(seen).toStrictEqual([["шапка", "A2:C3", true, true], 0]);
});

test("rows are sorted with their formulas and formats", async () => {
  const seen = await book.run(`${tab("порядок")}
    sheet.setFrozenRows(1);
    sheet.getRange("A1:B4").setValues([["имя", "балл"], ["Юлия", 2], ["Анна", 10], ["", 5]]);
    sheet.getRange("C2").setFormula("=B2*2");
    sheet.getRange("A2").setFontWeight("bold");
    sheet.sort(1);
    const seen = [sheet.getRange("A2:C4").getValues(), sheet.getRange("A2:A4").getFontWeights().join(), sheet.getRange("C3").getFormula()];
    sheet.getRange("A2:C4").sort({ column: 2, ascending: false });
    seen.push(sheet.getRange("B2:B4").getValues().join());
    return seen;`);

  expect(seen).toStrictEqual([
    [
      ["Анна", 10, ""],
      ["Юлия", 2, 4],
      ["", 5, ""],
    ],
    "normal,bold,normal",
    "=B3*2",
    "10,5,2",
  ]);
});

test("a copy repeats, adjusts formulas and takes validation along", async () => {
  const seen = await book.run(`${tab("копии")}
    sheet.getRange("A1:B1").setValues([[1, "=A1+1"]]).setBackground("#abcdef");
    sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
    sheet.getRange("A1:B1").copyTo(sheet.getRange("A3:B4"));
    sheet.getRange("A1:B1").copyTo(sheet.getRange("D1"), { contentsOnly: true });
    sheet.getRange("B1").copyTo(sheet.getRange("F1"), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
    return [sheet.getRange("A3:B4").getValues(), sheet.getRange("B4").getFormula(), sheet.getRange("B4").getBackground(), sheet.getRange("A4").getDataValidation() !== null,
      sheet.getRange("D1:E1").getValues(), sheet.getRange("E1").getBackground(), sheet.getRange("F1").getValue(), sheet.getRange("F1").getFormula()];`);

  expect(seen).toStrictEqual([
    [
      [1, 2],
      [1, 2],
    ],
    "=A4+1",
    "#abcdef",
    true,
    [[1, 2]],
    "#ffffff",
    2,
    "",
  ]);
});

test("merging, filters, offsets and A1 names", async () => {
  const seen = await book.run(`${tab("разное")}
    sheet.getRange("A1:C1").merge();
    const filter = sheet.getRange("A2:C9").createFilter();
    const seen = [sheet.getRange("B1").isPartOfMerge(), sheet.getRange("B2").isPartOfMerge(), sheet.getFilter().getRange().getA1Notation()];
    filter.remove();
    seen.push(sheet.getFilter());
    const range = sheet.getRange("B2:C3");
    seen.push(range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1, 1).getA1Notation(), range.getCell(2, 2).getA1Notation(),
      sheet.getRange("B:B").getA1Notation(), sheet.getRange("2:3").getA1Notation(), sheet.getRange("B5:C").getNumRows(), sheet.getRange("B5:D9").getNumColumns(), range.getGridId() === sheet.getSheetId());
    return seen;`);

  expect(seen).toStrictEqual([
    true,
    false,
    "A2:C9",
    null,
    "C3:D4",
    "B2",
    "C3",
    "B:B",
    "2:3",
    996,
    3,
    true,
  ]);
});

test("merged cells of an area know where they are and how large", async () => {
  const seen = await book.run(`${tab("слитое")}
    sheet.getRange("A1:C1").merge();
    sheet.getRange("B3:C6").merge();
    sheet.getRange("B3").setValue("класс");
    return sheet.getDataRange().getMergedRanges()
      .map((range) => [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()]);`);

  expect(seen).toStrictEqual([
    [1, 1, 1, 3],
    [3, 2, 4, 2],
  ]);
});

test("rows are forced to a height and left to fit their content again", async () => {
  const heights = await book.run(`${tab("высоты")}
    const heights = () => [1, 2, 3].map((row) => sheet.getRowHeight(row));
    sheet.setRowHeightsForced(2, 2, 36);
    const forced = heights();
    sheet.autoResizeRows(2, 2);
    return { isForced: forced.slice(1), isFitted: heights().slice(1).every((height) => height < 30) };`);

  expect(heights).toStrictEqual({ isForced: [36, 36], isFitted: true });
});
