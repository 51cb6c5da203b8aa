/** Forms, files and mail as add-on code meets them: through the real worker. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FormItemView } from "../../host/types";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let snippet: SnippetHost;

beforeEach(async () => {
  snippet = await openSnippetHost({ now: "2026-09-01T09:00:00.000Z" });
});

afterEach(() => snippet.close());

const HOSTILE = '=IMPORTXML("http://example.org";"//a")';

/** A published form with every kind of item, linked to the book. */
const MAKE_FORM = `
  const file = Drive.Files.create(
    { name: 'Анкета', mimeType: 'application/vnd.google-apps.form',
      appProperties: { key: "it's" } },
    null, { fields: 'id' });
  const form = FormApp.openById(file.id).setTitle('Анкета');
  if (form.supportsAdvancedResponderPermissions()) form.setPublished(true);
  form.addSectionHeaderItem().setTitle('О вас');
  const name = form.addTextItem().setTitle('ФИО').setRequired(true);
  const token = form.addTextItem().setTitle('Код').setValidation(
    FormApp.createTextValidation().setHelpText('Не меняйте код')
      .requireTextMatchesPattern('[A-Z0-9]{8}').build());
  const pace = form.addScaleItem().setTitle('Оценка').setBounds(1, 10)
    .setLabels('плохо', 'отлично');
  const topics = form.addCheckboxItem().setTitle('Темы')
    .setChoiceValues(['ФГОС', 'Уроки']).showOtherOption(true);
  const kind = form.addListItem().setTitle('Форма').setChoiceValues(['а', 'б']);
  const start = form.addDateItem().setTitle('С какого дня');
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  form.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
  SpreadsheetApp.flush();
`;

const itemsOf = (): Record<string, FormItemView> =>
  Object.fromEntries(
    (snippet.host.forms.list()[0]?.items ?? []).map((item) => [
      item.title,
      item,
    ]),
  );

const idOf = (title: string): string => String(itemsOf()[title]?.id);

test("a form is made, linked and answered, and its tab is found by its id", async () => {
  const made = await snippet.run(`${MAKE_FORM}
    const sheet = ss.getSheets().find((one) => one.getFormUrl() !== null);
    return [form.getId(), sheet.getName(), sheet.getFormUrl(),
      form.getDestinationId() === ss.getId(), form.isAcceptingResponses()];`);
  const id = snippet.host.forms.list()[0]?.id ?? "";

  expect(made).toStrictEqual([
    id,
    "Ответы на форму (1)",
    `http://localhost/forms/d/${id}/viewform`,
    true,
    true,
  ]);

  await snippet.host.forms.submit(id, {
    [idOf("ФИО")]: HOSTILE,
    [idOf("Оценка")]: "7",
    [idOf("Темы")]: ["Уроки", "ФГОС"],
    [idOf("С какого дня")]: "2026-09-05",
  });

  const read = await snippet.run(`
    const sheet = SpreadsheetApp.getActive().getSheetByName('Ответы на форму (1)');
    const [headers, row] = sheet.getDataRange().getValues();
    const form = FormApp.openById('${id}');
    const [response] = form.getResponses();
    return {
      headers, formulas: sheet.getDataRange().getFormulas()[1].join(''),
      at: row[0] instanceof Date ? row[0].toISOString() : row[0],
      row: row.slice(1).map((one) => one instanceof Date ? one.toISOString() : one),
      answers: response.getItemResponses().map((one) =>
        [one.getItem().getTitle(), one.getResponse()]),
    };`);
  expect(read).toStrictEqual({
    headers: [
      "Отметка времени",
      "ФИО",
      "Код",
      "Оценка",
      "Темы",
      "Форма",
      "С какого дня",
    ],
    formulas: "",
    at: "2026-09-01T09:00:00.000Z",
    row: [HOSTILE, "", 7, "ФГОС, Уроки", "", "2026-09-04T21:00:00.000Z"],
    answers: [
      ["ФИО", HOSTILE],
      ["Код", ""],
      ["Оценка", "7"],
      ["Темы", ["ФГОС", "Уроки"]],
      ["С какого дня", "2026-09-05"],
    ],
  });
});

test("an answer that does not fit is refused item by item, in Russian", async () => {
  await snippet.run(MAKE_FORM);
  const id = snippet.host.forms.list()[0]?.id ?? "";

  const refused = snippet.host.forms.submit(id, {
    [idOf("Код")]: "abc",
    [idOf("Оценка")]: "11",
    [idOf("Форма")]: "в",
  });

  await expect(refused).rejects.toMatchObject({
    name: "AnswersRefused",
    errors: {
      [idOf("ФИО")]: "Ответьте на этот вопрос: он обязательный.",
      [idOf("Код")]: "Не меняйте код",
      [idOf("Оценка")]: "Выберите число от 1 до 10.",
      [idOf("Форма")]: "Такого варианта нет: «в». Выберите из списка.",
    },
  });
});

test("the submit trigger gets the row, its texts and its range", async () => {
  await snippet.run(`${MAKE_FORM}
    ScriptApp.newTrigger('onSubmit').forSpreadsheet(ss).onFormSubmit().create();`);
  snippet.setCode(`function onSubmit(e) {
    return [e.values, e.namedValues['ФИО'], e.range.getA1Notation(),
      e.range.getSheet().getFormUrl() !== null,
      e.range.getValues()[0].length];
  }`);
  const id = snippet.host.forms.list()[0]?.id ?? "";

  await snippet.host.forms.submit(id, { [idOf("ФИО")]: "Анна" });

  const runs = snippet.host.executions();
  expect(runs[runs.length - 1]).toMatchObject({
    outcome: "done",
    kind: "trigger",
    value: [
      ["01.09.2026 12:00:00", "Анна", "", "", "", "", ""],
      ["Анна"],
      "A2:G2",
      true,
      7,
    ],
  });
});

