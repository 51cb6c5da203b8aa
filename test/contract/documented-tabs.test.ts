/** Tabs, books, names, rules, filters, protections: a second reader's checks of Google's reference, written before the host was asked. */
import { type Check, REFUSED, testDocumented } from "./documented-checks";

testDocumented([
  // Enums and objects.
  [
    "objects tell their class",
    "return [String(ss), String(s), String(s.getRange('A1')), String(SpreadsheetApp)];",
    ["Spreadsheet", "Sheet", "Range", "SpreadsheetApp"],
  ],
  [
    "enum values have names, places and an order",
    "const W = SpreadsheetApp.WrapStrategy; return [W.WRAP.name(), W.WRAP.toString(), typeof W.WRAP.ordinal(), W.WRAP.compareTo(W.WRAP), W.WRAP === W.WRAP];",
    ["WRAP", "WRAP", "number", 0, true],
  ],
  [
    "type of a tab",
    "return [String(s.getType()), s.getType() === SpreadsheetApp.SheetType.GRID];",
    ["GRID", true],
  ],

  // Tabs.
  [
    "a new tab is the active one",
    "return [ss.getActiveSheet().getSheetId() === s.getSheetId(), SpreadsheetApp.getActiveSheet().getName() === s.getName()];",
    [true, true],
  ],
  [
    "insertSheet by title and place",
    "const t = ss.insertSheet('Первая', 0); const r = [t.getName(), t.getIndex(), ss.getSheets()[0].getName()]; ss.deleteSheet(t); return r;",
    ["Первая", 1, "Первая"],
  ],
  [
    "a tab made after a template",
    "s.getRange('A1').setValue('x').setBackground('#ff0000'); s.setColumnWidth(1, 220); const t = ss.insertSheet('По образцу', { template: s }); const r = [t.getRange('A1').getValue(), t.getRange('A1').getBackground(), t.getColumnWidth(1)]; ss.deleteSheet(t); return r;",
    ["x", "#ff0000", 220],
  ],
  [
    "copyTo the same book",
    "s.setName('Исходный'); const t = s.copyTo(ss); const r = [t.getName() !== 'Исходный', t.getName().includes('Исходный'), t.getIndex() === ss.getNumSheets()]; ss.deleteSheet(t); return r;",
    [true, true, true],
  ],
  [
    "a tab's title may have spaces and marks",
    "return s.setName(' Пары: 5/6 [черновик] ').getName();",
    " Пары: 5/6 [черновик] ",
  ],
  [
    "titles differ by case alone",
    "const t = ss.insertSheet('ёлка'); try { s.setName('ЁЛКА'); return 'да'; } catch (e) { return 'нет'; } finally { ss.deleteSheet(t); }",
    "нет",
  ],
  [
    "moveActiveSheet",
    "ss.setActiveSheet(s); ss.moveActiveSheet(1); return s.getIndex();",
    1,
  ],
  [
    "the last tab stays",
    "const all = ss.getSheets(); try { all.forEach((t) => ss.deleteSheet(t)); } catch (e) { const left = ss.getSheets().length; return [left, e.message]; }",
    [1, "You can't remove all the sheets in a document."],
  ],
  [
    "the last shown tab cannot be hidden",
    "const others = ss.getSheets().filter((t) => t.getSheetId() !== s.getSheetId() && !t.isSheetHidden()); others.forEach((t) => t.hideSheet()); try { s.hideSheet(); } finally { others.forEach((t) => t.showSheet()); }",
    { refused: "You can't hide all the sheets in a document." },
  ],
  [
    "a tab's colour",
    "s.setTabColor('#ff9900'); const a = s.getTabColor(); s.setTabColor(null); return [a, s.getTabColor()];",
    ["#ff9900", null],
  ],
  [
    "gridlines",
    "return [s.hasHiddenGridlines(), s.setHiddenGridlines(true).hasHiddenGridlines()];",
    [false, true],
  ],
  [
    "getDataRange of the active tab",
    "s.getRange('B2').setValue(1); return ss.getDataRange().getA1Notation();",
    "A1:B2",
  ],
  [
    "getRange of the book by title",
    "s.setName('С пробелом'); return [ss.getRange(\"'С пробелом'!B2\").getSheet().getName(), ss.getRange('A1').getSheet().getSheetId() === s.getSheetId()];",
    ["С пробелом", true],
  ],
  ["getParent", "return s.getParent().getId() === ss.getId();", true],
  ["the book's addresses", "return ss.getUrl().includes(ss.getId());", true],
  [
    "a book that is not there",
    "return SpreadsheetApp.openById('нет');",
    REFUSED,
  ],
  [
    "renaming the book",
    "const before = ss.getName(); ss.rename('Другая книга'); const now = ss.getName(); ss.rename(before); return now;",
    "Другая книга",
  ],
  [
    "the locale changes what is shown",
    "s.getRange('A1').setValue(1.5); ss.setSpreadsheetLocale('en_US'); const r = [ss.getSpreadsheetLocale(), s.getRange('A1').getDisplayValue()]; ss.setSpreadsheetLocale('ru_RU'); return [...r, s.getRange('A1').getDisplayValue()];",
    ["en_US", "1.5", "1,5"],
  ],

  // Rows and columns.
  [
    "sizes in pixels",
    "s.setColumnWidth(2, 180); s.setRowHeight(3, 50); s.setColumnWidths(4, 2, 60); s.setRowHeights(5, 2, 30); return [s.getColumnWidth(2), s.getRowHeight(3), s.getColumnWidth(5), s.getRowHeight(6), s.getColumnWidth(6)];",
    [180, 50, 60, 30, 100],
  ],
  [
    "appendRow returns the sheet",
    "return s.appendRow(['а']).appendRow(['б']).getLastRow();",
    2,
  ],
  [
    "appendRow adds rows at the end of a full tab",
    "s.deleteRows(3, 998); s.getRange('A2').setValue('x'); s.appendRow(['y']); return [s.getMaxRows(), s.getRange('A3').getValue()];",
    [3, "y"],
  ],
  [
    "appendRow of something that is no list",
    "return s.appendRow('x');",
    REFUSED,
  ],
  [
    "insertRows alone inserts one",
    "s.insertRows(1); return s.getMaxRows();",
    1001,
  ],
  [
    "insertColumns with a number",
    "s.insertColumns(2, 3); return s.getMaxColumns();",
    29,
  ],
  [
    "inserting returns the sheet",
    "return [s.insertRowAfter(1), s.insertRowsBefore(1, 2), s.insertColumnAfter(1)].every((x) => x.getSheetId() === s.getSheetId());",
    true,
  ],
  [
    "deleteRow returns the sheet, deleteRows nothing",
    "return [typeof s.deleteRow(1), s.deleteRows(1, 2) === undefined, typeof s.deleteColumn(1)];",
    ["object", true, "object"],
  ],
  [
    "moveColumns",
    "s.getRange('A1:C1').setValues([[1, 2, 3]]); s.moveColumns(s.getRange('A:A'), 4); return s.getRange('A1:C1').getValues()[0];",
    [2, 3, 1],
  ],
  [
    "hide and unhide by range",
    "s.hideRow(s.getRange('A2:A3')); s.hideColumn(s.getRange('B1')); const a = [s.isRowHiddenByUser(3), s.isColumnHiddenByUser(2)]; s.unhideRow(s.getRange('A2:A3')); s.unhideColumn(s.getRange('B1')); return [...a, s.isRowHiddenByUser(3), s.isColumnHiddenByUser(2)];",
    [true, true, false, false],
  ],
  [
    "hidden rows still have values",
    "s.getRange('A1:A3').setValues([[1], [2], [3]]); s.hideRows(2); return s.getRange('A1:A3').getValues().flat();",
    [1, 2, 3],
  ],
  [
    "frozen lines",
    "s.setFrozenRows(2); s.setFrozenColumns(1); const a = [s.getFrozenRows(), s.getFrozenColumns()]; s.setFrozenRows(0); return [...a, s.getFrozenRows()];",
    [2, 1, 0],
  ],
  [
    "frozen rows grow with a row inserted among them",
    "s.setFrozenRows(2); s.insertRowBefore(1); return s.getFrozenRows();",
    3,
  ],
  [
    "a deleted frozen row is no longer frozen",
    "s.setFrozenRows(2); s.deleteRow(1); return s.getFrozenRows();",
    1,
  ],
  [
    "autoResizeColumn makes long text fit",
    "s.getRange('A1').setValue('очень длинный текст, который не помещается в сто пикселей'); s.autoResizeColumn(1); return s.getColumnWidth(1) > 200;",
    true,
  ],
  [
    "clear with options on a tab",
    "s.getRange('A1').setValue(1).setBackground('#ff0000'); s.clear({ formatOnly: true }); return [s.getRange('A1').getValue(), s.getRange('A1').getBackground()];",
    [1, "#ffffff"],
  ],
  [
    "clear of a tab keeps notes and rules of input",
    "s.getRange('A1').setValue(1).setNote('n').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build()); s.clear(); return [s.getRange('A1').getNote(), s.getRange('A1').getDataValidation() !== null, s.getLastRow()];",
    ["n", true, 0],
  ],

  // Defined names.
  [
    "a name's facts",
    "ss.setNamedRange('мой_блок', s.getRange('B2:C3')); const n = ss.getNamedRanges().find((x) => x.getName() === 'мой_блок'); return [n.getRange().getA1Notation(), n.getRange().getSheet().getSheetId() === s.getSheetId()];",
    ["B2:C3", true],
  ],
  [
    "setting a name twice moves it",
    "ss.setNamedRange('дважды', s.getRange('A1')); ss.setNamedRange('дважды', s.getRange('B2')); return [ss.getRangeByName('дважды').getA1Notation(), ss.getNamedRanges().filter((x) => x.getName() === 'дважды').length];",
    ["B2", 1],
  ],
  [
    "names of one tab",
    "const t = ss.insertSheet(); ss.setNamedRange('у_с', s.getRange('A1')); ss.setNamedRange('у_т', t.getRange('A1')); const r = s.getNamedRanges().map((x) => x.getName()); ss.deleteSheet(t); return r.includes('у_с') && !r.includes('у_т');",
    true,
  ],
  [
    "removing a name that is not there",
    "return ss.removeNamedRange('нет_такого_имени');",
    REFUSED,
  ],
  [
    "a renamed name goes on in formulas",
    "s.getRange('A1').setValue(4); ss.setNamedRange('старое', s.getRange('A1')); s.getRange('B1').setFormula('=старое*2'); ss.getNamedRanges().find((x) => x.getName() === 'старое').setName('новое_имя'); return [s.getRange('B1').getFormula(), s.getRange('B1').getValue()];",
    ["=новое_имя*2", 8],
  ],

  // Rules of input.
  [
    "a list shows its values and keeps its order",
    "const v = SpreadsheetApp.newDataValidation().requireValueInList(['в', 'а', 'б'], false).setHelpText('выберите').build(); s.getRange('A1').setDataValidation(v); const w = s.getRange('A1').getDataValidation(); return [String(w.getCriteriaType()), w.getCriteriaValues(), w.getHelpText(), w.getAllowInvalid()];",
    ["VALUE_IN_LIST", [["в", "а", "б"], false], "выберите", true],
  ],
  [
    "no help text is null",
    "return SpreadsheetApp.newDataValidation().requireCheckbox().build().getHelpText();",
    null,
  ],
  [
    "the values of a date rule are dates",
    "const v = SpreadsheetApp.newDataValidation().requireDateBetween(new Date(2026, 0, 1), new Date(2026, 11, 31)).build(); return v.getCriteriaValues().map((d) => d instanceof Date);",
    [true, true],
  ],
  [
    "a checkbox's own values",
    "return SpreadsheetApp.newDataValidation().requireCheckbox('да', 'нет').build().getCriteriaValues();",
    ["да", "нет"],
  ],
  [
    "a rule that only warns lets values in",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setAllowInvalid(true).build()); return s.getRange('A1').setValue(9).getValue();",
    9,
  ],
  [
    "numbers between",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setAllowInvalid(false).build()); return s.getRange('A1').setValue(6);",
    { refused: "violates the data validation rules" },
  ],
  [
    "a refused block writes nothing",
    "s.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setAllowInvalid(false).build()); try { s.getRange('A1:A2').setValues([[1], [9]]); } catch (e) {} return s.getRange('A2').getValue();",
    "",
  ],
  [
    "a value from a range follows the range",
    "s.getRange('C1:C2').setValues([['а'], ['б']]); s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(s.getRange('C1:C2')).setAllowInvalid(false).build()); s.getRange('A1').setValue('б'); s.getRange('C2').setValue('в'); s.getRange('A1').setValue('в'); return s.getRange('A1').getValue();",
    "в",
  ],
  [
    "an empty value passes every rule",
    "s.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['да']).setAllowInvalid(false).build()).setValue('да').setValue(''); return s.getRange('A1').getValue();",
    "",
  ],

  // Conditional formats.
  [
    "rules keep their order",
    "const rule = (c) => SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setBackground(c).setRanges([s.getRange('A1')]).build(); s.setConditionalFormatRules([rule('#ff0000'), rule('#00ff00')]); return s.getConditionalFormatRules().map((r) => r.getBooleanCondition().getBackground());",
    ["#ff0000", "#00ff00"],
  ],
  [
    "a conditional format does not show in getBackground",
    "s.getRange('A1').setValue(1); s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(0).setBackground('#ff0000').setRanges([s.getRange('A1')]).build()]); return s.getRange('A1').getBackground();",
    "#ffffff",
  ],
  [
    "several ranges of a rule",
    "s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('x').setFontColor('#ffffff').setRanges([s.getRange('A1:A3'), s.getRange('C1:C3')]).build()]); return s.getConditionalFormatRules()[0].getRanges().map((r) => r.getA1Notation());",
    ["A1:A3", "C1:C3"],
  ],
  [
    "a copied rule is another",
    "const a = SpreadsheetApp.newConditionalFormatRule().whenTextContains('x').setBold(true).setRanges([s.getRange('A1')]).build(); const b = a.copy().setRanges([s.getRange('B1')]).build(); return [a.getRanges()[0].getA1Notation(), b.getRanges()[0].getA1Notation(), b.getBooleanCondition().getCriteriaValues()];",
    ["A1", "B1", ["x"]],
  ],

  // Filters.
  [
    "a filter's range and tab",
    "s.getRange('A1:B3').setValues([['а', 'б'], [1, 2], [3, 4]]); const f = s.getRange('A1:B3').createFilter(); return [f.getRange().getA1Notation(), s.getFilter().getRange().getA1Notation(), s.getRange('A2').getFilter() !== null];",
    ["A1:B3", "A1:B3", true],
  ],
  [
    "filtered rows are not hidden by the user",
    "s.getRange('A1:A3').setValues([['а'], [1], [2]]); s.getRange('A1:A3').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['1']).build()); return [s.isRowHiddenByFilter(2), s.isRowHiddenByUser(2), s.getRange('A2').getValue()];",
    [true, false, 1],
  ],

  // Sorting.
  [
    "sort takes texts without regard to case, in Russian order",
    "s.getRange('A1:A5').setValues([['ёж'], ['Яна'], ['анна'], ['Еж'], ['Борис']]); s.getRange('A1:A5').sort(1); return s.getRange('A1:A5').getValues().flat();",
    ["анна", "Борис", "Еж", "ёж", "Яна"],
  ],
  [
    "numbers before texts, blanks last",
    "s.getRange('A1:A4').setValues([['а'], [''], [10], [9]]); s.getRange('A1:A4').sort(1); return s.getRange('A1:A4').getValues().flat();",
    [9, 10, "а", ""],
  ],
  [
    "sort moves looks along",
    "s.getRange('A1:A2').setValues([[2], [1]]); s.getRange('A1').setBackground('#ff0000'); s.getRange('A1:A2').sort(1); return s.getRange('A2').getBackground();",
    "#ff0000",
  ],
  [
    "sort counts the sheet's columns",
    "s.getRange('B1:C2').setValues([['б', 1], ['а', 2]]); s.getRange('B1:C2').sort(2); return s.getRange('B1:C2').getValues();",
    [
      ["а", 2],
      ["б", 1],
    ],
  ],

  // Protection.
  [
    "a new protection",
    "const p = s.getRange('A1:B2').protect(); return [p.getDescription(), p.isWarningOnly(), p.canEdit(), String(p.getProtectionType()), p.getRange().getA1Notation()];",
    ["", false, true, "RANGE", "A1:B2"],
  ],
  [
    "protections of ranges and tabs are apart",
    "s.getRange('A1').protect(); s.protect(); return [s.getProtections(SpreadsheetApp.ProtectionType.RANGE).length, s.getProtections(SpreadsheetApp.ProtectionType.SHEET).length];",
    [1, 1],
  ],
  [
    "protecting a tab twice is one protection",
    "s.protect().setDescription('первая'); s.protect().setDescription('вторая'); return s.getProtections(SpreadsheetApp.ProtectionType.SHEET).map((p) => p.getDescription());",
    ["вторая"],
  ],

  // Developer metadata.
  [
    "metadata of a tab",
    "s.addDeveloperMetadata('ключ', 'знач'); const m = s.getDeveloperMetadata()[0]; return [m.getKey(), m.getValue(), String(m.getVisibility()), String(m.getLocation().getLocationType())];",
    ["ключ", "знач", "DOCUMENT", "SHEET"],
  ],
  [
    "metadata of a column moves with it",
    "s.getRange('B:B').addDeveloperMetadata('кол'); s.insertColumnBefore(1); return s.createDeveloperMetadataFinder().withKey('кол').find().map((m) => m.getLocation().getColumn().getA1Notation());",
    ["C:C"],
  ],
  [
    "metadata of a single cell",
    "return s.getRange('A1').addDeveloperMetadata('к');",
    REFUSED,
  ],

  // Selection.
  [
    "activate selects",
    "s.getRange('B2:C3').activate(); return [s.getActiveRange().getA1Notation(), s.getCurrentCell().getA1Notation(), ss.getActiveRange().getA1Notation(), SpreadsheetApp.getActiveRange().getA1Notation()];",
    ["B2:C3", "B2", "B2:C3", "B2:C3"],
  ],
  [
    "setActiveSelection by text",
    "s.setActiveSelection('D4'); return s.getSelection().getCurrentCell().getA1Notation();",
    "D4",
  ],

  // Searching, tidying.
  [
    "TextFinder finds in row order",
    "s.getRange('A1:B2').setValues([['x', 'y'], ['y', 'x']]); return s.createTextFinder('x').findAll().map((r) => r.getA1Notation());",
    ["A1", "B2"],
  ],
  [
    "TextFinder sees what is shown",
    "s.getRange('A1').setValue(0.5).setNumberFormat('0%'); return s.createTextFinder('50%').findAll().length;",
    1,
  ],
  [
    "TextFinder of the whole book",
    "s.getRange('A1').setValue('редкое-слово'); return ss.createTextFinder('редкое-слово').findAll().map((r) => r.getSheet().getSheetId() === s.getSheetId());",
    [true],
  ],
  [
    "replaceAllWith takes groups of an expression",
    "s.getRange('A1').setValue('Иван Петров'); s.createTextFinder('(\\\\S+) (\\\\S+)').useRegularExpression(true).replaceAllWith('$2 $1'); return s.getRange('A1').getValue();",
    "Петров Иван",
  ],
  [
    "splitting by a delimiter of one's own",
    "s.getRange('A1').setValue('а; б; в'); s.getRange('A1').splitTextToColumns('; '); return s.getRange('A1:C1').getValues()[0];",
    ["а", "б", "в"],
  ],
] satisfies readonly Check[]);
