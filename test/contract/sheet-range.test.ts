/** Range, RangeList and Sheet members that read, search, tidy and move cells. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAll, openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
beforeAll(async () => {
  host = await openSnippetHost();
});
afterAll(() => host.close());

/** `sheet` is a fresh tab of six rows; A1:C4 hold a small table. */
const TABLE = `
  const book = SpreadsheetApp.getActive();
  const sheet = book.insertSheet();
  sheet.getRange("A1:C4").setValues([["имя", "балл", "итог"], ["Анна", 4, "=B2*2"], ["Борис", 5, "=B3*2"], ["анна", 4, "=B4*2"]]);
  const at = (range) => range.getA1Notation();
  const D = SpreadsheetApp.Dimension;
`;

const VALUES: readonly (readonly [string, unknown])[] = [
  ["sheet.getRange('C2').getFormulaR1C1()", "=R[0]C[-1]*2"],
  ["sheet.getRange('A1:A2').getFormulasR1C1()", [[null], [null]]],
  [
    "sheet.getRange('D2:D3').setFormulaR1C1('=R2C2+R[0]C[-2]').getFormulas()",
    [["=$B$2+B2"], ["=$B$2+B3"]],
  ],
  [
    "sheet.getRange('D5').setFormulaR1C1('=SUM(R[-3]C2:R[-1]C2;C3)').getFormula()",
    "=SUM($B2:$B4;$C:$C)",
  ],
  ["at(sheet.getRange('B2').getDataRegion())", "A1:C4"],
  ["at(sheet.getRange('B2').getDataRegion(D.ROWS))", "B1:B4"],
  ["at(sheet.getRange('H9').getDataRegion())", "H9"],
  [
    "at(sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN))",
    "A4",
  ],
  [
    "at(sheet.getRange('C3').getNextDataCell(SpreadsheetApp.Direction.PREVIOUS))",
    "A3",
  ],
  [
    "at(sheet.getRange('A4').getNextDataCell(SpreadsheetApp.Direction.DOWN))",
    "A1000",
  ],
  ["at(sheet.getRange('A1:A4').removeDuplicates())", "A1:A3"],
  [
    "(sheet.getRange('A1:B4').removeDuplicates([1]), sheet.getRange('A1:B4').getValues())",
    [
      ["имя", "балл"],
      ["Анна", 4],
      ["Борис", 5],
      ["", ""],
    ],
  ],
  [
    "(sheet.getRange('E1:E2').setValues([['  а   б '], [3]]).trimWhitespace(), sheet.getRange('E1:E2').getValues())",
    [["а б"], [3]],
  ],
  [
    "(sheet.getRange('E1:E2').setValues([['а, 7'], ['б']]).splitTextToColumns(), sheet.getRange('E1:F2').getValues())",
    [
      ["а", 7],
      ["б", ""],
    ],
  ],
  [
    "(sheet.getRange('E1').setValue('а;б;в').splitTextToColumns(SpreadsheetApp.TextToColumnsDelimiterType.SEMICOLON), sheet.getRange('E1:G1').getValues())",
    [["а", "б", "в"]],
  ],
  [
    "sheet.getRange('A2:A4').randomize().getValues().flat().sort().join()",
    "Анна,Борис,анна",
  ],
  [
    "(sheet.getRange('D1:D2').insertCheckboxes(), [sheet.getRange('D1').getValue(), sheet.getRange('D1:D2').check().isChecked(), sheet.getRange('D1').uncheck().getValue(), sheet.getRange('D1:D2').isChecked(), sheet.getRange('A1').isChecked()])",
    [false, true, false, null, null],
  ],
  [
    "(sheet.getRange('D1').insertCheckboxes('да', 'нет'), [sheet.getRange('D1').getValue(), sheet.getRange('D1').check().getValue(), sheet.getRange('D1').removeCheckboxes().getValue(), sheet.getRange('D1').getDataValidation()])",
    ["нет", "да", "", null],
  ],
  [
    "(sheet.getRange('A2:B2').moveTo(sheet.getRange('F6')), [sheet.getRange('F6:G6').getValues()[0], sheet.getRange('A2:B2').isBlank(), sheet.getRange('C2').getFormula(), sheet.getRange('C2').getValue()])",
    [["Анна", 4], true, "=G6*2", 8],
  ],
  [
    "(sheet.getRange('B2').insertCells(D.ROWS), [sheet.getRange('B1:B5').getValues().flat(), sheet.getRange('C2:C3').getFormulas().flat()])",
    [
      ["балл", "", 4, 5, 4],
      ["=B3*2", "=B4*2"],
    ],
  ],
  [
    "(sheet.getRange('A2').deleteCells(D.ROWS), sheet.getRange('A1:A4').getValues().flat())",
    ["имя", "Борис", "анна", ""],
  ],
  [
    "(sheet.getRange('A2').deleteCells(D.COLUMNS), [sheet.getRange('A2').getValue(), sheet.getRange('B2').getFormula()])",
    [4, "=A2*2"],
  ],
  [
    "(sheet.getRange('C2').setBackground('#ff0000').copyValuesToRange(sheet, 6, 6, 1, 2), [sheet.getRange('F1:F2').getValues().flat(), sheet.getRange('F1').getFormula(), sheet.getRange('F1').getBackground()])",
    [[8, 8], "", "#ffffff"],
  ],
  [
    "(sheet.getRange('C2').setBackground('#ff0000').copyFormatToRange(sheet.getSheetId(), 6, 6, 1, 1), [sheet.getRange('F1').isBlank(), sheet.getRange('F1').getBackground()])",
    [true, "#ff0000"],
  ],
  [
    "(sheet.getRange('A1:B2').merge(), [sheet.getRange('A1:B2').getValues(), sheet.getRange('B2').getMergedRanges().map(at)])",
    [
      [
        ["имя", ""],
        ["", ""],
      ],
      ["A1:B2"],
    ],
  ],
  [
    "(sheet.getRange('A1:B3').mergeAcross(), sheet.getRange('A:B').getMergedRanges().map(at))",
    ["A1:B1", "A2:B2", "A3:B3"],
  ],
  [
    "(sheet.getRange('A1:B3').mergeVertically(), sheet.getRange('A1').getMergedRanges().map(at))",
    ["A1:A3"],
  ],
  [
    "[sheet.getRange('A:A').isEndRowBounded(), sheet.getRange('A1:B2').isStartRowBounded(), sheet.getRange('2:2').isEndColumnBounded()]",
    [false, true, false],
  ],
  ["sheet.createTextFinder('анна').findAll().map(at)", ["A2", "A4"]],
  ["sheet.createTextFinder('анна').matchCase(true).findAll().map(at)", ["A4"]],
  [
    "sheet.createTextFinder('[АБ]').useRegularExpression(true).matchCase(true).findAll().map(at)",
    ["A2", "A3"],
  ],
  [
    "sheet.getRange('A1:C4').createTextFinder('B3').matchFormulaText(true).findNext().getA1Notation()",
    "C3",
  ],
  [
    "(() => { const finder = sheet.createTextFinder('4').matchEntireCell(true); return [at(finder.findNext()), at(finder.findNext()), finder.findNext(), at(finder.findPrevious())]; })()",
    ["B2", "B4", null, "B4"],
  ],
  [
    "[sheet.createTextFinder('а').replaceAllWith('$'), sheet.getRange('A2').getValue()]",
    [5, "$нн$"],
  ],
  [
    "[sheet.createTextFinder('8').replaceAllWith('9'), sheet.getRange('C2').getFormula()]",
    [0, "=B2*2"],
  ],
  [
    "(sheet.getRangeList(['A1', 'C2:C3']).setBackgroundRGB(1, 2, 255).setFontLine('underline').setFontFamily('Roboto').activate(), [sheet.getRange('C3').getBackground(), sheet.getRange('A1').getFontLine(), sheet.getRange('A1').getFontFamily(), sheet.getActiveRangeList().getRanges().map(at), at(sheet.getActiveRange()), at(sheet.getCurrentCell())])",
    ["#0102ff", "underline", "Roboto", ["A1", "C2:C3"], "C2:C3", "C2"],
  ],
  [
    "(sheet.setActiveSelection('B1:B4'), [at(SpreadsheetApp.getActiveRange()), at(book.getActiveCell()), at(sheet.setCurrentCell(sheet.getRange('B3'))), at(SpreadsheetApp.getActiveRange()), at(SpreadsheetApp.getSelection().getNextDataRange(SpreadsheetApp.Direction.NEXT))])",
    ["B1:B4", "B1", "B3", "B1:B4", "B1:C4"],
  ],
  [
    "sheet.getRange('E1:F1').setNumberFormats([['@', '0.00']]).setValues([['007', 7]]).getDisplayValues()",
    [["007", "7,00"]],
  ],
  [
    "sheet.getSheetValues(1, 1, 2, 2)",
    [
      ["имя", "балл"],
      ["Анна", 4],
    ],
  ],
  [
    "(sheet.moveRows(sheet.getRange('2:2'), 5), sheet.getRange('A1:C4').getValues().map((row) => row[0]))",
    ["имя", "Борис", "анна", "Анна"],
  ],
  [
    "(sheet.moveColumns(sheet.getRange('C:C'), 1), [sheet.getRange('A1:C2').getDisplayValues(), sheet.getRange('A2').getFormula()])",
    [
      [
        ["итог", "имя", "балл"],
        ["8", "Анна", "4"],
      ],
      "=C2*2",
    ],
  ],
  [
    "(() => { sheet.getRange('A1').setNote('к'); const copy = sheet.copyTo(book); const name = copy.getName(); return [name === 'Копия ' + sheet.getName(), copy.getRange('C2').getFormula(), copy.getRange('A1').getNote(), copy.getIndex() === book.getNumSheets()]; })()",
    [true, "=B2*2", "к", true],
  ],
  [
    "(() => { sheet.activate(); const copy = book.duplicateActiveSheet(); book.renameActiveSheet('дубль'); return [copy.getName(), copy.getIndex() - sheet.getIndex(), book.insertSheet('по образцу', { template: sheet }).getRange('A2').getValue()]; })()",
    ["дубль", 1, "Анна"],
  ],
  [
    "(sheet.activate(), book.appendRow(['я', 1]), [book.getLastRow(), book.getLastColumn(), book.getSheetName() === sheet.getName(), book.getDataRange().getA1Notation()])",
    [5, 3, true, "A1:C5"],
  ],
  [
    "(sheet.hideRow(sheet.getRange('A2:A3')), [2, 3, 4].map((row) => sheet.isRowHiddenByUser(row)))",
    [true, true, false],
  ],
  [
    "(sheet.hideColumn(sheet.getRange('B1')), sheet.unhideColumn(sheet.getRange('B1')), sheet.isColumnHiddenByUser(2))",
    false,
  ],
  ["(sheet.autoResizeColumns(1, 1), sheet.getColumnWidth(1) < 100)", true],
  [
    "(sheet.setTabColorObject(SpreadsheetApp.newColor().setRgbColor('#0F0').build()), [sheet.getTabColor(), sheet.getTabColorObject().asRgbColor().getGreen(), String(sheet.getType())])",
    ["#00ff00", 255, "GRID"],
  ],
];