test("a prefilled link is made without submitting anything", async () => {
  const url = await snippet.run(`${MAKE_FORM}
    const url = form.createResponse()
      .withItemResponse(token.createResponse('ABCD1234'))
      .withItemResponse(topics.createResponse(['ФГОС', 'своё']))
      .toPrefilledUrl();
    return [url, form.getResponses().length];`);
  const id = snippet.host.forms.list()[0]?.id;
  const query = new URLSearchParams({ usp: "pp_url" });
  query.append(`entry.${idOf("Код")}`, "ABCD1234");
  query.append(`entry.${idOf("Темы")}`, "ФГОС");
  query.append(`entry.${idOf("Темы")}`, "__other_option__");
  query.append(`entry.${idOf("Темы")}.other_option_response`, "своё");

  expect(url).toStrictEqual([
    `http://localhost/forms/d/e/${id}/viewform?${query}`,
    0,
  ]);
});

test("a document is found by its key, whatever the key", async () => {
  const result = await snippet.run(`
    const doc = Drive.Files.create(
      { name: 'Пустой', mimeType: 'application/vnd.google-apps.document',
        appProperties: { key: "it's \\\\ key" } });
    const q = "appProperties has { key='key' and value='it\\\\'s \\\\\\\\ key' } and trashed = false";
    const found = Drive.Files.list({ q, fields: 'files(id,name)' }).files;
    const blob = Drive.Files.export(doc.id,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      { alt: 'media' });
    const copy = Drive.Files.create(
      { name: 'Копия', mimeType: 'application/vnd.google-apps.document' },
      Utilities.newBlob(blob.getBytes(), blob.getContentType(), 'k.docx'));
    Drive.Files.update({ trashed: true }, doc.id);
    return [found.length, found[0].id === doc.id, blob.getBytes().length > 100,
      copy.name, Drive.Files.list({ q }).files.length];`);

  expect(result).toStrictEqual([1, true, true, "Копия", 0]);
  expect(snippet.host.files.list().map((file) => file.name)).toStrictEqual([
    "Пустой",
    "Копия",
  ]);
});

test("mail goes to the outbox and counts against the day's quota", async () => {
  const left = await snippet.run(`
    MailApp.sendEmail('a@example.org', 'Тема', 'Текст', { name: 'Куратор' });
    MailApp.sendEmail({ to: 'b@example.org', subject: 'Тема', body: 'Текст',
      attachments: [Utilities.newBlob('BEGIN:VCALENDAR', 'text/calendar', 'п.ics')] });
    return MailApp.getRemainingDailyQuota();`);

  expect(left).toBe(98);
  expect(
    snippet.host.mail().map(({ to, subject }) => [to, subject]),
  ).toStrictEqual([
    ["a@example.org", "Тема"],
    ["b@example.org", "Тема"],
  ]);
});

test("a member the host lacks is refused by its own name", async () => {
  const result = await snippet.attempt(`
    return FormApp.create('x').addImageItem();`);

  expect(result.outcome).toBe("failed");
  expect(result.error?.message).toContain("addImageItem");
});

test("calls to forms are counted, builders and handles are listed apart", async () => {
  const { meter } = await snippet.attempt(`
    const form = FormApp.create('x', true);
    const rule = FormApp.createTextValidation().requireNumber().build();
    form.addTextItem().setValidation(rule).getId();`);

  expect(meter.calls).toMatchObject({
    "FormApp.create": 1,
    "Form.addTextItem": 1,
    "TextItem.setValidation": 1,
  });
  expect(meter.light).toMatchObject({
    "FormApp.createTextValidation": 1,
    "TextValidationBuilder.build": 1,
    "TextItem.getId": 1,
  });
  expect(meter.counted).toBe(3);
});

test("forms, answers, files and mail are there again after reopening", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nastavnik-forms-"));
  const open = () => openSnippetHost({ workspace: folder, persist: true });
  const first = await open();
  await first.run(`
    const form = FormApp.create('Анкета', true).setTitle('Анкета');
    const item = form.addTextItem().setTitle('Имя');
    form.setDestination(FormApp.DestinationType.SPREADSHEET,
      SpreadsheetApp.getActive().getId());
    form.createResponse().withItemResponse(item.createResponse('Анна')).submit();
    Drive.Files.create({ name: 'Д', mimeType: 'application/vnd.google-apps.document' });
    MailApp.sendEmail('a@example.org', 'Тема', 'Текст');`);
  const files = first.host.files.list();
  const bytes = first.host.files.bytes(files[1]?.id ?? "");
  await first.close();

  const second = await open();

  expect(second.host.forms.list()[0]?.title).toBe("Анкета");
  expect(second.host.files.list()).toStrictEqual(files);
  expect(
    Buffer.from(second.host.files.bytes(files[1]?.id ?? "")),
  ).toStrictEqual(Buffer.from(bytes));
  expect(second.host.mail()).toHaveLength(1);
  const form = second.host.forms.list()[0];
  await second.host.forms.submit(form?.id ?? "", {
    [String(form?.items[0]?.id)]: "Борис",
  });
  const grid = (await second.host.book.grids())["Ответы на форму (1)"];
  expect(grid?.map((row) => row[1])).toStrictEqual(["Имя", "Анна", "Борис"]);
  await second.close();
});
