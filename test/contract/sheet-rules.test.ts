/** Validation, filters, protection and conditional formats, member by member. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAll, openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
let seen: ReadonlyMap<string, unknown>;

/** Three rows under a header; what earlier cases left is taken away. */
const TAB = `
  const book = SpreadsheetApp.getActive();
  const sheet = book.getSheets()[0].clear();
  if (sheet.getFilter()) sheet.getFilter().remove();
  sheet.clearConditionalFormatRules();
  book.getProtections(SpreadsheetApp.ProtectionType.RANGE).forEach((one) => one.remove());
  const at = (place) => sheet.getRange(place);
  at("F1:F20").clearDataValidations();
  at("A1:C4").setValues([["n", "a", "b"], ["x", 1, new Date(2026, 0, 5)], ["y", 3, new Date(2026, 1, 5)], ["", 5, ""]]);
  const Fill = SpreadsheetApp.AutoFillSeries;
  const rule = () => SpreadsheetApp.newDataValidation();
  const Criteria = SpreadsheetApp.DataValidationCriteria;
  const put = (builder) => { at("F2:F3").setDataValidation(builder.setAllowInvalid(false).build()); return at("F3").getDataValidation(); };
  const said = (validation) => [String(validation.getCriteriaType()), validation.getCriteriaValues()];
  const lets = (value) => { try { at("F3").setValue(value); return true; } catch (error) { return false; } };
  const asks = () => SpreadsheetApp.newFilterCriteria();
  const filtered = (column, criteria) => { at("A1:C4").createFilter().setColumnFilterCriteria(column, criteria); return [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row)); };
  const paints = () => SpreadsheetApp.newConditionalFormatRule().setRanges([at("B2:B4")]);
  const kept = (builder) => { sheet.setConditionalFormatRules([builder.build()]); return sheet.getConditionalFormatRules()[0]; };
  const condition = (builder) => { const one = kept(builder).getBooleanCondition(); return [String(one.getCriteriaType()), one.getCriteriaValues().map((value) => value instanceof Date ? value.toISOString() : String(value))]; };
`;

