/** Grids, dates, times and ratings: set, answered, read back, written into the book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAll, openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
let seen: ReadonlyMap<string, unknown>;

const FORM = `
  const form = FormApp.create("Анкета", true);
  const grid = form.addGridItem().setTitle("Дни").setRows(["утро", "вечер"]).setColumns(["пн", "вт"]);
  const ticks = form.addCheckboxGridItem().setTitle("Темы").setRows(["дома", "в школе"]).setColumns(["а", "б", "в"]);
  const onePerColumn = FormApp.createGridValidation().requireLimitOneResponsePerColumn().build();
  const send = (...answers) => answers.reduce((all, one) => all.withItemResponse(one), form.createResponse()).submit();
  const moment = new Date("2026-09-05T21:30:00Z");
`;

const VALUES: readonly (readonly [string, unknown])[] = [
  [
    "[grid.getRows(), grid.getColumns(), String(grid.getType()), String(ticks.getType())]",
    [["утро", "вечер"], ["пн", "вт"], "GRID", "CHECKBOX_GRID"],
  ],
  [
    "send(grid.createResponse([null, 'вт']), ticks.createResponse([['в', 'а'], null])).getItemResponses().map((one) => one.getResponse())",
    [
      [null, "вт"],
      [["а", "в"], null],
    ],
  ],
  [
    "send(grid.createResponse(['пн', 'вт'])).getItemResponses().length + form.getResponses()[0].getResponseForItem(grid).getResponse().length",
    3,
  ],
  ["form.createResponse().getResponseForItem(grid)", null],
  [
    "(() => { grid.setRows(['вечер', 'ночь']); return send(grid.createResponse(['пн', 'вт'])).getResponseForItem(form.getItemById(grid.getId())).getResponse(); })()",
    ["пн", "вт"],
  ],
  [
    "(() => { const copy = grid.duplicate(); send(grid.createResponse(['пн', null])); return [copy.getIndex(), form.getItemById(copy.getId()).asGridItem().getRows(), form.getResponses()[0].getResponseForItem(copy)]; })()",
    [2, ["утро", "вечер"], null],
  ],
  [
    "decodeURIComponent(form.createResponse().withItemResponse(ticks.createResponse([['а', 'б'], ['в']])).toPrefilledUrl()).match(/=([абв])/g).join('')",
    "=а=б=в",
  ],
  // 21:30 UTC is half past midnight of the next day in Moscow.
  [
    "[form.addDateItem(), form.addDateTimeItem(), form.addDateItem().setIncludesYear(false), form.addDateTimeItem().setIncludesYear(false)].map((item) => item.createResponse(moment).getResponse() + ' ' + item.includesYear())",
    [
      "2026-09-06 true",
      "2026-09-06 00:30 true",
      "09-06 false",
      "09-06 00:30 false",
    ],
  ],
  [
    "[form.addTimeItem().createResponse(7, 5).getResponse(), form.addDurationItem().createResponse(1, 2, 3).getResponse()]",
    ["07:05", "01:02:03"],
  ],
  [
    "(() => { const item = form.addRatingItem().setRatingScaleLevel(7).setRatingIcon(FormApp.RatingIconType.HEART); return [item.getRatingScaleLevel(), String(item.getRatingIcon()), item.createResponse(7).getResponse(), String(form.getItems(FormApp.ItemType.RATING)[0].asRatingItem().getRatingIcon())]; })()",
    [7, "HEART", "7", "HEART"],
  ],
  [
    "(() => { grid.setValidation(onePerColumn); const refused = (() => { try { return send(grid.createResponse(['пн', 'пн'])); } catch (error) { return error.message; } })(); grid.clearValidation(); return [refused, send(grid.createResponse(['пн', 'пн'])).getItemResponses().length]; })()",
    ["Ответ не принят. Один столбец можно выбрать только в одной строке.", 1],
  ],
  ["FormApp.getActiveForm()", null],
];

const REFUSALS: readonly (readonly [string, RegExp])[] = [
  ["grid.createResponse(['пн'])", /1 answers for 2 rows/],
  ["grid.createResponse(['пн', 'ср'])", /"ср" is not one of its columns/],
  ["ticks.createResponse(['а', 'б'])", /CheckboxGridItem.createResponse/],
  ["grid.setRows([])", /Array is empty: rows/],
  ["ticks.setValidation(onePerColumn)", /CheckboxGridItem.setValidation/],
  ["(() => { grid.setRequired(true); return send(); })()", /обязательная/],
  ["form.addRatingItem().setRatingScaleLevel(11)", /3 to 10/],
  ["form.addTimeItem().createResponse(24, 0)", /no such time/],
  ["form.addDurationItem().createResponse(73, 0, 0)", /no such time/],
  ["form.addDateTimeItem().createResponse('2026')", /DateTimeItem/],
];

beforeAll(async () => {
  host = await openSnippetHost();
  const cases = [...VALUES, ...REFUSALS].map(([code]) => code);
  seen = await evaluateAll(host, FORM, cases);
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

test("a grid has a column per row in the response tab", async () => {
  const rows = await host.run(`${FORM}
    const book = SpreadsheetApp.getActive();
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    send(grid.createResponse(['вт', null]), ticks.createResponse([['а', 'б'], null]));
    grid.setTitle('Когда');
    const sheet = book.getSheets().find((one) => one.getFormUrl());
    return sheet.getDataRange().getValues().map((row) => row.slice(1));`);

  expect(rows).toStrictEqual([
    ["Когда [утро]", "Когда [вечер]", "Темы [дома]", "Темы [в школе]"],
    ["вт", "", "а, б", ""],
  ]);
});
