/** Page navigation of FormApp, and which answers it lets through. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAll, openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
let seen: ReadonlyMap<string, unknown>;

/** A choice that leads on, to the third page, or to the end. */
const FORM = `
  const form = FormApp.create("Анкета", true);
  const Go = FormApp.PageNavigationType;
  const kind = form.addMultipleChoiceItem().setTitle("Вы").setRequired(true);
  const second = form.addPageBreakItem().setTitle("Страница 2");
  const school = form.addTextItem().setTitle("Школа").setRequired(true);
  const third = form.addPageBreakItem().setTitle("Страница 3");
  const about = form.addTextItem().setTitle("О себе");
  kind.setChoices([
    kind.createChoice("школьник", Go.CONTINUE),
    kind.createChoice("наставник", third),
    kind.createChoice("никто", Go.SUBMIT),
    kind.createChoice("сначала", Go.RESTART),
  ]);
  const choice = (n) => form.getItemById(kind.getId()).asMultipleChoiceItem().getChoices()[n];
  const send = (...pairs) => pairs.reduce((answer, [item, value]) =>
    answer.withItemResponse(item.createResponse(value)), form.createResponse())
    .submit().getItemResponses().map((one) => one.getItem().getTitle() + "=" + one.getResponse());
`;

const VALUES: readonly (readonly [string, unknown])[] = [
  [
    "[0, 1, 2, 3].map((n) => String(choice(n).getPageNavigationType()))",
    ["CONTINUE", "GO_TO_PAGE", "SUBMIT", "RESTART"],
  ],
  [
    "[choice(1).getGotoPage().getTitle(), choice(0).getGotoPage()]",
    ["Страница 3", null],
  ],
  ["form.addListItem().createChoice('а').getPageNavigationType()", null],
  [
    "[second.getGoToPage(), String(second.getPageNavigationType())]",
    [null, "CONTINUE"],
  ],
  [
    "(() => { third.setGoToPage(Go.SUBMIT); second.setGoToPage(third); const open = FormApp.openById(form.getId()).getItems(FormApp.ItemType.PAGE_BREAK).map((one) => one.asPageBreakItem()); return [open[0].getGoToPage().getId() === third.getId(), String(open[0].getPageNavigationType()), String(open[1].getPageNavigationType())]; })()",
    [true, "GO_TO_PAGE", "SUBMIT"],
  ],
  [
    "(() => { form.deleteItem(third); return [String(choice(1).getPageNavigationType()), choice(1).getGotoPage()]; })()",
    ["CONTINUE", null],
  ],
  [
    "send([kind, 'школьник'], [school, 'первая'], [about, 'да'])",
    ["Вы=школьник", "Школа=первая", "О себе=да"],
  ],
  // What stands on a page that was passed by is neither asked nor kept.
  [
    "send([kind, 'наставник'], [school, 'вторая'], [about, 'да'])",
    ["Вы=наставник", "Школа=", "О себе=да"],
  ],
  ["send([kind, 'никто'])", ["Вы=никто", "Школа=", "О себе="]],
  [
    "(() => { const copy = third.duplicate(); return [copy.getIndex(), copy.getTitle()]; })()",
    [5, "Страница 3"],
  ],
];

const REFUSALS: readonly (readonly [string, RegExp])[] = [
  ["send([kind, 'школьник'], [about, 'да'])", /обязательный/],
  ["send([kind, 'сначала'])", /ведут обратно/],
  [
    "kind.setChoices([kind.createChoice('а', third), kind.createChoice('б')])",
    /cannot be combined/,
  ],
  ["kind.createChoice('а', Go.GO_TO_PAGE)", /MultipleChoiceItem.createChoice/],
  ["kind.createChoice('а', about)", /MultipleChoiceItem.createChoice/],
  [
    "kind.createChoice('а', true)",
    /MultipleChoiceItem.createChoice with a correct answer is not available/,
  ],
  [
    "form.addCheckboxItem().createChoice('а', third)",
    /CheckboxItem.createChoice/,
  ],
  ["second.setGoToPage('SUBMIT')", /PageBreakItem.setGoToPage/],
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