const VALUES: readonly (readonly [string, unknown])[] = [
  // Validation
  [
    "(() => { const own = put(rule().requireValueInList(['да', 'нет'])); at('F2:G3').setDataValidations([[null, own], [own, null]]); const now = at('F2:G3').getDataValidations(); at('G2:G3').clearDataValidations(); return now.map((row) => row.map((one) => one && one.getCriteriaValues())); })()",
    [
      [null, [["да", "нет"], true]],
      [[["да", "нет"], true], null],
    ],
  ],
  [
    "[said(put(rule().requireTextContains('Я'))), lets('для меня'), lets('нет')]",
    [["TEXT_CONTAINS", ["Я"]], true, false],
  ],
  [
    "[said(put(rule().requireTextDoesNotContain('x'))), lets('aXb'), lets('ab')]",
    [["TEXT_DOES_NOT_CONTAIN", ["x"]], false, true],
  ],
  [
    "[said(put(rule().requireTextEqualTo('\"да\"'))), lets('\"да\"'), lets('да')]",
    [["TEXT_EQUAL_TO", ['"да"']], true, false],
  ],
  [
    "[said(put(rule().requireTextIsEmail())), lets('a@b.ru'), lets('a@b'), lets('')]",
    [["TEXT_IS_VALID_EMAIL", []], true, false, true],
  ],
  [
    "[said(put(rule().requireTextIsUrl())), lets('https://b.ru/x'), lets('b.ru')]",
    [["TEXT_IS_VALID_URL", []], true, false],
  ],
  [
    "[said(put(rule().requireNumberNotBetween(2, 4))), lets(5), lets(3), said(put(rule().requireNumberNotEqualTo(2)))]",
    [["NUMBER_NOT_BETWEEN", [2, 4]], true, false, ["NUMBER_NOT_EQUAL_TO", [2]]],
  ],
  [
    "[said(put(rule().requireDateEqualTo(new Date(2026, 0, 5))))[0], lets(new Date(2026, 0, 5)), lets(new Date(2026, 0, 6)), said(put(rule().requireDateNotBetween(new Date(2026, 0, 1), new Date(2026, 1, 1))))[0], lets(new Date(2026, 2, 1)), lets(new Date(2026, 0, 6))]",
    ["DATE_EQUAL_TO", true, false, "DATE_NOT_BETWEEN", true, false],
  ],
  [
    "[[Criteria.NUMBER_BETWEEN, [1, 5]], [Criteria.TEXT_CONTAINS, ['x']], [Criteria.TEXT_IS_VALID_URL, []], [Criteria.VALUE_IN_LIST, [['a', 'b'], false]], [Criteria.CUSTOM_FORMULA, ['=F2>1']]].map(([criteria, values]) => said(put(rule().withCriteria(criteria, values))))",
    [
      ["NUMBER_BETWEEN", [1, 5]],
      ["TEXT_CONTAINS", ["x"]],
      ["TEXT_IS_VALID_URL", []],
      ["VALUE_IN_LIST", [["a", "b"], false]],
      ["CUSTOM_FORMULA", ["=F2>1"]],
    ],
  ],
  [
    "(() => { const one = put(rule().requireTextContains('x')); return said(one.copy().requireTextIsEmail().build())[0] + said(one)[0]; })()",
    "TEXT_IS_VALID_EMAILTEXT_CONTAINS",
  ],
  [
    "(() => { put(rule().requireTextContains('x')); sheet.insertRowBefore(1); const moved = said(at('F4').getDataValidation()); sheet.deleteRow(1); at('F2').copyTo(at('F9')); return [moved, said(at('F9').getDataValidation())]; })()",
    [
      ["TEXT_CONTAINS", ["x"]],
      ["TEXT_CONTAINS", ["x"]],
    ],
  ],
  // Filters
  [
    "filtered(1, asks().setHiddenValues(['x', '']).build())",
    [true, false, true],
  ],
  ["filtered(1, asks().setVisibleValues(['x']))", [false, true, true]],
  ["filtered(2, asks().whenNumberGreaterThan(1))", [true, false, false]],
  ["filtered(2, asks().whenNumberNotBetween(2, 4))", [false, true, false]],
  ["filtered(1, asks().whenCellNotEmpty())", [false, false, true]],
  ["filtered(1, asks().whenTextContains('Y'))", [true, false, true]],
  [
    "filtered(3, asks().whenDateAfter(new Date(2026, 0, 20)))",
    [true, false, true],
  ],
  [
    "filtered(3, asks().withCriteria(SpreadsheetApp.BooleanCriteria.DATE_EQUAL_TO, [new Date(2026, 0, 5)]))",
    [false, true, true],
  ],
  [
    "(() => { filtered(3, asks().whenDateBefore(SpreadsheetApp.RelativeDate.TODAY)); const one = sheet.getFilter().getColumnFilterCriteria(3); return [String(one.getCriteriaType()), one.getCriteriaValues().map(String), sheet.getFilter().getColumnFilterCriteria(1)]; })()",
    ["DATE_BEFORE_RELATIVE", ["TODAY"], null],
  ],
  [
    "(() => { filtered(1, asks().setHiddenValues(['x'])); const filter = sheet.getFilter(); const hidden = filter.getColumnFilterCriteria(1).copy().getHiddenValues(); filter.removeColumnFilterCriteria(1); return [hidden, sheet.isRowHiddenByFilter(2), filter.getColumnFilterCriteria(1)]; })()",
    [["x"], false, null],
  ],
  [
    "(() => { at('A1:C4').createFilter().sort(2, false); return at('B1:B4').getValues().flat(); })()",
    ["a", 5, 3, 1],
  ],
  // Protection
  [
    "(() => { const one = at('A1:B2').protect(); const me = Session.getEffectiveUser(); one.addEditor(me).addEditors(['b@c.ru']).removeEditors(one.getEditors()); if (one.canDomainEdit()) one.setDomainEdit(false); return one.getEditors().map((user) => user.getEmail()); })()",
    ["kurator@example.org"],
  ],
  [
    "(() => { const one = sheet.protect().setUnprotectedRanges([at('A1'), at('B2:C3')]); sheet.insertRowBefore(1); const free = one.getUnprotectedRanges().map((range) => range.getA1Notation()); sheet.deleteRow(1); one.remove(); return free; })()",
    ["A2", "B3:C4"],
  ],
  [
    "(() => { book.setNamedRange('мои', at('A1:A2')); const one = at('C1').protect().setRangeName('мои'); const named = [one.getRangeName(), one.getRange().getA1Notation()]; one.setRange(at('B1')); return [...named, one.getRangeName(), one.getRange().getA1Notation()]; })()",
    ["мои", "A1:A2", null, "B1"],
  ],
  // Conditional formats
  [
    "[condition(paints().whenCellEmpty()), condition(paints().whenNumberBetween(1, 2)), condition(paints().whenDateEqualTo(new Date(Date.UTC(2026, 0, 4, 21)))), condition(paints().whenDateAfter(SpreadsheetApp.RelativeDate.PAST_WEEK)), condition(paints().withCriteria(SpreadsheetApp.BooleanCriteria.TEXT_CONTAINS, ['x']))]",
    [
      ["CELL_EMPTY", []],
      ["NUMBER_BETWEEN", ["1", "2"]],
      ["DATE_EQUAL_TO", ["2026-01-04T21:00:00.000Z"]],
      ["DATE_AFTER_RELATIVE", ["PAST_WEEK"]],
      ["TEXT_CONTAINS", ["x"]],
    ],
  ],
  [
    "(() => { const one = kept(paints().whenNumberGreaterThan(1).setBackground('red').setItalic(true).setUnderline(true).setStrikethrough(false)); const is = one.getBooleanCondition(); return [is.getBackground(), is.getItalic(), is.getUnderline(), is.getStrikethrough(), is.getBold(), one.getGradientCondition()]; })()",
    ["#ff0000", true, true, false, null, null],
  ],
  [
    "(() => { const one = kept(paints().setGradientMinpoint('#00ff00').setGradientMidpointWithValue('yellow', SpreadsheetApp.InterpolationType.NUMBER, '3').setGradientMaxpointWithValue('#ff0000', SpreadsheetApp.InterpolationType.PERCENTILE, '90')); const is = one.getGradientCondition(); return [one.getBooleanCondition(), is.getMinColor(), String(is.getMinType()), is.getMinValue(), is.getMidColor(), String(is.getMidType()), is.getMidValue(), is.getMaxColor(), String(is.getMaxType()), is.getMaxValue()]; })()",
    [
      null,
      "#00ff00",
      "MIN",
      "",
      "#ffff00",
      "NUMBER",
      "3",
      "#ff0000",
      "PERCENTILE",
      "90",
    ],
  ],
  [
    "(() => { const one = kept(paints().whenTextEqualTo('a').setBold(true)).copy().whenCellNotEmpty(); return [String(one.getBooleanCondition().getCriteriaType()), one.build().getBooleanCondition().getBold(), one.getGradientCondition()]; })()",
    ["CELL_NOT_EMPTY", true, null],
  ],
  // Copies
  [
    "(() => { at('D2').setFormula('=B2*2'); at('D2').copyTo(at('E2'), { contentsOnly: true }); return [at('E2').getFormula(), at('E2').getValue()]; })()",
    ["", 2],
  ],
  [
    "(() => { at('A1:B2').copyTo(at('H1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, true); return at('H1:I2').getValues(); })()",
    [
      ["n", "x"],
      ["a", 1],
    ],
  ],
  [
    "[at('A1').setNote(25).getNote(), at('A1').setNotes([[25]]).getNote()]",
    ["25.0", "25"],
  ],
  // Filling
  [
    "(() => { at('J1:K2').setValues([[1, 'шаг 9'], [3, 'шаг 10']]); at('J1:K2').autoFill(at('J1:K4'), Fill.DEFAULT_SERIES); return at('J3:K4').getValues(); })()",
    [
      [5, "шаг 11"],
      [7, "шаг 12"],
    ],
  ],
  [
    "(() => { at('J5:J6').setValues([[4], [6]]); at('J5:J6').autoFill(at('J3:J6'), Fill.DEFAULT_SERIES); return at('J3:J4').getValues().flat(); })()",
    [0, 2],
  ],
  [
    "(() => { at('J1:K1').setValues([[1, 2]]); at('J1:K1').autoFill(at('J1:N1'), Fill.ALTERNATE_SERIES); return at('L1:N1').getValues()[0]; })()",
    [1, 2, 1],
  ],
  [
    "(() => { at('J1').setValue(7); at('K1').setValue(new Date(2026, 0, 31)).setNumberFormat('dd.MM.yyyy'); at('J1:K1').autoFill(at('J1:K2'), Fill.DEFAULT_SERIES); return [at('J2').getValue(), at('K2').getDisplayValue()]; })()",
    [7, "01.02.2026"],
  ],
  [
    "(() => { at('D2').setFormula('=B2*2'); at('D2').autoFillToNeighbor(Fill.DEFAULT_SERIES); return at('D2:D5').getFormulas().flat(); })()",
    ["=B2*2", "=B3*2", "", ""],
  ],
  [
    "[at('A1').setBackground('RED').getBackground(), at('A1').setFontColor('#ABC').getFontColor(), at('A1').setBackground('rgb(1, 2, 3)').getBackground()]",
    ["#ff0000", "#aabbcc", "#010203"],
  ],
];

