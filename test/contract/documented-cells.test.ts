/** Cells, ranges and their refusals: a second reader's checks of Google's reference, written before the host was asked. */
import { type Check, testDocumented } from "./documented-checks";

testDocumented([
  // Kinds of values.
  [
    "a row of every kind comes back in its kinds",
    "s.getRange('A1:E1').setValues([[1.5, 'текст', true, new Date(2026, 8, 5), '']]); return s.getRange('A1:E1').getValues()[0].map((v) => v instanceof Date ? 'Date' : typeof v);",
    ["number", "string", "boolean", "Date", "string"],
  ],
  [
    "an empty cell has no display value",
    "return s.getRange('A1:B1').getDisplayValues();",
    [["", ""]],
  ],
  [
    "display values are texts whatever the kind",
    "s.getRange('A1:C1').setValues([[0, false, new Date(2026, 0, 9)]]); return s.getRange('A1:C1').getDisplayValues()[0];",
    ["0", "ЛОЖЬ", "09.01.2026"],
  ],
  [
    "a moment shows its time",
    "s.getRange('A1').setValue(new Date(2026, 8, 5, 10, 30)); return s.getRange('A1').getDisplayValue();",
    "05.09.2026 10:30:00",
  ],
  [
    "line breaks stay in a cell",
    "s.getRange('A1').setValue('а\\nб'); return [s.getRange('A1').getValue(), s.getRange('A1').getDisplayValue()];",
    ["а\nб", "а\nб"],
  ],
  [
    "a third has ten shown digits",
    "s.getRange('A1').setFormula('=1/3'); return s.getRange('A1').getDisplayValue();",
    "0,3333333333",
  ],
  [
    "0,1 + 0,2 is shown as 0,3",
    "s.getRange('A1').setFormula('=0,1+0,2'); return s.getRange('A1').getDisplayValue();",
    "0,3",
  ],
  [
    "a long whole number is shown in full",
    "s.getRange('A1').setValue(123456789012); return s.getRange('A1').getDisplayValue();",
    "123456789012",
  ],
  [
    "setValues reads texts as typed, cell by cell",
    "s.getRange('A1:D1').setValues([['12', '=2*3', 'ИСТИНА', '1,25']]); return s.getRange('A1:D1').getValues()[0];",
    [12, 6, true, 1.25],
  ],
  [
    "an apostrophe is not part of the text",
    "s.getRange('A1').setValue(\"'0012\"); return [s.getRange('A1').getValue(), s.getRange('A1').getDisplayValue()];",
    ["0012", "0012"],
  ],
  [
    "getValues is a copy",
    "s.getRange('A1').setValue(1); const v = s.getRange('A1').getValues(); v[0][0] = 2; return s.getRange('A1').getValue();",
    1,
  ],
  [
    "a Date written is not held by the cell",
    "const d = new Date(2026, 8, 5); s.getRange('A1').setValue(d); d.setFullYear(2000); return s.getRange('A1').getValue().getFullYear();",
    2026,
  ],
  [
    "setters return the range",
    "const r = s.getRange('A1'); return [r.setValue(1), r.setNote('n'), r.setFontColor('red'), r.setNumberFormat('0'), r.setFormula('=1'), r.clear(), r.setWrap(true), r.merge(), r.setFontFamily(null)].map((x) => typeof x.getA1Notation);",
    Array(9).fill("function"),
  ],
  [
    "cells are 100 by 21 pixels",
    "return [s.getColumnWidth(1), s.getRowHeight(1), ss.getSheets()[0].getColumnWidth(2)];",
    [100, 21, 100],
  ],
  [
    "π has ten digits",
    "s.getRange('A1:A3').setFormulas([['=PI()'], ['=100/3'], ['=-2/3']]); return s.getRange('A1:A3').getDisplayValues().flat();",
    ["3,141592654", "33,33333333", "-0,6666666667"],
  ],
  [
    "getDataRange begins at A1",
    "s.getRange('C3').setValue(1); return s.getDataRange().getA1Notation();",
    "A1:C3",
  ],
  [
    "a formula that gives an empty text counts as content",
    "s.getRange('B4').setFormula('=\"\"'); return [s.getLastRow(), s.getLastColumn()];",
    [4, 2],
  ],
  [
    "a note or a colour is no content",
    "s.getRange('B4').setNote('n').setBackground('red'); return [s.getLastRow(), s.getRange('B4').isBlank()];",
    [0, true],
  ],
  [
    "an unticked checkbox is content",
    "s.getRange('A3').insertCheckboxes(); return s.getLastRow();",
    3,
  ],
  [
    "getLastRow of a range is its place, not its content",
    "return s.getRange('A2:B9').getLastRow();",
    9,
  ],
  [
    "getValues of an open range has every row",
    "return s.getRange('A2:A').getValues().length;",
    999,
  ],
  [
    "an open range's A1 text",
    "return [s.getRange('A:A').getA1Notation(), s.getRange('3:3').getA1Notation()];",
    ["A:A", "3:3"],
  ],
  [
    "A1 of one cell has no colon",
    "return s.getRange('A1:A1').getA1Notation();",
    "A1",
  ],
  [
    "corners in any order",
    "return s.getRange('C3:A1').getA1Notation();",
    "A1:C3",
  ],
  [
    "small letters and dollars",
    "return s.getRange('$b$2:c4').getA1Notation();",
    "B2:C4",
  ],
  [
    "a range by a defined name",
    "ss.setNamedRange('блок_а', s.getRange('B2:B3')); return s.getRange('блок_а').getA1Notation();",
    "B2:B3",
  ],
  [
    "columns beyond Z",
    "s.insertColumnsAfter(26, 4); return s.getRange(1, 28).getA1Notation();",
    "AB1",
  ],

  // Words of refusals.
  [
    "refusals are Exceptions",
    "try { s.getRange(0, 1); } catch (e) { return [e.name, e instanceof Error]; }",
    ["Exception", true],
  ],
  [
    "row 0",
    "return s.getRange(0, 1);",
    { refused: "The starting row of the range is too small." },
  ],
  [
    "column 0",
    "return s.getRange(1, 0);",
    { refused: "The starting column of the range is too small." },
  ],
  [
    "no rows",
    "return s.getRange(1, 1, 0, 1);",
    { refused: "The number of rows in the range must be at least 1." },
  ],
  [
    "no columns",
    "return s.getRange(1, 1, 1, 0);",
    { refused: "The number of columns in the range must be at least 1." },
  ],
  [
    "outside",
    "return s.getRange(1001, 1).getValue();",
    {
      refused:
        "The coordinates of the range are outside the dimensions of the sheet.",
    },
  ],
  [
    "no such range",
    "return s.getRange('нет такого');",
    { refused: "Range not found" },
  ],
  [
    "a title that is taken",
    "s.setName('Дважды'); return ss.insertSheet('Дважды');",
    {
      refused:
        'A sheet with the name "Дважды" already exists. Please enter another name.',
    },
  ],
  [
    "renaming to a title that is taken",
    "s.setName('Раз'); const t = ss.insertSheet(); try { t.setName('Раз'); } finally { ss.deleteSheet(t); }",
    { refused: "already exists" },
  ],
  [
    "too few columns",
    "return s.getRange('A1:C1').setValues([[1, 2]]);",
    {
      refused:
        "The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.",
    },
  ],
  [
    "notes of another size",
    "return s.getRange('A1:A2').setNotes([['a']]);",
    {
      refused:
        "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    },
  ],
  [
    "backgrounds of another size",
    "return s.getRange('A1:B1').setBackgrounds([['red']]);",
    { refused: "The data has 1 but the range has 2." },
  ],
  [
    "a flat array is another signature",
    "return s.getRange('A1').setValues([1]);",
    {
      refused:
        "don't match the method signature for SpreadsheetApp.Range.setValues",
    },
  ],
  [
    "deleting what is not there",
    "return s.deleteRows(999, 5);",
    { refused: "Those rows are out of bounds." },
  ],
  [
    "deleting columns that are not there",
    "return s.deleteColumns(26, 2);",
    { refused: "Those columns are out of bounds." },
  ],
  [
    "deleting every row",
    "return s.deleteRows(1, s.getMaxRows());",
    { refused: "You can't delete all the rows on the sheet." },
  ],
  [
    "deleting every column",
    "return s.deleteColumns(1, s.getMaxColumns());",
    { refused: "You can't delete all the columns on the sheet." },
  ],
  [
    "a cell outside the range",
    "return s.getRange('A1:B2').getCell(3, 1);",
    { refused: "Cell reference out of range" },
  ],
  [
    "an unmatched cut of merged cells",
    "s.getRange('A1:B2').merge(); return s.getRange('A2:C3').merge();",
    {
      refused:
        "You must select all cells in a merged range to merge or unmerge them.",
    },
  ],
  [
    "a value a rule refuses",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет']).setAllowInvalid(false).build()); return s.getRange('A1').setValue('может быть');",
    {
      refused:
        "The data you entered in cell A1 violates the data validation rules set on this cell.",
    },
  ],
  [
    "a range of another sheet for a name of no letters",
    "return ss.setNamedRange('1 имя', s.getRange('A1'));",
    { refused: "" },
  ],
  [
    "an object for a number",
    "return s.getRange({}, 1);",
    {
      refused:
        "don't match the method signature for SpreadsheetApp.Sheet.getRange",
    },
  ],
  [
    "no such method is a TypeError",
    "try { s.getRange('A1').setValu(1); } catch (e) { return e instanceof Error; }",
    true,
  ],

  // Number formats in ru_RU.
  ...shown([
    [1234.567, "0.00", "1234,57"],
    [1234.5, "#,##0", "1 235"],
    [0.5, "0%", "50%"],
    [12345.678, "0.00E+00", "1,23E+04"],
    [1.5, "[h]:mm", "36:00"],
    [0.75, "h:mm", "18:00"],
    [0, '0;-0;"ноль"', "ноль"],
    [-3, '0;"минус "0', "минус 3"],
    [7, '"кл. "0', "кл. 7"],
    [7, "000", "007"],
    [1500, '#,##0.00 "₽"', "1 500,00 ₽"],
    [2.34567, "#.##", "2,35"],
    [-1234, "#,##0;(#,##0)", "(1 234)"],
    [1234567, '0.0,, "млн"', "1,2 млн"],
    ["да", '"<"@">"', "<да>"],
    ["new Date(2026, 8, 5)", "dd.mm.yy", "05.09.26"],
    ["new Date(2026, 8, 5)", "d mmmm yyyy", "5 сентября 2026"],
    ["new Date(2026, 8, 5)", "dddd", "суббота"],
    ["new Date(2026, 8, 5)", "ddd", "сб"],
    ["new Date(2026, 8, 5, 9, 7)", "hh:mm", "09:07"],
    ["new Date(2026, 8, 5, 9, 7)", "dd.mm.yyyy h:mm", "05.09.2026 9:07"],
    ["new Date(2026, 8, 5, 15, 7, 8)", "h:mm:ss am/pm", "3:07:08 PM"],
    ["new Date(2026, 8, 5)", "yyyy", "2026"],
  ]),

  // Looks.
  [
    "wrapping",
    "const r = s.getRange('A1'); return [r.getWrap(), r.setWrap(false).getWrap(), String(r.getWrapStrategy()), String(r.setWrap(true).getWrapStrategy())];",
    [true, false, "OVERFLOW", "WRAP"],
  ],
  [
    "font lines",
    "return s.getRange('A1').setFontLine('line-through').getFontLines();",
    [["line-through"]],
  ],
  [
    "font line none",
    "return s.getRange('A1').setFontLine('underline').setFontLine('none').getFontLine();",
    "none",
  ],
  [
    "null takes a font back to its default",
    "const r = s.getRange('A1').setFontWeight('bold').setFontColor('red').setFontSize(20); return [r.setFontWeight(null).getFontWeight(), r.setFontColor(null).getFontColor()];",
    ["normal", "#000000"],
  ],
  [
    "grids of looks",
    "const r = s.getRange('A1:B1'); r.setFontWeights([['bold', 'normal']]).setFontColors([['#ff0000', null]]).setHorizontalAlignments([['left', 'right']]).setFontSizes([[8, 12]]); return [r.getFontWeights(), r.getFontColors(), r.getHorizontalAlignments(), r.getFontSizes()];",
    [
      [["bold", "normal"]],
      [["#ff0000", "#000000"]],
      [["left", "right"]],
      [[8, 12]],
    ],
  ],
  [
    "looks of several cells are those of the top left one",
    "s.getRange('A1').setBackground('#123456'); return s.getRange('A1:B2').getBackground();",
    "#123456",
  ],
  [
    "a text style",
    "const style = SpreadsheetApp.newTextStyle().setBold(true).setItalic(true).setFontSize(9).setFontFamily('Roboto').setForegroundColor('#0000ff').build(); const t = s.getRange('A1').setTextStyle(style).getTextStyle(); return [t.isBold(), t.isItalic(), t.isUnderline(), t.getFontSize(), t.getFontFamily(), t.getForegroundColor()];",
    [true, true, false, 9, "Roboto", "#0000ff"],
  ],
  [
    "borders do not disturb values",
    "s.getRange('A1:B2').setValue(1).setBorder(true, true, true, true, false, false, 'red', SpreadsheetApp.BorderStyle.DASHED); return s.getRange('A1:B2').getValues();",
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    "clear takes rules of formats and keeps validations",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(1).build()).clear(); return s.getRange('A1').getDataValidation() !== null;",
    true,
  ],
  [
    "clearContent of several ranges",
    "s.getRange('A1:C1').setValues([[1, 2, 3]]); s.getRangeList(['A1', 'C1']).clearContent(); return s.getRange('A1:C1').getValues()[0];",
    ["", 2, ""],
  ],
  [
    "clear with validations alone",
    "s.getRange('A1').insertCheckboxes().clear({ validationsOnly: true }); return [s.getRange('A1').getDataValidation(), s.getRange('A1').getValue()];",
    [null, false],
  ],
  [
    "clear with notes alone",
    "s.getRange('A1').setValue(1).setNote('n').clear({ commentsOnly: true }); return [s.getRange('A1').getNote(), s.getRange('A1').getValue()];",
    ["", 1],
  ],

  // Merged cells.
  [
    "merged cells other than the first are empty",
    "s.getRange('A1:B1').setValues([['а', 'б']]).merge(); return [s.getRange('A1:B1').getValues()[0], s.getRange('B1').getValue()];",
    [["а", ""], ""],
  ],
  [
    "getMergedRanges of an area",
    "s.getRange('A1:B1').merge(); s.getRange('C3:C4').merge(); return s.getRange('A1:D5').getMergedRanges().map((r) => r.getA1Notation()).sort();",
    ["A1:B1", "C3:C4"],
  ],
  [
    "breaking apart keeps the value",
    "s.getRange('A1:B1').setValue('x').merge().breakApart(); return s.getRange('A1:B1').getValues()[0];",
    ["x", ""],
  ],

  // Copying, moving, filling.
  [
    "copyTo to another tab",
    "const t = ss.insertSheet(); s.getRange('A1').setValue('x').setBackground('#00ff00'); s.getRange('A1').copyTo(t.getRange('B2')); const r = [t.getRange('B2').getValue(), t.getRange('B2').getBackground()]; ss.deleteSheet(t); return r;",
    ["x", "#00ff00"],
  ],
  [
    "copyTo takes merges and notes along",
    "s.getRange('A1:B1').merge().setValue('x'); s.getRange('A1').setNote('n'); s.getRange('A1:B1').copyTo(s.getRange('A3')); return [s.getRange('A3').getNote(), s.getRange('A3').isPartOfMerge()];",
    ["n", true],
  ],
  [
    "PASTE_FORMULA copies no looks",
    "s.getRange('A1').setFormula('=1+1').setFontWeight('bold').copyTo(s.getRange('B1'), SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false); return [s.getRange('B1').getFormula(), s.getRange('B1').getFontWeight()];",
    ["=1+1", "normal"],
  ],
  [
    "PASTE_DATA_VALIDATION copies the rule alone",
    "s.getRange('A1').insertCheckboxes().check(); s.getRange('A1').copyTo(s.getRange('B1'), SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false); return [s.getRange('B1').getDataValidation() !== null, s.getRange('B1').getValue()];",
    [true, ""],
  ],
  [
    "PASTE_COLUMN_WIDTHS",
    "s.setColumnWidth(1, 250); s.getRange('A1').copyTo(s.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_COLUMN_WIDTHS, false); return s.getColumnWidth(3);",
    250,
  ],
  [
    "moveTo takes looks, notes and values",
    "s.getRange('A1').setValue(5).setNote('n').setBackground('#ff0000'); s.getRange('A1').moveTo(s.getRange('B2')); const a = s.getRange('A1'); const b = s.getRange('B2'); return [a.getValue(), a.getNote(), a.getBackground(), b.getValue(), b.getNote(), b.getBackground()];",
    ["", "", "#ffffff", 5, "n", "#ff0000"],
  ],
  [
    "absolute references stay in copies",
    "s.getRange('B1').setFormula('=$A$1+A$1+$A1'); s.getRange('B1').copyTo(s.getRange('C2')); return s.getRange('C2').getFormula();",
    "=$A$1+B$1+$A2",
  ],
  [
    "a reference moved off the sheet is lost",
    "s.getRange('B2').setFormula('=A1'); s.getRange('B2').copyTo(s.getRange('A1')); return s.getRange('A1').getDisplayValue();",
    "#REF!",
  ],
  [
    "offset by rows and columns alone",
    "return s.getRange('A1').offset(2, 3).getA1Notation();",
    "D3",
  ],

  // Rich text, links.
  [
    "runs of a rich text",
    "const bold = SpreadsheetApp.newTextStyle().setBold(true).build(); s.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('да и нет').setTextStyle(0, 2, bold).build()); return s.getRange('A1').getRichTextValue().getRuns().map((r) => [r.getText(), r.getStartIndex(), r.getEndIndex(), r.getTextStyle().isBold()]);",
    [
      ["да", 0, 2, true],
      [" и нет", 2, 8, false],
    ],
  ],
  [
    "the link of a whole cell",
    "s.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('сайт').setLinkUrl('https://example.org/').build()); return s.getRange('A1').getRichTextValue().getLinkUrl();",
    "https://example.org/",
  ],
  [
    "no link is null",
    "s.getRange('A1').setValue('x'); return s.getRange('A1').getRichTextValue().getLinkUrl();",
    null,
  ],
  [
    "the rich text of a plain text",
    "s.getRange('A1').setValue('текст'); return s.getRange('A1').getRichTextValue().getText();",
    "текст",
  ],
  [
    "styles past the text",
    "return SpreadsheetApp.newRichTextValue().setText('аб').setTextStyle(0, 5, SpreadsheetApp.newTextStyle().build());",
    { refused: "" },
  ],
  [
    "rich texts of a block",
    "const r = SpreadsheetApp.newRichTextValue(); s.getRange('A1:B1').setRichTextValues([[r.setText('а').build(), SpreadsheetApp.newRichTextValue().setText('б').build()]]); return s.getRange('A1:B1').getValues()[0];",
    ["а", "б"],
  ],
] satisfies readonly Check[]);

/** A value in a format, and what the cell then shows (spaces of groups may be hard). */
function shown(
  cases: readonly (readonly [number | string, string, string])[],
): readonly Check[] {
  return cases.map(([value, format, text]) => {
    const code =
      typeof value === "string" && value.startsWith("new ")
        ? value
        : JSON.stringify(value);
    return [
      `${value} in ${format}`,
      `return s.getRange('A1').setValue(${code}).setNumberFormat(${JSON.stringify(format)}).getDisplayValue().replace(/\\s/g, ' ');`,
      text,
    ] as const;
  });
}
