/** A respondent goes through the pages of a form over HTTP, forward and back, also from personal links. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../host/server";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";

let snippet: SnippetHost;
let server: RunningServer;
let made: {
  readonly id: string;
  readonly prefilled: string;
  readonly ids: Readonly<Record<string, string>>;
};

const MAKE = `
  const form = FormApp.create("Анкета", true).setTitle("Анкета")
    .setCollectEmail(true).setAllowResponseEdits(true).setProgressBar(true);
  const kind = form.addMultipleChoiceItem().setTitle("Кто вы").setRequired(true);
  form.addPageBreakItem().setTitle("Школьнику");
  const school = form.addTextItem().setTitle("Школа").setRequired(true);
  const last = form.addPageBreakItem().setTitle("Всем");
  const days = form.addGridItem().setTitle("Дни").setRequired(true)
    .setRows(["утро", "вечер"]).setColumns(["пн", "вт"]);
  kind.setChoices([
    kind.createChoice("школьник", FormApp.PageNavigationType.CONTINUE),
    kind.createChoice("наставник", last),
    kind.createChoice("мимо", FormApp.PageNavigationType.SUBMIT)]);
  const prefilled = form.createResponse()
    .withItemResponse(kind.createResponse("школьник"))
    .withItemResponse(days.createResponse(["пн", null])).toPrefilledUrl();
  return { id: form.getId(), prefilled };`;

beforeAll(async () => {
  snippet = await openSnippetHost();
  server = await startServer(snippet.host, { port: 0 });
});
afterAll(async () => {
  await server?.close();
  await snippet?.close();
});
beforeEach(async () => {
  const form = (await snippet.run(MAKE)) as Omit<typeof made, "ids">;
  const items = snippet.host.forms.get(form.id)?.items ?? [];
  const ids = items.flatMap((item) =>
    (item.rows ?? [item]).map(({ id, title }) => [title, String(id)]),
  );
  made = { ...form, ids: Object.fromEntries(ids) };
});

type Fields = Readonly<Record<string, string>>;

/** Fields by title, and the buttons' own. */
async function post(fields: Fields): Promise<string> {
  const named = Object.entries(fields).map(([name, value]) => {
    const id = made.ids[name];
    return [id === undefined ? name : `entry.${id}`, value];
  });
  const response = await fetch(
    `${server.origin}/forms/d/e/${made.id}/formResponse`,
    { method: "POST", body: new URLSearchParams(named) },
  );
  return response.text();
}

async function get(url: string): Promise<string> {
  const { pathname, search } = new URL(url, server.origin);
  return (await fetch(`${server.origin}${pathname}${search}`)).text();
}

const answers = () =>
  snippet.run(
    `return FormApp.openById("${made.id}").getResponses().map((one) => one.getItemResponses().map((answer) => [answer.getItem().getTitle(), answer.getResponse()]));`,
  );

const step = (page: number | "", to: string): Fields => ({
  page: String(page),
  step: to,
});

test("each page asks for its own and leads where the choice says", async () => {
  const first = await get(`/forms/d/e/${made.id}/viewform`);
  expect(first).toContain("Страница 1 из 3");
  expect(first).not.toContain("Школа");
  expect(first).toContain(">Далее</button>");
  expect(first).not.toContain(">Назад</button>");

  const unanswered = await post(step(0, "next"));
  expect(unanswered).toContain("Кто вы: Ответьте на этот вопрос");
  expect(unanswered).toContain("Укажите адрес электронной почты");
  expect(unanswered).not.toContain("Школа");

  const email = { emailAddress: "a@b.ru" };
  const pupil = { ...email, "Кто вы": "школьник" };
  const second = await post({ ...pupil, ...step(0, "next") });
  expect(second).toContain("Школа");
  expect(second).toContain('name="emailAddress" value="a@b.ru"');

  const mentor = { ...email, "Кто вы": "наставник" };
  const third = await post({ ...mentor, ...step(0, "next") });
  expect(third).toContain("Страница 3 из 3");
  expect(third).toContain(">Отправить</button>");

  const back = await post({ ...mentor, ...step(2, "back") });
  expect(back).toContain("Страница 1 из 3");
  expect(back).toContain('value="наставник" checked');
  const backPupil = await post({
    ...pupil,
    Школа: "№ 5",
    ...step(2, "back"),
  });
  expect(backPupil).toContain("Страница 2 из 3");
  expect(backPupil).toContain('value="№ 5"');
});

test("answers of a page that was passed by are not sent", async () => {
  const body = { emailAddress: "a@b.ru", Школа: "№ 5", утро: "пн" };
  const half = await post({
    ...body,
    "Кто вы": "наставник",
    ...step(2, "send"),
  });
  expect(half).toContain("Дни [вечер]: Ответьте в этой строке");
  expect(half).toContain("Страница 3 из 3");
  expect(await answers()).toStrictEqual([]);

  await post({
    ...body,
    "Кто вы": "наставник",
    вечер: "вт",
    ...step(2, "send"),
  });
  expect(await answers()).toStrictEqual([
    [
      ["Кто вы", "наставник"],
      ["Школа", ""],
      ["Дни", ["пн", "вт"]],
    ],
  ]);
});

test("a choice that ends the form asks once more before it is sent", async () => {
  const fields = { emailAddress: "a@b.ru", "Кто вы": "мимо" };
  const end = await post({ ...fields, ...step(0, "next") });
  expect(end).toContain("Осталось отправить ответ");
  expect(end).toContain('value="мимо"');

  const back = await post({ ...fields, ...step("", "back") });
  expect(back).toContain('value="мимо" checked');
  const sent = await post({ ...fields, ...step("", "send") });
  expect(sent).toContain("Ответ записан");
});

test("personal links and edit links carry answers over the pages", async () => {
  const first = await get(made.prefilled);
  expect(first).toContain('value="школьник" checked');
  expect(first).toContain(`name="entry.${made.ids["утро"]}" value="пн"`);

  const sent = await post({
    emailAddress: "a@b.ru",
    "Кто вы": "школьник",
    Школа: "<5>",
    утро: "пн",
    вечер: "вт",
    ...step(2, "send"),
  });
  const link = /href="([^"]*edit2=[^"]*)"/.exec(sent)?.[1] ?? "";
  const again = await get(link);
  expect(again).toContain('value="школьник" checked');
  expect(again).toContain('value="&lt;5&gt;"');
  const editToken = link.split("edit2=")[1] ?? "";

  await post({
    emailAddress: "a@b.ru",
    "Кто вы": "наставник",
    Школа: "<5>",
    утро: "вт",
    вечер: "вт",
    edit2: editToken,
    ...step(2, "send"),
  });
  expect(await answers()).toStrictEqual([
    [
      ["Кто вы", "наставник"],
      ["Школа", ""],
      ["Дни", ["вт", "вт"]],
    ],
  ]);
});
