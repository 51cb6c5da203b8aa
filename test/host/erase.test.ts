/** Erasure on the real bundle: cells, answers in the form itself, undo records, the protocol as a document. */
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import { openAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let host: OpenHost;

type Cells = Readonly<Record<string, unknown>>;

async function done(action: string, input: Cells = {}) {
  const answer = await runAction(host, action, input);
  expect(answer.state).toBe("done");
  return answer;
}

async function table(id: string): Promise<readonly Cells[]> {
  const { rows } = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly { readonly values: Cells }[];
  };
  return rows.map(({ values }) => values);
}

/** Answers the only form by the personal link of a mentor. */
async function answerAs(index: number, text: string): Promise<void> {
  const mentor = (await table("mentors"))[index];
  const link = new URL(String(mentor?.["link"]), "http://localhost");
  const [form] = host.forms.list();
  const answers: Record<string, string> = {};
  for (const item of form?.items ?? []) {
    const prefilled = link.searchParams.get(`entry.${item.id}`);
    if (prefilled !== null) {
      answers[item.id] = prefilled;
    } else if (item.type === "PARAGRAPH_TEXT") {
      answers[item.id] = text;
    } else if (item.required) {
      answers[item.id] = item.choices?.[0] ?? "8";
    }
  }
  await host.forms.submit(form?.id ?? "", answers);
}

beforeAll(async () => {
  host = await openAfter([SETUP, IMPORT, ["pair", {}], ["approve", {}]]);
  await done("forms", { questionnaire: "mentor-after" });
  await answerAs(0, "пишет Вересова");
  await answerAs(1, "пишет другой");
  await done("intake");
  await done("consents", { codes: "НМ-001", files: "each" });
});

afterAll(() => host.close());

/** Everything of the book, the hidden tabs too, and of the forms. */
async function everything(): Promise<string> {
  await host.book.settled();
  return JSON.stringify([
    host.book.snapshot(),
    host.forms.list().map(({ id }) => host.forms.results(id)),
  ]);
}

test("takes the person out of book, form and undo, and leaves the others", async () => {
  const before = await everything();
  const answer = await done("erase", {
    codes: "НМ-001",
    ground: "withdrawn",
  });
  const after = await everything();

  for (const trace of ["Вересов", "veresova@example.org", "900 000-00-01"]) {
    expect(before).toContain(trace);
    expect(after).not.toContain(trace);
  }
  expect(after).toContain("пишет другой");
  expect(answer).toMatchObject({
    links: [
      { label: expect.stringMatching(/^Протокол удаления .*: НМ-001$/) },
      { label: "Документы" },
    ],
  });
  const [form] = host.forms.list();
  expect(form?.responses).toBe(1);
});

test("keeps the answer's mark and takes nothing in again", async () => {
  await done("intake");
  const answers = await table("answers");

  expect(answers).toHaveLength(2);
  expect(answers[0]).toMatchObject({
    person: "НМ-001",
    content: null,
    satisfaction: 8,
  });
});

test("makes the protocol: codes, ground, places, and no name", async () => {
  const row = (await table("documents")).find(
    ({ kind }) => kind === "протокол",
  );
  const zip = new PizZip(host.files.bytes(String(row?.["file"])));
  const text = (zip.file("word/document.xml")?.asText() ?? "").replace(
    /<[^>]+>/g,
    " ",
  );

  expect(text).toMatch(/ПРОТОКОЛ\s+удаления персональных данных/);
  expect(text).toContain("НМ-001");
  expect(text).toContain("отзыв согласия на обработку персональных данных");
  expect(text).toMatch(/Вкладка «Наставники»/);
  expect(text).not.toMatch(/Вересов/);
  expect(
    host.files
      .list()
      .filter(({ trashed }) => trashed)
      .map(({ name }) => name),
  ).toStrictEqual([
    expect.stringMatching(/^Согласие: .* – НМ-001$/),
    expect.stringMatching(/^Соглашение: .* – НМ-001$/),
  ]);
});
