/** The answerable page shows a form safely and posts answers back. */
import { expect, test } from "vitest";
import { prefilledUrl } from "./form-links";
import {
  answersIn,
  parsePrefill,
  renderFormPage,
  renderThanksPage,
} from "./form-page";
import type { FormPageItem, FormPageView } from "./form-record";

const HOSTILE = `"><script>alert('x')</script>&amp;`;

const item = (
  id: number,
  type: FormPageItem["type"],
  more: Partial<FormPageItem> = {},
): FormPageItem => ({
  id,
  type,
  title: `Вопрос ${id}`,
  help: "",
  required: false,
  ...more,
});

const view = (
  items: readonly FormPageItem[],
  more: Partial<FormPageView> = {},
): FormPageView => ({
  id: "form-1",
  title: "Анкета",
  description: "",
  confirmation: "",
  open: true,
  items,
  ...more,
});

test("no text of the form or of an answer becomes markup", () => {
  const items = (
    [
      "TEXT",
      "PARAGRAPH_TEXT",
      "LIST",
      "CHECKBOX",
      "DATE",
      "GRID",
      "CHECKBOX_GRID",
      "DURATION",
      "SECTION_HEADER",
    ] as const
  ).map((type, index) =>
    item(index + 1, type, {
      title: HOSTILE,
      help: HOSTILE,
      choices: [HOSTILE],
      other: true,
      rows: [{ id: 100 + index, title: HOSTILE }],
    }),
  );
  const page = renderFormPage(
    view(items, { title: HOSTILE, description: HOSTILE, id: HOSTILE }),
    {
      1: HOSTILE,
      2: HOSTILE,
      4: [HOSTILE, `${HOSTILE} другое`],
      8: HOSTILE,
      // Of another page: travels in a hidden field.
      [`77${HOSTILE}`]: [HOSTILE],
    },
    { 1: HOSTILE, 105: HOSTILE, form: HOSTILE },
  );

  expect(page).not.toContain("<script");
  expect(page).not.toContain('"><script');
  expect(page).toContain("&lt;script&gt;");
});

test("posts to the form's address and needs no script", () => {
  const page = renderFormPage(view([item(1, "TEXT")]), {});

  expect(page).toContain(
    'method="post" action="/forms/d/e/form-1/formResponse"',
  );
  expect(page).not.toMatch(/<script| on[a-z]+=/);
});

test("shows answers filled in beforehand", () => {
  const page = renderFormPage(
    view([
      item(1, "TEXT"),
      item(2, "CHECKBOX", { choices: ["а", "б"] }),
      item(3, "SCALE", {
        scale: { lower: 1, upper: 3, left: "л", right: "п" },
      }),
      item(4, "LIST", { choices: ["а", "б"] }),
      item(5, "PARAGRAPH_TEXT"),
    ]),
    { 1: "Анна", 2: ["б"], 3: "2", 4: "б", 5: "\nстрока" },
  );

  expect(page).toContain('name="entry.1" value="Анна"');
  expect(page).toContain('name="entry.2" value="б" checked');
  expect(page).not.toContain('value="а" checked');
  expect(page).toContain('name="entry.3" value="2" checked');
  expect(page).toContain('<option value="б" selected>');
  expect(page).toContain(">\n\nстрока</textarea>");
});

test("a page shows its own questions and carries the other answers", () => {
  const items = [
    item(1, "TEXT"),
    item(2, "PAGE_BREAK"),
    item(3, "GRID", {
      choices: ["пн", "вт"],
      rows: [{ id: 31, title: "утро" }],
    }),
  ];
  const given = { 1: "Анна", 31: "вт", edit2: "тайна", email: "a@b.ru" };
  const page = renderFormPage(view(items), given, {}, { page: 1 });

  expect(page).not.toContain("Вопрос 1");
  expect(page).toContain('type="hidden" name="entry.1" value="Анна"');
  expect(page).toContain('type="hidden" name="edit2" value="тайна"');
  expect(page).toContain('type="hidden" name="emailAddress" value="a@b.ru"');
  expect(page).toContain('<th scope="col">вт</th>');
  expect(page).toContain('<th scope="row">утро</th>');
  expect(page).toContain('value="вт" aria-label="утро: вт" checked');
  expect(page).not.toContain('type="hidden" name="entry.31"');
});

test("says at the question and at the top what to mend", () => {
  const page = renderFormPage(
    view([item(1, "TEXT", { required: true })]),
    {},
    { 1: "Ответьте на этот вопрос." },
  );

  expect(page).toContain(
    '<a href="#item-1">Вопрос 1: Ответьте на этот вопрос.',
  );
  expect(page).toContain('aria-describedby="error-1" aria-invalid="true"');
  expect(page).toContain('<p class="error" id="error-1">');
});

test("a closed form shows its message and no questions", () => {
  const closed = view([item(1, "TEXT")], { open: false });

  expect(renderFormPage(closed, {})).toContain(
    "Форма больше не принимает ответы.",
  );
  expect(renderFormPage(closed, {})).not.toContain("<form");
  expect(
    renderFormPage({ ...closed, closedMessage: "До осени!" }, {}),
  ).toContain("До осени!");
});

test("the thank-you page has the form's text and safe links", () => {
  const page = renderThanksPage(
    view([], { confirmation: "Спасибо & до встречи" }),
    [{ label: "Изменить ответ", url: 'http://localhost/?a="' }],
  );

  expect(page).toContain("Спасибо &amp; до встречи");
  expect(page).toContain('href="http://localhost/?a=&quot;"');
});

test("a prefilled link gives back the very answers", () => {
  const answers = {
    "1": "a&b=c #1 + «ё»",
    "2": ["раз", "=два"],
    "3": "своё",
  };

  const url = prefilledUrl(
    "http://localhost",
    "form-1",
    Object.entries(answers),
    (id) => id !== "3",
  );

  expect(url).toContain("/forms/d/e/form-1/viewform?usp=pp_url&entry.1=");
  expect(parsePrefill(url)).toStrictEqual({
    formId: "form-1",
    prefill: answers,
  });
  expect(parsePrefill("/forms/d/form-2/edit").formId).toBe("form-2");
  expect(parsePrefill("нет").formId).toBeNull();
});

test("posted answers are read by item, with address and edit secret", () => {
  const body = new URLSearchParams([
    ["entry.1", "Анна"],
    ["entry.2", "а"],
    ["entry.2", "__other_option__"],
    ["entry.2.other_option_response", "своё"],
    ["emailAddress", "a@b.ru"],
    ["edit2", "секрет"],
    ["fvv", "1"],
  ]);

  expect(answersIn(body)).toStrictEqual({
    1: "Анна",
    2: ["а", "своё"],
    email: "a@b.ru",
    edit2: "секрет",
  });
});