const REFUSALS: readonly (readonly [string, RegExp])[] = [
  ["sheet.getRange('A1:B2').addDeveloperMetadata('к')", /entire row or column/],
  ["sheet.getRange('A1:B2').splitTextToColumns()", /one column wide/],
  [
    "sheet.getRange('A1').setTextRotation(120)",
    /don't match the method signature/,
  ],
  [
    "sheet.getRange('A1').setRichTextValue('а')",
    /don't match the method signature/,
  ],
  [
    "sheet.createTextFinder('(').useRegularExpression(true).findAll()",
    /Invalid regular expression/,
  ],
  ["SpreadsheetApp.newColor().build()", /^No color has been set/],
  [
    "sheet.getRange('A1:B2').moveTo(sheet.getRange('Z1'))",
    /outside the dimensions/,
  ],
  [
    "sheet.getRange('A1').getDataTable()",
    /^Range.getDataTable is not available/,
  ],
];

let seen: ReadonlyMap<string, unknown>;
beforeAll(async () => {
  const cases = [...VALUES, ...REFUSALS].map(([code]) => code);
  seen = await evaluateAll(host, TABLE, cases);
});

test.each(VALUES)("%s", (code, expected) => {
  expect(seen.get(code)).toStrictEqual(expected);
});

test.each(REFUSALS)("%s is refused", (code, message) => {
  expect(seen.get(code)).toStrictEqual({
    refused: expect.stringMatching(message),
  });
});