const REFUSALS: readonly (readonly [string, RegExp])[] = [
  ["rule().withCriteria('NUMBER_BETWEEN', [1])", /withCriteria/],
  ["rule().requireTextContains(1)", /requireTextContains/],
  ["filtered(4, asks().whenCellEmpty())", /outside the range of the filter/],
  ["filtered(1, 'x')", /setColumnFilterCriteria/],
  [
    "asks().whenFormulaSatisfied('=A1>1')",
    /FilterCriteriaBuilder.whenFormulaSatisfied is not available/,
  ],
  [
    "asks().withCriteria(SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA, ['=A1>1'])",
    /FilterCriteriaBuilder.whenFormulaSatisfied is not available/,
  ],
  ["at('A1').protect().setUnprotectedRanges([at('A1')])", /protected sheet/],
  ["at('A1').protect().setRangeName('нет_такого')", /not found/],
  [
    "at('A1:A2').autoFill(at('A1:B3'), Fill.DEFAULT_SERIES)",
    /in one direction/,
  ],
  ["paints().build()", /no condition/],
  [
    "paints().whenDateAfter('2026')",
    /ConditionalFormatRuleBuilder.whenDateAfter/,
  ],
  ["paints().setBackground('никакой')", /Invalid color/],
];

beforeAll(async () => {
  host = await openSnippetHost();
  const cases = [...VALUES, ...REFUSALS].map(([code]) => code);
  seen = await evaluateAll(host, TAB, cases);
});
afterAll(() => host.close());

test.each(VALUES)("%s", (code, expected) => {
  expect(seen.get(code)).toStrictEqual(expected);
});

test.each(REFUSALS)("%s is refused", (code, message) => {
  expect(seen.get(code)).toStrictEqual({
    refused: expect.stringMatching(message),
  });
});
