/** Members of forms and items, one by one: what is set is what is read. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluateAll, openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
let seen: ReadonlyMap<string, unknown>;

/** `form` is a new published one. */
const FORM = 'const form = FormApp.create("Анкета", true)';

const VALUES: readonly (readonly [string, unknown])[] = [
  [
    "form.setTitle('Т').setDescription('О').setConfirmationMessage('Спасибо').getTitle() + form.getDescription() + form.getConfirmationMessage()",
    "ТОСпасибо",
  ],
  [
    "[form.setCollectEmail(true).collectsEmail(), form.setProgressBar(true).hasProgressBar(), form.setShuffleQuestions(true).getShuffleQuestions()]",
    [true, true, true],
  ],
  [
    "[/\\/d\\/e?\\/?.+\\/viewform$/.test(form.getPublishedUrl()), form.getEditUrl().endsWith('/forms/d/' + form.getId() + '/edit')]",
    [true, true],
  ],
  [
    "form.addMultipleChoiceItem().setTitle('В').setChoiceValues(['а', 'б']).showOtherOption(true).getChoices().map((one) => one.getValue())",
    ["а", "б"],
  ],
  [
    "form.addPublishedReader('a@b.ru').addPublishedReaders(['c@d.ru', 'a@b.ru']).removePublishedReader('c@d.ru').getPublishedReaders().map((one) => one.getEmail())",
    ["a@b.ru"],
  ],
  [
    "[form.isQuiz(), form.requiresLogin(), form.isPublishingSummary()]",
    [false, false, false],
  ],
];

const REFUSALS: readonly (readonly [string, RegExp])[] = [
  ["form.getDestinationId()", /./],
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
