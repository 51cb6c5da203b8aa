/**
 * More of what Google's reference says, at the edges; written from the
 * reference alone before the host was asked.
 */
import { type Check, REFUSED, testDocumented } from "./documented-checks";

testDocumented([
  // Values across time zones and locales.
  [
    "a moment is shown in the book's time zone",
    "const d = new Date(Date.UTC(2026, 8, 5, 2)); ss.setSpreadsheetTimeZone('America/New_York'); s.getRange('A1').setValue(d).setNumberFormat('dd.mm.yyyy hh:mm'); const shown = s.getRange('A1').getDisplayValue(); ss.setSpreadsheetTimeZone('Europe/Moscow'); return shown;",
    "04.09.2026 22:00",
  ],
  [
    "the same cell is another moment in another zone",
    "const d = new Date(Date.UTC(2026, 8, 5, 9)); s.getRange('A1').setValue(d); ss.setSpreadsheetTimeZone('Asia/Yekaterinburg'); const h = (s.getRange('A1').getValue().getTime() - d.getTime()) / 3600000; ss.setSpreadsheetTimeZone('Europe/Moscow'); return h;",
    -2,
  ],
  [
    "a typed date is a Date",
    "s.getRange('A1').setValue('05.09.2026'); const v = s.getRange('A1').getValue(); return [v instanceof Date, v.getTime() === new Date(2026, 8, 5).getTime()];",
    [true, true],
  ],
  [
    "a typed time is of 1899",
    "s.getRange('A1').setValue('10:30'); return s.getRange('A1').getValue().getFullYear();",
    1899,
  ],
  [
    "a typed percentage",
    "s.getRange('A1').setValue('50%'); return s.getRange('A1').getValue();",
    0.5,
  ],
  [
    "a comma is a decimal in formulas of ru_RU",
    "s.getRange('A1').setFormula('=1,5+1'); return s.getRange('A1').getValue();",
    2.5,
  ],
  [
    "text formats keep what is typed",
    "s.getRange('A1').setNumberFormat('@').setValue('007'); return s.getRange('A1').getValue();",
    "007",
  ],
  [
    "dates before and after summer time",
    "return [Utilities.formatDate(new Date(Date.UTC(2026, 2, 29, 0, 59)), 'Europe/Berlin', 'HH:mm'), Utilities.formatDate(new Date(Date.UTC(2026, 2, 29, 1, 1)), 'Europe/Berlin', 'HH:mm')];",
    ["01:59", "03:01"],
  ],
  [
    "week years, eras and hours to 24",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 11, 31)), 'UTC', 'YYYY G k K w');",
    "2027 AD 24 0 1",
  ],
  [
    "months by letters",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 8, 5)), 'UTC', 'M MM MMM MMMM LLL yy yyy y');",
    "9 09 Sep September Sep 26 2026 2026",
  ],
  [
    "weeks of the month",
    "return Utilities.formatDate(new Date(Date.UTC(2026, 8, 14)), 'UTC', 'F W E EEEE');",
    "2 3 Mon Monday",
  ],
  [
    "zones",
    "return Utilities.formatDate(new Date(0), 'UTC', 'X XX XXX Z');",
    "Z Z Z +0000",
  ],
  [
    "an open quote",
    "return Utilities.formatDate(new Date(0), 'UTC', \"yyyy 'год\");",
    REFUSED,
  ],
  [
    "no date",
    "return Utilities.formatDate('2026-09-05', 'UTC', 'yyyy');",
    REFUSED,
  ],

  // Signatures and bounds.
  [
    "getRange by three numbers",
    "return s.getRange(2, 2, 3).getA1Notation();",
    "B2:B4",
  ],
  [
    "setValues of a flat array",
    "return s.getRange('A1:B1').setValues([1, 2]);",
    REFUSED,
  ],
  ["setValues of nothing", "return s.getRange('A1').setValues([]);", REFUSED],
  ["setValue without a value", "return s.getRange('A1').setValue();", REFUSED],
  ["deleteRows from 0", "return s.deleteRows(0, 1);", REFUSED],
  ["insertRowsAfter outside", "return s.insertRowsAfter(5000, 1);", REFUSED],
  ["a sheet without a name", "return s.setName('');", REFUSED],
  ["getColumnWidth outside", "return s.getColumnWidth(0);", REFUSED],
  ["frozen rows beyond the sheet", "return s.setFrozenRows(5000);", REFUSED],
  [
    "an unknown alignment",
    "return s.getRange('A1').setFontWeight('bold').getFontWeights();",
    [["bold"]],
  ],
  [
    "default font",
    "const r = s.getRange('A1'); return [r.getFontFamily(), r.getFontSize(), r.getFontColor(), r.getFontWeight(), r.getFontStyle(), r.getFontLine()];",
    ["Arial", 10, "#000000", "normal", "normal", "none"],
  ],
  [
    "default alignments",
    "return s.getRange('A1').getVerticalAlignment();",
    "bottom",
  ],
  [
    "the sheet's id and index",
    "return [typeof s.getSheetId(), ss.getSheets().length === ss.getNumSheets(), ss.getSheets()[s.getIndex() - 1].getSheetId() === s.getSheetId()];",
    ["number", true, true],
  ],
  [
    "getSheetById",
    "return ss.getSheetById(s.getSheetId()).getName() === s.getName();",
    true,
  ],
  [
    "getGridId",
    "return s.getRange('A1').getGridId() === s.getSheetId();",
    true,
  ],

  // What follows inserted and deleted rows.
  [
    "validations follow rows",
    "s.getRange('A2').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); s.insertRowBefore(1); return [s.getRange('A2').getDataValidation(), String(s.getRange('A3').getDataValidation().getCriteriaType())];",
    [null, "CHECKBOX"],
  ],
  [
    "conditional formats follow rows",
    "s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setBackground('#ff0000').setRanges([s.getRange('A1:A5')]).build()]); s.insertRowBefore(1); return s.getConditionalFormatRules()[0].getRanges()[0].getA1Notation();",
    "A2:A6",
  ],
  [
    "notes follow rows",
    "s.getRange('B2').setNote('n'); s.insertRowsBefore(2, 2); return [s.getRange('B2').getNote(), s.getRange('B4').getNote()];",
    ["", "n"],
  ],
  [
    "protections follow rows",
    "s.getRange('A2:A3').protect(); s.deleteRow(1); return s.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation();",
    "A1:A2",
  ],
  [
    "names shrink with their rows",
    "ss.setNamedRange('ряд_1', s.getRange('A2:A4')); s.deleteRow(3); return ss.getRangeByName('ряд_1').getA1Notation();",
    "A2:A3",
  ],
  [
    "names follow columns",
    "ss.setNamedRange('ряд_2', s.getRange('B1:C1')); s.insertColumnBefore(1); return ss.getRangeByName('ряд_2').getA1Notation();",
    "C1:D1",
  ],
  [
    "formulas follow deleted columns",
    "s.getRange('C1').setValue(4); s.getRange('D1').setFormula('=C1*2'); s.deleteColumn(1); return [s.getRange('C1').getFormula(), s.getRange('C1').getValue()];",
    ["=B1*2", 8],
  ],
  [
    "formulas follow a renamed sheet",
    "const t = ss.insertSheet(); t.getRange('A1').setFormula(\"='\" + s.getName() + \"'!B2\"); s.getRange('B2').setValue(6); s.setName('Другое имя'); const r = [t.getRange('A1').getFormula(), t.getRange('A1').getValue()]; ss.deleteSheet(t); return r;",
    ["='Другое имя'!B2", 6],
  ],
  [
    "formulas lose a deleted sheet",
    "const t = ss.insertSheet('Уйдёт'); t.getRange('A1').setValue(3); s.getRange('A1').setFormula('=Уйдёт!A1'); const before = s.getRange('A1').getValue(); ss.deleteSheet(t); return [before, s.getRange('A1').getDisplayValue()];",
    [3, "#REF!"],
  ],
  [
    "a tab of a deleted one's name is not that one",
    "const a = []; for (let n = 0; n < 8; n += 1) { const t = ss.insertSheet('Снова'); ss.setNamedRange('снова', t.getRange('A1:A2')); t.getRange('A1:A2').setValues([[1], [2]]); t.getRange('C1').setFormula('=SUM(снова)'); a.push(t.getRange('C1').getValue()); ss.deleteSheet(t); } return a;",
    [3, 3, 3, 3, 3, 3, 3, 3],
  ],
  [
    "inserted cells move others right",
    "s.getRange('A1:B1').setValues([[1, 2]]); s.getRange('A1').insertCells(SpreadsheetApp.Dimension.COLUMNS); return s.getRange('A1:C1').getValues()[0];",
    ["", 1, 2],
  ],
  [
    "deleted cells move others up",
    "s.getRange('A1:A3').setValues([[1], [2], [3]]); s.getRange('A1').deleteCells(SpreadsheetApp.Dimension.ROWS); return s.getRange('A1:A3').getValues().flat();",
    [2, 3, ""],
  ],

  // Formulas and filling.
  [
    "an array formula fills cells",
    "s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('C1').setFormula('=ARRAYFORMULA(A1:A2*10)'); return s.getRange('C1:C2').getValues().flat();",
    [10, 20],
  ],
  [
    "an array formula stands in its own cell alone",
    "s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('C1').setFormula('=ARRAYFORMULA(A1:A2*10)'); return s.getRange('C2').getFormula();",
    "",
  ],
  [
    "VLOOKUP",
    "s.getRange('A1:B2').setValues([['а', 1], ['б', 2]]); s.getRange('D1').setFormula('=VLOOKUP(\"б\";A1:B2;2;FALSE())'); return s.getRange('D1').getValue();",
    2,
  ],
  [
    "COUNTIF and IFERROR",
    "s.getRange('A1:A3').setValues([['x'], ['y'], ['x']]); s.getRange('C1').setFormula('=COUNTIF(A1:A3;\"x\")+IFERROR(1/0;10)'); return s.getRange('C1').getValue();",
    12,
  ],
  [
    "autoFill continues a series",
    "s.getRange('A1:A2').setValues([[1], [2]]); s.getRange('A1:A2').autoFill(s.getRange('A1:A4'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES); return s.getRange('A1:A4').getValues().flat();",
    [1, 2, 3, 4],
  ],
  [
    "randomize keeps the values",
    "s.getRange('A1:A4').setValues([[1], [2], [3], [4]]); return s.getRange('A1:A4').randomize().getValues().flat().sort();",
    [1, 2, 3, 4],
  ],
  [
    "copyValuesToRange",
    "s.getRange('A1').setFormula('=2*3'); s.getRange('A1').copyValuesToRange(s, 3, 3, 2, 2); return [s.getRange('C2').getValue(), s.getRange('C2').getFormula()];",
    [6, ""],
  ],
  [
    "checkboxes with values of their own",
    "s.getRange('A1').insertCheckboxes('да', 'нет'); const r = s.getRange('A1'); const first = r.getValue(); r.check(); return [first, r.getValue(), r.isChecked(), r.uncheck().getValue()];",
    ["нет", "да", true, "нет"],
  ],
  [
    "backgrounds in a grid",
    "s.getRange('A1:B1').setBackgrounds([['#112233', null]]); return s.getRange('A1:B1').getBackgrounds();",
    [["#112233", "#ffffff"]],
  ],

  // TextFinder, validation, conditional formats.
  [
    "TextFinder of a range looks there alone",
    "s.getRange('A1:B1').setValues([['x', 'x']]); return s.getRange('B1').createTextFinder('x').findAll().length;",
    1,
  ],
  [
    "TextFinder goes on and back",
    "s.getRange('A1:A3').setValues([['x'], ['x'], ['x']]); const f = s.createTextFinder('x'); f.findNext(); f.findNext(); return [f.getCurrentMatch().getA1Notation(), f.findPrevious().getA1Notation()];",
    ["A2", "A1"],
  ],
  [
    "TextFinder in formulas",
    "s.getRange('A1').setFormula('=SUM(1;2)'); return [s.createTextFinder('SUM').findAll().length, s.createTextFinder('SUM').matchFormulaText(true).findAll().length];",
    [0, 1],
  ],
  [
    "a value from a range",
    "const rule = SpreadsheetApp.newDataValidation().requireValueInRange(s.getRange('C1:C3'), false).build(); return [String(rule.getCriteriaType()), rule.getCriteriaValues()[0].getA1Notation(), rule.getCriteriaValues()[1]];",
    ["VALUE_IN_RANGE", "C1:C3", false],
  ],
  [
    "withCriteria",
    "const rule = SpreadsheetApp.newDataValidation().withCriteria(SpreadsheetApp.DataValidationCriteria.NUMBER_GREATER_THAN, [5]).build(); return [String(rule.getCriteriaType()), rule.getCriteriaValues()];",
    ["NUMBER_GREATER_THAN", [5]],
  ],
  [
    "rules allow invalid values by default",
    "return SpreadsheetApp.newDataValidation().requireTextIsUrl().build().getAllowInvalid();",
    true,
  ],
  [
    "a formula in a rule",
    "const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=A1>1').build(); return [String(rule.getCriteriaType()), rule.getCriteriaValues()];",
    ["CUSTOM_FORMULA", ["=A1>1"]],
  ],
  [
    "a formula in a conditional format",
    "const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A1>1').setBold(true).setRanges([s.getRange('A1:B2')]).build(); const c = rule.getBooleanCondition(); return [String(c.getCriteriaType()), c.getCriteriaValues(), c.getBold(), rule.getGradientCondition()];",
    ["CUSTOM_FORMULA", ["=$A1>1"], true, null],
  ],
  [
    "a gradient",
    "const rule = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#ff0000').setGradientMaxpoint('#00ff00').setRanges([s.getRange('A1')]).build(); return [rule.getBooleanCondition(), rule.getGradientCondition() !== null];",
    [null, true],
  ],
  [
    "a filter removed shows its rows",
    "s.getRange('A1:A2').setValues([['h'], [1]]); s.getRange('A1:A2').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['1']).build()); const hidden = s.isRowHiddenByFilter(2); s.getFilter().remove(); return [hidden, s.isRowHiddenByFilter(2), s.getFilter()];",
    [true, false, null],
  ],

  // Utilities and stores.
  [
    "parseCsv with line ends of Windows",
    "return Utilities.parseCsv('a,,b\\r\\n\"\",2,3');",
    [
      ["a", "", "b"],
      ["", "2", "3"],
    ],
  ],
  [
    "a line break at the end makes no row",
    "return Utilities.parseCsv('a,b\\n');",
    [["a", "b"]],
  ],
  ["no base64", "return Utilities.base64Decode('***');", REFUSED],
  [
    "lengths of digests",
    "return ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'].map((n) => Utilities.computeDigest(Utilities.DigestAlgorithm[n], 'a').length);",
    [16, 20, 32, 48, 64],
  ],
  [
    "digest of bytes",
    "return String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [97])) === String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a'));",
    true,
  ],
  [
    "HMAC by algorithm",
    "return Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, 'a', 'k').length;",
    16,
  ],
  [
    "setProperty returns the store",
    "return PropertiesService.getScriptProperties().setProperty('x1', '1').deleteProperty('x1').getProperty('x1');",
    null,
  ],
  [
    "what getProperties gives is a copy",
    "const p = PropertiesService.getScriptProperties(); p.setProperty('x2', '1'); const all = p.getProperties(); all.x2 = '2'; return p.getProperty('x2');",
    "1",
  ],
  [
    "stores are apart",
    "PropertiesService.getUserProperties().setProperty('x3', 'u'); return PropertiesService.getScriptProperties().getProperty('x3');",
    null,
  ],
  [
    "a cached null",
    "return CacheService.getScriptCache().put('k', null);",
    REFUSED,
  ],
  [
    "a lock can be released without being held",
    "LockService.getUserLock().releaseLock(); return true;",
    true,
  ],
  [
    "waitLock gives nothing",
    "const l = LockService.getUserLock(); const r = l.waitLock(10); l.releaseLock(); return r === undefined;",
    true,
  ],

  // Script, HTML, mail.
  [
    "authorization",
    "return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus());",
    "NOT_REQUIRED",
  ],
  [
    "a clock trigger without a frequency",
    "return ScriptApp.newTrigger('main').timeBased().create();",
    REFUSED,
  ],
  [
    "an hour too late",
    "return ScriptApp.newTrigger('main').timeBased().everyDays(1).atHour(25).create();",
    REFUSED,
  ],
  [
    "a weekly trigger",
    "const t = ScriptApp.newTrigger('main').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).create(); const kind = String(t.getEventType()); ScriptApp.deleteTrigger(t); return kind;",
    "CLOCK",
  ],
  [
    "Logger",
    "Logger.clear(); Logger.log('%s и %s', 'а', 'б'); return Logger.getLog().includes('а и б');",
    true,
  ],
  [
    "templates",
    "return HtmlService.createTemplate('<? for (var i = 0; i < 2; i++) { ?>x<?= i ?><? } ?>').evaluate().getContent();",
    "x0x1",
  ],
  [
    "templates escape",
    "const t = HtmlService.createTemplate('<?= a ?>|<?!= a ?>'); t.a = '<b>'; return t.evaluate().getContent();",
    "&lt;b&gt;|<b>",
  ],
  [
    "html is appended",
    "return HtmlService.createHtmlOutput('<p>').append('x').getContent();",
    "<p>x",
  ],
  [
    "mail with options",
    "MailApp.sendEmail('a@example.org', 'тема', 'текст', { htmlBody: '<b>т</b>', replyTo: 'b@example.org', name: 'Имя' }); return true;",
    true,
  ],

  // Forms.
  [
    "a submitted response is kept",
    "const f = FormApp.create('Ф'); const i = f.addTextItem().setTitle('т'); f.setPublished(true).createResponse().withItemResponse(i.createResponse('ответ')).submit(); const r = f.getResponses(); return [r.length, r[0].getItemResponses()[0].getResponse(), r[0].getItemResponses()[0].getItem().getTitle()];",
    [1, "ответ", "т"],
  ],
  [
    "responses to checkboxes are arrays",
    "const f = FormApp.create('Ф'); const i = f.addCheckboxItem().setChoiceValues(['а', 'б', 'в']); f.setPublished(true).createResponse().withItemResponse(i.createResponse(['а', 'в'])).submit(); return f.getResponses()[0].getItemResponses()[0].getResponse();",
    ["а", "в"],
  ],
  [
    "a response that is no choice",
    "const i = FormApp.create('Ф').addMultipleChoiceItem().setChoiceValues(['а']); return i.createResponse('я');",
    REFUSED,
  ],
  [
    "a response off the scale",
    "const i = FormApp.create('Ф').addScaleItem().setBounds(1, 5); return i.createResponse(7);",
    REFUSED,
  ],
  [
    "doubled choices",
    "return FormApp.create('Ф').addListItem().setChoiceValues(['а', 'а']);",
    REFUSED,
  ],
  [
    "grids",
    "const i = FormApp.create('Ф').addGridItem().setRows(['р1', 'р2']).setColumns(['к1', 'к2']); return [i.getRows(), i.getColumns()];",
    [
      ["р1", "р2"],
      ["к1", "к2"],
    ],
  ],
  [
    "deleteItem by place",
    "const f = FormApp.create('Ф'); f.addTextItem().setTitle('1'); f.addTextItem().setTitle('2'); f.deleteItem(0); return f.getItems().map((i) => i.getTitle());",
    ["2"],
  ],
  [
    "items go by id",
    "const f = FormApp.create('Ф'); const i = f.addTextItem().setTitle('1'); return f.getItemById(i.getId()).getTitle();",
    "1",
  ],
  [
    "the other choice",
    "const i = FormApp.create('Ф').addCheckboxItem().setChoiceValues(['а']); const before = i.hasOtherOption(); i.showOtherOption(true); return [before, i.hasOtherOption()];",
    [false, true],
  ],
  [
    "a form's settings",
    "const f = FormApp.create('Ф').setDescription('о').setConfirmationMessage('спасибо').setAllowResponseEdits(true).setAcceptingResponses(false); return [f.getDescription(), f.getConfirmationMessage(), f.canEditResponse(), f.isAcceptingResponses()];",
    ["о", "спасибо", true, false],
  ],
  ["no destination", "return FormApp.create('Ф').getDestinationId();", REFUSED],

  // Drive.
  [
    "files are made and found",
    "const f = Drive.Files.create({ name: 'а.txt', mimeType: 'text/plain' }, Utilities.newBlob('текст', 'text/plain')); const g = Drive.Files.get(f.id); const l = Drive.Files.list({ q: \"name = 'а.txt' and trashed = false\" }); return [g.name, g.mimeType, l.files.length];",
    ["а.txt", "text/plain", 1],
  ],
  [
    "files are renamed and removed",
    "const f = Drive.Files.create({ name: 'б.txt', mimeType: 'text/plain' }, Utilities.newBlob('т')); Drive.Files.update({ name: 'в.txt' }, f.id); const name = Drive.Files.get(f.id).name; Drive.Files.remove(f.id); try { Drive.Files.get(f.id); return 'есть'; } catch (e) { return name; }",
    "в.txt",
  ],
  [
    "copies have another id",
    "const f = Drive.Files.create({ name: 'г.txt', mimeType: 'text/plain' }, Utilities.newBlob('т')); const c = Drive.Files.copy({ name: 'д.txt' }, f.id); return [c.id !== f.id, c.name];",
    [true, "д.txt"],
  ],
] satisfies readonly Check[]);
