/** What people type and scripts do every day: more of the second reader's checks. */
import { type Check, testDocumented } from "./documented-checks";

testDocumented([
  [
    "one formula for a range goes along",
    "s.getRange('A1:B2').setFormula('=D1'); return s.getRange('A1:B2').getFormulas();",
    [
      ["=D1", "=E1"],
      ["=D2", "=E2"],
    ],
  ],
  [
    "one R1C1 formula for a range",
    "s.getRange('B1:B2').setFormulaR1C1('=RC[-1]+1'); return s.getRange('B1:B2').getFormulas().flat();",
    ["=A1+1", "=A2+1"],
  ],
  [
    "a duplicate is named after its model",
    "s.setName('Дубль'); ss.setActiveSheet(s); const t = ss.duplicateActiveSheet(); const n = t.getName(); ss.deleteSheet(t); return n.includes('Дубль') && n !== 'Дубль';",
    true,
  ],
  [
    "deleting the active tab makes another active",
    "ss.insertSheet('ещё'); return typeof ss.deleteActiveSheet().getName();",
    "string",
  ],
  [
    "appendRow takes dates and yes/no",
    "s.appendRow([new Date(2026,8,5), true, 'x']); return [s.getRange('A1').getDisplayValue(), s.getRange('B1').getValue()];",
    ["05.09.2026", true],
  ],
  [
    "angles below and none",
    "return [s.getRange('A1').setTextRotation(-45).getTextRotation().getDegrees(), s.getRange('B1').getTextRotation().getDegrees()];",
    [-45, 0],
  ],
  [
    "getCell of the first cell",
    "return s.getRange('B2').getCell(1,1).getA1Notation();",
    "B2",
  ],
  [
    "a whole column has every row",
    "return s.getRange('A:A').getNumRows();",
    1000,
  ],
  [
    "a negative number of rows",
    "return s.getRange(2,1,-1,1);",
    { refused: "" },
  ],
  [
    "hidden tabs are read",
    "s.getRange('A1').setValue('x'); s.hideSheet(); const v = s.getRange('A1').getValue(); s.showSheet(); return v;",
    "x",
  ],
  [
    "50,000 characters",
    "const t='x'.repeat(50000); s.getRange('A1').setValue(t); return s.getRange('A1').getValue().length;",
    50000,
  ],
  [
    "50,001 characters",
    "s.getRange('A1').setValue('x'.repeat(50001));",
    {
      refused:
        "Your input contains more than the maximum of 50000 characters in a single cell.",
    },
  ],
  [
    "more rows than the tab has",
    "return s.getRange(1,1,1001,1);",
    { refused: "" },
  ],
  [
    "BigInt/undefined value",
    "s.getRange('A1:B1').setValues([[undefined, null]]); return s.getRange('A1:B1').getValues();",
    [["", ""]],
  ],
  [
    "NaN is an error",
    "s.getRange('A1').setValue(NaN); return s.getRange('A1').getDisplayValue();",
    "#NUM!",
  ],
  [
    "a typed address of mail",
    "s.getRange('A1').setValue('a@b.ru'); return s.getRange('A1').getValue();",
    "a@b.ru",
  ],
  [
    "a typed telephone is text",
    "s.getRange('A1').setValue('+7 900 123-45-67'); return typeof s.getRange('A1').getValue();",
    "string",
  ],
  [
    "a day and a month",
    "s.getRange('A1').setValue('5.9'); return s.getRange('A1').getValue() instanceof Date;",
    true,
  ],
  [
    "1/2 is a day",
    "s.getRange('A1').setValue('1/2'); return s.getRange('A1').getValue() instanceof Date;",
    true,
  ],
  [
    "roubles",
    "s.getRange('A1').setValue('1 500 ₽'); return s.getRange('A1').getValue();",
    1500,
  ],
  [
    "thousands with a blank",
    "s.getRange('A1').setValue('1 500,5'); return s.getRange('A1').getValue();",
    1500.5,
  ],
  [
    "1.5 is a day in Russian",
    "s.getRange('A1').setValue('1.5'); return typeof s.getRange('A1').getValue();",
    "object",
  ],
  [
    "a power of ten",
    "s.getRange('A1').setValue('1E3'); return s.getRange('A1').getValue();",
    1000,
  ],
  [
    "a negative number",
    "s.getRange('A1').setValue('-5'); return s.getRange('A1').getValue();",
    -5,
  ],
  [
    "a plus begins a formula",
    "s.getRange('A1').setValue('+1+1'); return s.getRange('A1').getValue();",
    2,
  ],
  [
    "a sign of equality alone",
    "s.getRange('A1').setValue('='); return s.getRange('A1').getDisplayValue();",
    "=",
  ],
  [
    "small letters stay in a formula",
    "s.getRange('A1').setFormula('=sum(1;2)'); return [s.getRange('A1').getFormula(), s.getRange('A1').getValue()];",
    ["=sum(1;2)", 3],
  ],
  [
    "a formula follows the locale",
    "ss.setSpreadsheetLocale('en_US'); s.getRange('A1').setFormula('=SUM(1.5,2)'); const v=[s.getRange('A1').getValue(), s.getRange('A1').getFormula()]; ss.setSpreadsheetLocale('ru_RU'); return [...v, s.getRange('A1').getFormula()];",
    [3.5, "=SUM(1.5,2)", "=SUM(1,5;2)"],
  ],
  [
    "a formula names its own tab",
    "s.setName('Лист А'); s.getRange('A1').setValue(2); s.getRange('B1').setFormula(\"='Лист А'!A1*2\"); return s.getRange('B1').getValue();",
    4,
  ],
  [
    "a name like a cell",
    "ss.setNamedRange('A1', s.getRange('A1'));",
    { refused: "" },
  ],
  [
    "mixed ticks are null",
    "s.getRange('A1:A3').insertCheckboxes(); s.getRange('A2').check(); return [s.getRange('A1:A3').getValues().flat(), s.getRange('A1:A3').isChecked()];",
    [[false, true, false], null],
  ],
  [
    "checkboxes go with their values",
    "s.getRange('A1').insertCheckboxes().check(); s.getRange('A1').removeCheckboxes(); return [s.getRange('A1').getDataValidation(), s.getRange('A1').getValue()];",
    [null, ""],
  ],
  [
    "what a block shows",
    "s.getRange('A1:B2').setValues([[1,''],['',0.5]]); return s.getDataRange().getDisplayValues();",
    [
      ["1", ""],
      ["", "0,5"],
    ],
  ],
  ["a toast gives nothing", "return ss.toast('а') === undefined;", true],
  [
    "hidden rows move down",
    "s.hideRows(3); s.insertRowBefore(1); return [s.isRowHiddenByUser(3), s.isRowHiddenByUser(4)];",
    [false, true],
  ],
  [
    "a new column is as wide as its neighbour",
    "s.setColumnWidth(2, 200); s.insertColumnBefore(2); return [s.getColumnWidth(2), s.getColumnWidth(3)];",
    [200, 200],
  ],
  [
    "formulas follow moved rows",
    "s.getRange('A1:A3').setValues([[1],[2],[3]]); s.getRange('C1').setFormula('=A3'); s.moveRows(s.getRange('A3:A3'), 1); return [s.getRange('C2').getFormula(), s.getRange('C2').getValue()];",
    ["=A1", 3],
  ],
  [
    "replaceWith takes the whole cell found",
    "s.getRange('A1').setValue('кот кот'); const f = s.createTextFinder('кот'); f.findNext(); f.replaceWith('пёс'); return s.getRange('A1').getValue();",
    "пёс пёс",
  ],
  [
    "blanks are last downwards too",
    "s.getRange('A1:A3').setValues([[1],[''],[2]]); s.getRange('A1:A3').sort({column:1, ascending:false}); return s.getRange('A1:A3').getValues().flat();",
    [2, 1, ""],
  ],
  [
    "sorting by a column outside",
    "return s.getRange('A1:B2').sort(3);",
    { refused: "" },
  ],
  [
    "buttons of dialogs",
    "const ui = SpreadsheetApp.getUi(); return [String(ui.Button.YES), String(ui.ButtonSet.YES_NO)];",
    ["YES", "YES_NO"],
  ],
  [
    "a note for a range",
    "s.getRange('A1:B1').setNote('x'); return s.getRange('A1:B1').getNotes();",
    [["x", "x"]],
  ],
  [
    "looks are copied without values",
    "s.getRange('A1').setBackground('#ff0000').setValue(1); s.getRange('A1').copyFormatToRange(s, 2, 2, 1, 1); return [s.getRange('B1').getBackground(), s.getRange('B1').getValue()];",
    ["#ff0000", ""],
  ],
  [
    "a copy over itself",
    "s.getRange('A1:A2').setValues([[1],[2]]); s.getRange('A1:A2').copyTo(s.getRange('A2')); return s.getRange('A1:A3').getValues().flat();",
    [1, 1, 2],
  ],
  [
    "501 choices and more",
    "return s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(Array.from({length: 501}, (_, i) => 'в' + i)).build());",
    { refused: "more items than the limit of 500" },
  ],
  [
    "a rule of nothing",
    "return SpreadsheetApp.newDataValidation().build();",
    { refused: "" },
  ],
  [
    "a list that is none",
    "return SpreadsheetApp.newDataValidation().requireValueInList('а');",
    { refused: "don't match" },
  ],
  [
    "rows merged across keep their first values",
    "s.getRange('A1:B2').setValues([[1,2],[3,4]]); s.getRange('A1:B2').mergeAcross(); return s.getRange('A1:B2').getValues();",
    [
      [1, ""],
      [3, ""],
    ],
  ],
  [
    "a part of merged cells",
    "s.getRange('A1:B2').merge(); s.getRange('A1').breakApart();",
    { refused: "You must select all cells in a merged range" },
  ],
  [
    "a new protection names nobody",
    "const p = s.getRange('A1').protect(); return p.getEditors().length;",
    0,
  ],
  [
    "a protected tab has no free ranges",
    "const p = s.protect(); return p.getUnprotectedRanges().length;",
    0,
  ],
  [
    "names of a deleted tab",
    "const t = ss.insertSheet(); ss.setNamedRange('уйдёт', t.getRange('A1')); ss.deleteSheet(t); return ss.getRangeByName('уйдёт');",
    null,
  ],
  [
    "Utilities charset names",
    "return String(Utilities.Charset.UTF_8);",
    "UTF_8",
  ],
  [
    "an archive of one file",
    "return Utilities.unzip(Utilities.zip([Utilities.newBlob('я').setName('я.txt')], 'я.zip'))[0].getDataAsString('UTF-8');",
    "я",
  ],
] satisfies readonly Check[]);