test("colours, styles, directions and rotations are read as they were set", async () => {
  const seen = await host.run(`${TABLE}
    const range = sheet.getRange("A1:B1");
    const style = SpreadsheetApp.newTextStyle().setBold(true).setFontSize(14).setForegroundColor("#112233").build();
    range.setTextStyle(style).setBackgroundObject(SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT2).build());
    range.setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT).setTextRotation(45);
    range.setFontFamilies([["Roboto", "Arial"]]).setFontLines([["line-through", "none"]]).setWraps([[true, false]]);
    const read = range.getTextStyle();
    return [range.getFontWeights()[0], range.getFontSizes()[0], range.getFontColorObject().asRgbColor().asHexString(), range.getBackgrounds()[0],
      String(range.getTextDirection()), range.getTextRotation().getDegrees(), range.getFontFamilies()[0], range.getFontLines()[0], range.getWraps()[0],
      [read.isBold(), read.isItalic(), read.getFontSize(), read.getForegroundColor()], [style.isItalic(), style.getFontFamily()], String(range.getWrapStrategies()[0])];`);

  expect(seen).toStrictEqual([
    ["bold", "bold"],
    [14, 14],
    "#112233",
    ["#ea4335", "#ea4335"],
    "RIGHT_TO_LEFT",
    45,
    ["Roboto", "Arial"],
    ["line-through", "none"],
    [true, false],
    [true, false, 14, "#112233"],
    [null, null],
    "WRAP,OVERFLOW",
  ]);
});

