/**
 * What Google's reference says of the services, written from the reference
 * alone before the host was asked.
 */
import { type Check, REFUSED, testDocumented } from "./documented-checks";

testDocumented([
  // Range and Sheet: places, sizes, bounds.
  [
    "getRange by numbers",
    "return s.getRange(2, 3, 4, 2).getA1Notation();",
    "C2:D5",
  ],
  ["getRange by one cell", "return s.getRange(2, 3).getA1Notation();", "C2"],
  [
    "getRange of whole columns",
    "return s.getRange('B:C').getA1Notation();",
    "B:C",
  ],
  [
    "getRange of whole rows",
    "return s.getRange('2:3').getA1Notation();",
    "2:3",
  ],
  [
    "getRange with another tab's name in quotes",
    "s.setName('Мой лист'); return ss.getRange(\"'Мой лист'!B2:C3\").getSheet().getName();",
    "Мой лист",
  ],
  [
    "a tab's name with an apostrophe is doubled",
    "s.setName(\"О'Лист\"); return ss.getRange(\"'О''Лист'!A1\").getSheet().getName();",
    "О'Лист",
  ],
  ["getRange below row 1", "return s.getRange(0, 1);", REFUSED],
  ["getRange of no rows", "return s.getRange(1, 1, 0, 1);", REFUSED],
  [
    "getRange outside of the sheet",
    "return s.getRange(5000, 1, 1, 1).getValues();",
    REFUSED,
  ],
  ["getRange by a wrong text", "return s.getRange('A0');", REFUSED],
  [
    "an empty sheet has no last row",
    "return [s.getLastRow(), s.getLastColumn()];",
    [0, 0],
  ],
  [
    "getDataRange of an empty sheet",
    "return s.getDataRange().getA1Notation();",
    "A1",
  ],
  [
    "new sheets are 1000 by 26",
    "return [s.getMaxRows(), s.getMaxColumns()];",
    [1000, 26],
  ],
  [
    "blank cells are empty strings",
    "return s.getRange('A1:B1').getValues();",
    [["", ""]],
  ],
  [
    "offset",
    "return s.getRange('B2').offset(1, 2, 3, 4).getA1Notation();",
    "D3:G5",
  ],
  [
    "offset off the sheet",
    "return s.getRange('A1').offset(-1, 0).getA1Notation();",
    REFUSED,
  ],
  [
    "offset keeps the size",
    "return s.getRange('B2:C3').offset(1, 1).getA1Notation();",
    "C3:D4",
  ],
  [
    "getCell is relative and from 1",
    "return s.getRange('B2:D4').getCell(2, 3).getA1Notation();",
    "D3",
  ],
  [
    "getCell outside of the range",
    "return s.getRange('B2:D4').getCell(4, 1);",
    REFUSED,
  ],
  [
    "last row and column of a range",
    "const r = s.getRange('B2:D7'); return [r.getRow(), r.getLastRow(), r.getColumn(), r.getLastColumn(), r.getNumRows(), r.getNumColumns(), r.getHeight(), r.getWidth()];",
    [2, 7, 2, 4, 6, 3, 6, 3],
  ],
  [
    "isBlank",
    "s.getRange('A1').setValue(''); return [s.getRange('A1:B2').isBlank(), s.getRange('A1').setValue(0).isBlank()];",
    [true, false],
  ],
  [
    "isStartColumnBounded of open ranges",
    "const r = s.getRange('B:B'); return [r.isStartRowBounded(), r.isEndRowBounded(), r.isStartColumnBounded(), r.isEndColumnBounded()];",
    [false, false, true, true],
  ],

  // Values.
  [
    "setValues with too few rows",
    "return s.getRange('A1:A3').setValues([[1], [2]]);",
    {
      refused:
        "The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.",
    },
  ],
  [
    "setValues with too many columns",
    "return s.getRange('A1:A2').setValues([[1, 2], [3, 4]]);",
    {
      refused:
        "The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.",
    },
  ],
  [
    "setValue fills every cell",
    "s.getRange('A1:B2').setValue(7); return s.getRange('A1:B2').getValues();",
    [
      [7, 7],
      [7, 7],
    ],
  ],
  [
    "setValue reads a number as typed",
    "s.getRange('A1').setValue('1,5'); return s.getRange('A1').getValue();",
    1.5,
  ],
  [
    "setValue reads a formula",
    "s.getRange('A1').setValue('=1+1'); return [s.getRange('A1').getValue(), s.getRange('A1').getFormula()];",
    [2, "=1+1"],
  ],
  [
    "setValue of an apostrophe makes text",
    "s.getRange('A1').setValue(\"'007\"); return s.getRange('A1').getValue();",
    "007",
  ],
  [
    "setValue of TRUE is a boolean",
    "s.getRange('A1').setValue('TRUE'); return typeof s.getRange('A1').getValue();",
    "boolean",
  ],
  [
    "null clears a cell",
    "s.getRange('A1').setValue(1); s.getRange('A1').setValue(null); return s.getRange('A1').getValue();",
    "",
  ],
  [
    "a Date comes back as the same moment",
    "const d = new Date(2026, 8, 5, 10, 30); s.getRange('A1').setValue(d); return s.getRange('A1').getValue().getTime() - d.getTime();",
    0,
  ],
  [
    "a Date is shown in the locale's way",
    "s.getRange('A1').setValue(new Date(2026, 8, 5)); return s.getRange('A1').getDisplayValue();",
    "05.09.2026",
  ],
  [
    "getValue of several cells is the top left one",
    "s.getRange('A1:B1').setValues([['a', 'b']]); return s.getRange('A1:B1').getValue();",
    "a",
  ],
  [
    "getDisplayValues with a decimal comma",
    "s.getRange('A1').setValue(1234.5); return s.getRange('A1').getDisplayValue();",
    "1234,5",
  ],
  [
    "getDisplayValue of a percentage",
    "s.getRange('A1').setValue(0.256).setNumberFormat('0.0%'); return s.getRange('A1').getDisplayValue();",
    "25,6%",
  ],
  [
    "getDisplayValue with groups",
    "s.getRange('A1').setValue(1234567.891).setNumberFormat('#,##0.00'); return s.getRange('A1').getDisplayValue().replace(/\\u00a0/g, ' ');",
    "1 234 567,89",
  ],
  [
    "getDisplayValue of booleans",
    "s.getRange('A1').setValue(true); return s.getRange('A1').getDisplayValue();",
    "ИСТИНА",
  ],
  [
    "date format",
    "s.getRange('A1').setValue(new Date(2026, 0, 2)).setNumberFormat('yyyy-mm-dd'); return s.getRange('A1').getDisplayValue();",
    "2026-01-02",
  ],
  [
    "clearContent keeps formats and notes",
    "s.getRange('A1').setValue(1).setNumberFormat('@').setNote('n').clearContent(); const r = s.getRange('A1'); return [r.getValue(), r.getNumberFormat(), r.getNote()];",
    ["", "@", "n"],
  ],
  [
    "clear removes formats and values and keeps notes",
    "s.getRange('A1').setValue(1).setBackground('#ff0000').setNote('n').clear(); const r = s.getRange('A1'); return [r.getValue(), r.getBackground(), r.getNote()];",
    ["", "#ffffff", "n"],
  ],
  [
    "clear with options",
    "s.getRange('A1').setValue(1).setBackground('#ff0000').clear({ contentsOnly: true }); return [s.getRange('A1').getValue(), s.getRange('A1').getBackground()];",
    ["", "#ff0000"],
  ],
  [
    "clearFormat keeps values",
    "s.getRange('A1').setValue(1).setFontWeight('bold').clearFormat(); return [s.getRange('A1').getValue(), s.getRange('A1').getFontWeight()];",
    [1, "normal"],
  ],

  // Formulas.
  [
    "setFormula with semicolons",
    "s.getRange('A1').setFormula('=SUM(1;2;3)'); return s.getRange('A1').getValue();",
    6,
  ],
  [
    "setFormula without a sign of equality",
    "s.getRange('A1').setFormula('SUM(1;2)'); return s.getRange('A1').getValue();",
    3,
  ],
  [
    "setFormulas with an empty text clears",
    "s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('A1:A2').setFormulas([['=1+1'], ['']]); return s.getRange('A1:A2').getValues();",
    [[2], [""]],
  ],
  [
    "getFormula of a value is empty",
    "s.getRange('A1').setValue(5); return s.getRange('A1').getFormula();",
    "",
  ],
  [
    "setFormulaR1C1",
    "s.getRange('A1').setValue(4); s.getRange('B2').setFormulaR1C1('=R[-1]C[-1]*2'); return [s.getRange('B2').getValue(), s.getRange('B2').getFormula()];",
    [8, "=A1*2"],
  ],
  [
    "absolute R1C1",
    "s.getRange('B2').setFormula('=$A$1'); return s.getRange('B2').getFormulaR1C1();",
    "=R1C1",
  ],
  [
    "getFormulaR1C1 of a value",
    "s.getRange('A1').setValue(3); return s.getRange('A1').getFormulaR1C1();",
    null,
  ],
  [
    "setFormulas of the wrong size",
    "return s.getRange('A1:B1').setFormulas([['=1']]);",
    REFUSED,
  ],
  [
    "a division by nought",
    "s.getRange('A1').setFormula('=1/0'); return [s.getRange('A1').getValue(), s.getRange('A1').getDisplayValue()];",
    ["#DIV/0!", "#DIV/0!"],
  ],
  [
    "a formula follows inserted rows",
    "s.getRange('A1').setValue(5); s.getRange('C1').setFormula('=A1'); s.insertRowBefore(1); return [s.getRange('C2').getFormula(), s.getRange('C2').getValue()];",
    ["=A2", 5],
  ],
  [
    "a formula loses a deleted row",
    "s.getRange('A2').setValue(5); s.getRange('C1').setFormula('=A2'); s.deleteRow(2); return s.getRange('C1').getDisplayValue();",
    "#REF!",
  ],
  [
    "a sum grows with rows inside of it",
    "s.getRange('A1:A3').setValues([[1], [2], [3]]); s.getRange('C1').setFormula('=SUM(A1:A3)'); s.insertRowsAfter(1, 2); return s.getRange('C1').getFormula();",
    "=SUM(A1:A5)",
  ],
  [
    "copyTo moves relative references",
    "s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('B1').setFormula('=A1*10'); s.getRange('B1').copyTo(s.getRange('B2')); return s.getRange('B2').getFormula();",
    "=A2*10",
  ],
  [
    "copyTo fills a larger range",
    "s.getRange('A1').setValue('x'); s.getRange('A1').copyTo(s.getRange('B1:C2')); return s.getRange('B1:C2').getValues();",
    [
      ["x", "x"],
      ["x", "x"],
    ],
  ],
  [
    "copyTo contents only",
    "s.getRange('A1').setFormula('=2+3').setFontWeight('bold'); s.getRange('A1').copyTo(s.getRange('B1'), { contentsOnly: true }); return [s.getRange('B1').getValue(), s.getRange('B1').getFormula(), s.getRange('B1').getFontWeight()];",
    [5, "", "normal"],
  ],
  [
    "copyTo formats only",
    "s.getRange('A1').setValue(1).setFontWeight('bold'); s.getRange('A1').copyTo(s.getRange('B1'), { formatOnly: true }); return [s.getRange('B1').getValue(), s.getRange('B1').getFontWeight()];",
    ["", "bold"],
  ],
  [
    "copyTo transposed",
    "s.getRange('A1:A3').setValues([[1], [2], [3]]); s.getRange('A1:A3').copyTo(s.getRange('C1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, true); return s.getRange('C1:E1').getValues();",
    [[1, 2, 3]],
  ],
  [
    "moveTo takes references along",
    "s.getRange('A1').setValue(9); s.getRange('B1').setFormula('=A1'); s.getRange('A1').moveTo(s.getRange('D4')); return [s.getRange('B1').getFormula(), s.getRange('A1').getValue()];",
    ["=D4", ""],
  ],

  // Merges.
  [
    "merge keeps the top left value",
    "s.getRange('A1:B2').setValues([[1, 2], [3, 4]]); s.getRange('A1:B2').merge(); return [s.getRange('A1:B2').getValues(), s.getRange('A1').isPartOfMerge(), s.getRange('B2').getMergedRanges()[0].getA1Notation()];",
    [
      [
        [1, ""],
        ["", ""],
      ],
      true,
      "A1:B2",
    ],
  ],
  [
    "mergeAcross",
    "s.getRange('A1:C2').mergeAcross(); return s.getRange('A1:C2').getMergedRanges().map((r) => r.getA1Notation());",
    ["A1:C1", "A2:C2"],
  ],
  [
    "mergeVertically",
    "s.getRange('A1:B3').mergeVertically(); return s.getRange('A1:B3').getMergedRanges().map((r) => r.getA1Notation()).sort();",
    ["A1:A3", "B1:B3"],
  ],
  [
    "breakApart",
    "s.getRange('A1:B2').merge(); s.getRange('A1:B2').breakApart(); return s.getRange('A1').isPartOfMerge();",
    false,
  ],
  [
    "merges follow inserted rows",
    "s.getRange('A2:B3').merge(); s.insertRowBefore(1); return s.getRange('A3').getMergedRanges()[0].getA1Notation();",
    "A3:B4",
  ],

  // Notes, formats.
  [
    "notes",
    "s.getRange('A1:A2').setNotes([['а'], ['']]); return s.getRange('A1:A2').getNotes();",
    [["а"], [""]],
  ],
  [
    "clearNote",
    "s.getRange('A1').setNote('x').clearNote(); return s.getRange('A1').getNote();",
    "",
  ],
  [
    "a note is removed by null",
    "s.getRange('A1').setNote('x').setNote(null); return s.getRange('A1').getNote();",
    "",
  ],
  [
    "colours by name come back in hex",
    "return s.getRange('A1').setBackground('red').getBackground();",
    "#ff0000",
  ],
  [
    "no background is white",
    "return s.getRange('A1').setBackground(null).getBackground();",
    "#ffffff",
  ],
  [
    "setBackgroundRGB",
    "return s.getRange('A1').setBackgroundRGB(1, 2, 255).getBackground();",
    "#0102ff",
  ],
  [
    "font",
    "const r = s.getRange('A1').setFontSize(14).setFontFamily('Roboto').setFontStyle('italic').setFontLine('underline'); return [r.getFontSize(), r.getFontFamily(), r.getFontStyle(), r.getFontLine()];",
    [14, "Roboto", "italic", "underline"],
  ],
  [
    "alignment",
    "const r = s.getRange('A1').setHorizontalAlignment('center').setVerticalAlignment('middle'); return [r.getHorizontalAlignment(), r.getVerticalAlignment()];",
    ["center", "middle"],
  ],
  [
    "wrap strategy",
    "return String(s.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).getWrapStrategy());",
    "CLIP",
  ],
  [
    "number formats of the wrong size",
    "return s.getRange('A1:A2').setNumberFormats([['@']]);",
    REFUSED,
  ],

  // Rows, columns, sheets.
  [
    "appendRow after the last row",
    "s.getRange('B3').setValue('x'); s.appendRow(['a', 'b']); return [s.getLastRow(), s.getRange('A4:B4').getValues()[0]];",
    [4, ["a", "b"]],
  ],
  [
    "appendRow of formulas",
    "s.appendRow([2, '=A1*3']); return s.getRange('B1').getValue();",
    6,
  ],
  [
    "deleteRows",
    "s.getRange('A1:A4').setValues([[1], [2], [3], [4]]); s.deleteRows(2, 2); return [s.getRange('A1:A2').getValues(), s.getMaxRows()];",
    [[[1], [4]], 998],
  ],
  [
    "all rows cannot be deleted",
    "return s.deleteRows(1, s.getMaxRows());",
    REFUSED,
  ],
  ["deleteRow outside", "return s.deleteRow(2000);", REFUSED],
  [
    "insertColumnBefore",
    "s.getRange('A1').setValue('x'); s.insertColumnBefore(1); return [s.getRange('B1').getValue(), s.getMaxColumns()];",
    ["x", 27],
  ],
  [
    "insertRowsAfter the end",
    "s.insertRowsAfter(s.getMaxRows(), 5); return s.getMaxRows();",
    1005,
  ],
  [
    "moveRows",
    "s.getRange('A1:A4').setValues([[1], [2], [3], [4]]); s.moveRows(s.getRange('A1'), 4); return s.getRange('A1:A4').getValues().flat();",
    [2, 3, 1, 4],
  ],
  [
    "hide and show rows",
    "s.hideRows(2, 3); const seen = s.isRowHiddenByUser(3); s.showRows(2, 3); return [seen, s.isRowHiddenByUser(3)];",
    [true, false],
  ],
  ["frozen rows", "s.setFrozenRows(2); return s.getFrozenRows();", 2],
  [
    "a sheet's name is taken",
    "s.setName('Занято'); return ss.insertSheet('Занято');",
    REFUSED,
  ],
  ["an unknown sheet is null", "return ss.getSheetByName('нет такого');", null],
  [
    "insertSheet at a place",
    "const t = ss.insertSheet(0); const i = t.getIndex(); ss.deleteSheet(t); return i;",
    1,
  ],
  [
    "hidden sheets",
    "s.hideSheet(); const h = s.isSheetHidden(); s.showSheet(); return [h, s.isSheetHidden()];",
    [true, false],
  ],
  [
    "getSheetValues",
    "s.getRange('A1:B2').setValues([[1, 2], [3, 4]]); return s.getSheetValues(1, 2, 2, 1);",
    [[2], [4]],
  ],
  [
    "setActiveSheet by name of a missing one",
    "return ss.getRangeByName('нет_имени');",
    null,
  ],

  // Named ranges.
  [
    "named ranges follow rows",
    "ss.setNamedRange('имя_а', s.getRange('A2:A3')); s.insertRowBefore(1); return ss.getRangeByName('имя_а').getA1Notation();",
    "A3:A4",
  ],
  [
    "a name in a formula",
    "ss.setNamedRange('имя_б', s.getRange('A1:A2')); s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('C1').setFormula('=SUM(имя_б)'); return s.getRange('C1').getValue();",
    3,
  ],
  [
    "a removed name",
    "ss.setNamedRange('имя_в', s.getRange('A1')); ss.removeNamedRange('имя_в'); return ss.getRangeByName('имя_в');",
    null,
  ],
  [
    "a wrong name",
    "return ss.setNamedRange('плохое имя', s.getRange('A1'));",
    REFUSED,
  ],
  [
    "renaming a name",
    "ss.setNamedRange('имя_г', s.getRange('B2')); ss.getNamedRanges().find((n) => n.getName() === 'имя_г').setName('имя_д'); return [ss.getRangeByName('имя_г'), ss.getRangeByName('имя_д').getA1Notation()];",
    [null, "B2"],
  ],
  [
    "getRange by a name",
    "ss.setNamedRange('имя_е', s.getRange('B2:B3')); return s.getRange('имя_е').getA1Notation();",
    "B2:B3",
  ],

  // Validation.
  [
    "a list",
    "const rule = SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).setAllowInvalid(false).setHelpText('помощь').build(); s.getRange('A1').setDataValidation(rule); const r = s.getRange('A1').getDataValidation(); return [String(r.getCriteriaType()), r.getCriteriaValues(), r.getAllowInvalid(), r.getHelpText()];",
    ["VALUE_IN_LIST", [["да", "нет"], true], false, "помощь"],
  ],
  [
    "a value off a strict list",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['да']).setAllowInvalid(false).build()); s.getRange('A1').setValue('нет'); SpreadsheetApp.flush(); return s.getRange('A1').getValue();",
    REFUSED,
  ],
  [
    "a loose list takes all",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['да']).setAllowInvalid(true).build()); s.getRange('A1').setValue('нет'); return s.getRange('A1').getValue();",
    "нет",
  ],
  [
    "a number between",
    "const r = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).build(); return [String(r.getCriteriaType()), r.getCriteriaValues()];",
    ["NUMBER_BETWEEN", [1, 5]],
  ],
  [
    "checkboxes",
    "s.getRange('A1').insertCheckboxes(); const r = s.getRange('A1'); return [r.getValue(), r.isChecked(), r.check().isChecked()];",
    [false, false, true],
  ],
  ["isChecked of other cells", "return s.getRange('A1').isChecked();", null],
  [
    "no validation is null",
    "return s.getRange('A1').getDataValidation();",
    null,
  ],
  [
    "removing by null",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); s.getRange('A1').setDataValidation(null); return s.getRange('A1').getDataValidation();",
    null,
  ],
  [
    "copying a rule",
    "const a = SpreadsheetApp.newDataValidation().requireTextContains('x').setAllowInvalid(false).build(); const b = a.copy().requireTextIsEmail().build(); return [String(b.getCriteriaType()), b.getAllowInvalid(), String(a.getCriteriaType())];",
    ["TEXT_IS_VALID_EMAIL", false, "TEXT_CONTAINS"],
  ],
  [
    "getDataValidations is a grid",
    "return s.getRange('A1:B1').getDataValidations();",
    [[null, null]],
  ],

  // Conditional formats.
  [
    "conditional rules",
    "const rule = SpreadsheetApp.newConditionalFormatRule().whenTextContains('x').setBackground('#00ff00').setRanges([s.getRange('A1:A5')]).build(); s.setConditionalFormatRules([rule]); const r = s.getConditionalFormatRules(); return [r.length, r[0].getRanges()[0].getA1Notation(), String(r[0].getBooleanCondition().getCriteriaType()), r[0].getBooleanCondition().getCriteriaValues()];",
    [1, "A1:A5", "TEXT_CONTAINS", ["x"]],
  ],
  [
    "a rule without ranges",
    "return SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBold(true).build() && s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBold(true).build()]);",
    REFUSED,
  ],
  [
    "clearing rules",
    "s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setBold(true).setRanges([s.getRange('A1')]).build()]); s.clearConditionalFormatRules(); return s.getConditionalFormatRules().length;",
    0,
  ],

  // Sort, filter, find, duplicates.
  [
    "sort by a column",
    "s.getRange('A1:B3').setValues([[3, 'c'], [1, 'a'], [2, 'b']]); s.getRange('A1:B3').sort(1); return s.getRange('B1:B3').getValues().flat();",
    ["a", "b", "c"],
  ],
  [
    "sort down",
    "s.getRange('A1:A3').setValues([[3], [1], [2]]); s.getRange('A1:A3').sort({ column: 1, ascending: false }); return s.getRange('A1:A3').getValues().flat();",
    [3, 2, 1],
  ],
  [
    "sort by two columns",
    "s.getRange('A1:B3').setValues([[1, 'b'], [2, 'a'], [1, 'a']]); s.getRange('A1:B3').sort([{ column: 1, ascending: false }, 2]); return s.getRange('A1:B3').getValues();",
    [
      [2, "a"],
      [1, "a"],
      [1, "b"],
    ],
  ],
  [
    "blanks go last",
    "s.getRange('A1:A3').setValues([[''], [2], [1]]); s.getRange('A1:A3').sort(1); return s.getRange('A1:A3').getValues().flat();",
    [1, 2, ""],
  ],
  [
    "sheet sort leaves frozen rows",
    "s.getRange('A1:A3').setValues([['я'], ['б'], ['а']]); s.setFrozenRows(1); s.sort(1); return s.getRange('A1:A3').getValues().flat();",
    ["я", "а", "б"],
  ],
  [
    "a filter",
    "s.getRange('A1:A3').setValues([['h'], [1], [2]]); const f = s.getRange('A1:A3').createFilter(); f.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenNumberGreaterThan(1).build()); return [s.isRowHiddenByFilter(2), s.isRowHiddenByFilter(3), s.getFilter().getRange().getA1Notation()];",
    [true, false, "A1:A3"],
  ],
  [
    "a second filter",
    "s.getRange('A1:A3').createFilter(); return s.getRange('C1:C3').createFilter();",
    REFUSED,
  ],
  [
    "TextFinder",
    "s.getRange('A1:A3').setValues([['Кот'], ['котик'], ['пёс']]); return s.createTextFinder('кот').findAll().map((r) => r.getA1Notation());",
    ["A1", "A2"],
  ],
  [
    "TextFinder with case and whole cells",
    "s.getRange('A1:A3').setValues([['Кот'], ['кот'], ['котик']]); return s.createTextFinder('кот').matchCase(true).matchEntireCell(true).findAll().map((r) => r.getA1Notation());",
    ["A2"],
  ],
  [
    "TextFinder replaces",
    "s.getRange('A1:A2').setValues([['a-a'], ['b']]); const n = s.createTextFinder('a').replaceAllWith('x'); return [n, s.getRange('A1').getValue()];",
    [2, "x-x"],
  ],
  [
    "TextFinder by expression",
    "s.getRange('A1:A2').setValues([['я12'], ['я']]); return s.createTextFinder('[0-9]+').useRegularExpression(true).findNext().getA1Notation();",
    "A1",
  ],
  [
    "TextFinder finds nothing",
    "return s.createTextFinder('нет').findNext();",
    null,
  ],
  [
    "removeDuplicates",
    "s.getRange('A1:B3').setValues([[1, 'a'], [1, 'a'], [2, 'a']]); return s.getRange('A1:B3').removeDuplicates().getA1Notation();",
    "A1:B2",
  ],
  [
    "removeDuplicates by column",
    "s.getRange('A1:B3').setValues([[1, 'a'], [1, 'b'], [2, 'a']]); s.getRange('A1:B3').removeDuplicates([2]); return s.getRange('A1:B3').getValues();",
    [
      [1, "a"],
      [1, "b"],
      ["", ""],
    ],
  ],
  [
    "trimWhitespace",
    "s.getRange('A1').setNumberFormat('@').setValue('  а   б '); return s.getRange('A1').trimWhitespace().getValue();",
    "а б",
  ],
  [
    "splitTextToColumns",
    "s.getRange('A1').setValue('а,б'); s.getRange('A1').splitTextToColumns(); return s.getRange('A1:B1').getValues()[0];",
    ["а", "б"],
  ],
  [
    "getNextDataCell",
    "s.getRange('A1:A3').setValues([[1], [2], [3]]); return s.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN).getA1Notation();",
    "A3",
  ],
  [
    "getDataRegion",
    "s.getRange('B2:C3').setValues([[1, 2], [3, 4]]); return s.getRange('B2').getDataRegion().getA1Notation();",
    "B2:C3",
  ],

  // Protection.
  [
    "a protected range",
    "const p = s.getRange('A1:B2').protect().setDescription('d').setWarningOnly(true); const list = s.getProtections(SpreadsheetApp.ProtectionType.RANGE); return [list.length, list[0].getDescription(), list[0].isWarningOnly(), list[0].getRange().getA1Notation()];",
    [1, "d", true, "A1:B2"],
  ],
  [
    "a protected sheet",
    "const p = s.protect(); p.setUnprotectedRanges([s.getRange('A1')]); return [String(p.getProtectionType()), p.getUnprotectedRanges()[0].getA1Notation()];",
    ["SHEET", "A1"],
  ],
  [
    "removed protection",
    "s.getRange('A1').protect().remove(); return s.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;",
    0,
  ],

  // RangeList, metadata, rich text.
  [
    "RangeList",
    "s.getRangeList(['A1', 'C1:C2']).setValue('q'); return [s.getRange('C2').getValue(), s.getRangeList(['A1', 'B2']).getRanges().map((r) => r.getA1Notation())];",
    ["q", ["A1", "B2"]],
  ],
  [
    "rich text",
    "const rich = SpreadsheetApp.newRichTextValue().setText('абв').setLinkUrl(0, 2, 'https://example.org').build(); s.getRange('A1').setRichTextValue(rich); return [s.getRange('A1').getValue(), s.getRange('A1').getRichTextValue().getLinkUrl(0, 2)];",
    ["абв", "https://example.org"],
  ],

  // Utilities.
  [
    "formatDate",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 8, 5, 21, 7, 9)), 'Europe/Moscow', \"yyyy-MM-dd'T'HH:mm:ss\");",
    "2026-09-06T00:07:09",
  ],
  [
    "formatDate with names and days",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 8, 5)), 'GMT', 'EEE, d MMM yyyy');",
    "Sat, 5 Sep 2026",
  ],
  [
    "formatDate in full",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 8, 5, 15)), 'GMT', 'EEEE MMMM hh a');",
    "Saturday September 03 PM",
  ],
  [
    "formatDate by zone",
    "return [Utilities.formatDate(new Date(0), 'GMT+5', 'HH:mm Z'), Utilities.formatDate(new Date(0), 'Asia/Kamchatka', 'HH XXX')];",
    ["05:00 +0500", "12 +12:00"],
  ],
  [
    "formatDate with quotes and days of the year",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 1, 1, 5, 4)), 'UTC', \"D ''yy'' h:m u\");",
    "32 '26' 5:4 7",
  ],
  [
    "formatDate milliseconds",
    "return Utilities.formatDate(new Date(1234), 'UTC', 'ss.SSS');",
    "01.234",
  ],
  [
    "formatDate with a wrong letter",
    "return Utilities.formatDate(new Date(0), 'UTC', 'bbb');",
    REFUSED,
  ],
  [
    "parseDate",
    "return Utilities.parseDate('05.09.2026 10:00', 'Europe/Moscow', 'dd.MM.yyyy HH:mm').getTime() === Date.UTC(2026, 8, 5, 7);",
    true,
  ],
  [
    "parseCsv",
    'return Utilities.parseCsv(\'a,"b,""c"""\\n1,"2\\n3"\');',
    [
      ["a", 'b,"c"'],
      ["1", "2\n3"],
    ],
  ],
  [
    "parseCsv with a delimiter",
    "return Utilities.parseCsv('a;b\\n1;2', ';');",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "base64 of Cyrillic",
    "return [Utilities.base64Encode('Привет', Utilities.Charset.UTF_8), Utilities.newBlob(Utilities.base64Decode('0J/RgNC40LLQtdGC')).getDataAsString('UTF-8')];",
    ["0J/RgNC40LLQtdGC", "Привет"],
  ],
  [
    "base64 web safe",
    "return Utilities.base64EncodeWebSafe([-5, -1, -2]);",
    "-__-",
  ],
  [
    "bytes are signed",
    "return Utilities.newBlob('я').getBytes();",
    [-47, -113],
  ],
  [
    "MD5 by bytes",
    "return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').map((b) => (b & 255).toString(16).padStart(2, '0')).join('');",
    "900150983cd24fb0d6963f7d28e17f72",
  ],
  [
    "SHA-256 of UTF-8",
    "return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'ё', Utilities.Charset.UTF_8).slice(0, 4);",
    [48, -5, -61, 119],
  ],
  [
    "HMAC",
    "return Utilities.computeHmacSha256Signature('data', 'key').map((b) => (b & 255).toString(16).padStart(2, '0')).join('');",
    "5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0",
  ],
  [
    "jsonStringify and jsonParse",
    "return [Utilities.jsonStringify({ a: [1, 'б'] }), Utilities.jsonParse('{\"a\":[1]}').a[0]];",
    ['{"a":[1,"б"]}', 1],
  ],
  [
    "getUuid",
    "return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid());",
    true,
  ],
  [
    "formatString",
    "return Utilities.formatString('%05d|%.2f|%-4s|%s', 42, 3.14159, 'a', 'б');",
    "00042|3.14|a   |б",
  ],
  [
    "zip and unzip",
    "return Utilities.unzip(Utilities.zip([Utilities.newBlob('текст', 'text/plain', 'файл.txt')], 'a.zip')).map((b) => [b.getName(), b.getDataAsString()]);",
    [["файл.txt", "текст"]],
  ],
  [
    "gzip",
    "return Utilities.ungzip(Utilities.gzip(Utilities.newBlob('abc'))).getDataAsString();",
    "abc",
  ],
  [
    "blob names and types",
    "const b = Utilities.newBlob('x', 'text/plain', 'a.txt'); return [b.getName(), b.getContentType(), b.copyBlob().setName('b').getName(), b.isGoogleType(), Utilities.newBlob('x').getName()];",
    ["a.txt", "text/plain", "b", false, null],
  ],
  [
    "blob of Windows-1251",
    "return [Utilities.newBlob('').setDataFromString('Да', 'windows-1251').getBytes(), Utilities.newBlob([-60, -32]).getDataAsString('windows-1251')];",
    [[-60, -32], "Да"],
  ],
  ["sleep too long", "return Utilities.sleep(300001);", REFUSED],

  // Properties, cache, locks.
  [
    "properties are texts",
    "const p = PropertiesService.getScriptProperties(); p.setProperty('n', '5'); return [p.getProperty('n'), typeof p.getProperty('n'), p.getProperty('нет')];",
    ["5", "string", null],
  ],
  [
    "setProperties keeps the others",
    "const p = PropertiesService.getUserProperties(); p.setProperty('a', '1'); p.setProperties({ b: '2' }); const both = p.getKeys().sort(); p.setProperties({ c: '3' }, true); return [both, p.getKeys()];",
    [["a", "b"], ["c"]],
  ],
  [
    "a property too large",
    "return PropertiesService.getScriptProperties().setProperty('big', 'x'.repeat(10 * 1024));",
    REFUSED,
  ],
  [
    "dangerous keys",
    "const p = PropertiesService.getDocumentProperties(); p.setProperty('__proto__', 'x'); p.setProperty('constructor', 'y'); const r = [p.getProperty('__proto__'), p.getProperty('constructor'), p.getProperty('toString')]; p.deleteProperty('__proto__'); p.deleteProperty('constructor'); return r;",
    ["x", "y", null],
  ],
  [
    "cache",
    "const c = CacheService.getScriptCache(); c.put('k', 'v', 100); c.putAll({ a: '1', b: '2' }); return [c.get('k'), c.getAll(['a', 'b', 'нет']), c.get('нет')];",
    ["v", { a: "1", b: "2" }, null],
  ],
  [
    "cache removes",
    "const c = CacheService.getUserCache(); c.put('k', 'v'); c.remove('k'); c.putAll({ a: '1', b: '2' }, 60); c.removeAll(['a', 'b']); return [c.get('k'), c.get('a')];",
    [null, null],
  ],
  [
    "cache keys too long",
    "return CacheService.getScriptCache().put('k'.repeat(251), 'v');",
    REFUSED,
  ],
  [
    "cache values too large",
    "return CacheService.getScriptCache().put('k', 'v'.repeat(100 * 1024 + 1));",
    REFUSED,
  ],
  [
    "locks",
    "const l = LockService.getScriptLock(); const got = l.tryLock(100); const has = l.hasLock(); l.releaseLock(); return [got, has, l.hasLock()];",
    [true, true, false],
  ],

  // Session, script, mail, forms.
  [
    "session",
    "return [Session.getScriptTimeZone(), typeof Session.getActiveUser().getEmail(), Session.getActiveUserLocale()];",
    ["Europe/Moscow", "string", "ru"],
  ],
  [
    "time zone and locale of the book",
    "return [ss.getSpreadsheetTimeZone(), ss.getSpreadsheetLocale()];",
    ["Europe/Moscow", "ru_RU"],
  ],
  [
    "mail without an address",
    "return MailApp.sendEmail('', 'тема', 'текст');",
    REFUSED,
  ],
  [
    "mail to a wrong address",
    "return MailApp.sendEmail('не адрес', 'тема', 'текст');",
    REFUSED,
  ],
  [
    "mail counts recipients",
    "const n = MailApp.getRemainingDailyQuota(); MailApp.sendEmail({ to: 'a@example.org,b@example.org', cc: 'c@example.org', subject: 'т', body: 'т' }); return n - MailApp.getRemainingDailyQuota();",
    3,
  ],
  [
    "a trigger's facts",
    "const t = ScriptApp.newTrigger('main').forSpreadsheet(ss).onEdit().create(); const r = [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId() === ss.getId()]; ScriptApp.deleteTrigger(t); return [...r, ScriptApp.getProjectTriggers().length];",
    ["main", "ON_EDIT", "SPREADSHEETS", true, 0],
  ],
  [
    "a clock trigger",
    "const t = ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); const r = [String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]; ScriptApp.deleteTrigger(t); return r;",
    ["CLOCK", "CLOCK", null],
  ],
  [
    "everyMinutes takes few numbers",
    "return ScriptApp.newTrigger('main').timeBased().everyMinutes(7).create();",
    REFUSED,
  ],
  [
    "form items",
    "const f = FormApp.create('Ф'); const i = f.addMultipleChoiceItem().setTitle('В').setChoiceValues(['а', 'б']).setRequired(true); return [f.getItems().length, String(i.getType()), i.getChoices().map((c) => c.getValue()), i.isRequired(), f.getItems()[0].getTitle()];",
    [1, "MULTIPLE_CHOICE", ["а", "б"], true, "В"],
  ],
  [
    "no choices",
    "return FormApp.create('Ф').addListItem().setChoiceValues([]);",
    REFUSED,
  ],
  [
    "scale bounds",
    "const i = FormApp.create('Ф').addScaleItem(); const a = [i.getLowerBound(), i.getUpperBound()]; i.setBounds(0, 10).setLabels('мало', 'много'); return [a, i.getLowerBound(), i.getUpperBound(), i.getLeftLabel()];",
    [[1, 5], 0, 10, "мало"],
  ],
  [
    "scale bounds too wide",
    "return FormApp.create('Ф').addScaleItem().setBounds(0, 11);",
    REFUSED,
  ],
  [
    "moving items",
    "const f = FormApp.create('Ф'); f.addTextItem().setTitle('1'); f.addTextItem().setTitle('2'); f.moveItem(1, 0); return f.getItems().map((i) => i.getTitle());",
    ["2", "1"],
  ],
  [
    "items of a type",
    "const f = FormApp.create('Ф'); f.addTextItem(); f.addDateItem(); return f.getItems(FormApp.ItemType.DATE).length;",
    1,
  ],
  ["an unknown item", "return FormApp.create('Ф').getItemById(12345);", null],
  [
    "a wrong cast",
    "return FormApp.create('Ф').addTextItem() && FormApp.create('Г').addTextItem().getType() && (() => { const f = FormApp.create('Д'); f.addTextItem(); return f.getItems()[0].asDateItem(); })();",
    REFUSED,
  ],
] satisfies readonly Check[]);