test("rich text keeps links and styles of its parts", async () => {
  const seen = await host.run(`${TABLE}
    const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
    const value = SpreadsheetApp.newRichTextValue().setText("анкета и папка").setLinkUrl(0, 6, "https://a.example").setTextStyle(9, 14, bold).build();
    const cell = sheet.getRange("E1").setRichTextValue(value);
    const read = cell.getRichTextValue();
    const whole = SpreadsheetApp.newRichTextValue().setText("сайт").setLinkUrl("https://b.example").build();
    sheet.getRange("E2:E3").setRichTextValues([[whole], [SpreadsheetApp.newRichTextValue().setText("просто").build()]]);
    sheet.getRange("E4").setFormula('=HYPERLINK("https://c.example";"в")');
    return [cell.getValue(), read.getText(), read.getLinkUrl(), read.getLinkUrl(0, 6), read.getTextStyle(9, 14).isBold(), read.getTextStyle(0, 6).isBold(),
      read.getRuns().map((run) => [run.getText(), run.getStartIndex(), run.getEndIndex(), run.getLinkUrl()]),
      sheet.getRange("E2:E4").getRichTextValues().map(([one]) => one.getLinkUrl()), sheet.getRange("B2").getRichTextValue(),
      read.copy().setLinkUrl(null).build().getLinkUrl(0, 6)];`);

  expect(seen).toStrictEqual([
    "анкета и папка",
    "анкета и папка",
    null,
    "https://a.example",
    true,
    false,
    [
      ["анкета", 0, 6, "https://a.example"],
      [" и ", 6, 9, null],
      ["папка", 9, 14, null],
    ],
    ["https://b.example", null, "https://c.example"],
    null,
    null,
  ]);
});
