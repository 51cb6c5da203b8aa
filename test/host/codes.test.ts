/** «По кодам» on the real bundle: the whole chain, and no name in any file or service call. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { ROADMAP_TABLE, SETUP } from "../support/steps";
import { plainText, recordCalls, textsBelow } from "../support/traces";

const PEOPLE = [
  "Роль;ФИО;Телефон;E-mail;Год рождения;Класс;Должность;Форма наставничества;Основной запрос;Интересы;Темы запроса",
  "наставляемый;Верескунова Лукерья Евстигнеевна;8 900 777-10-01;lukerya.veresk@example.org;2010;8 «А»;;ученик – ученик;Хочет к Полозкову, звонить маме +7 900 777 10 02;Шахматы;Профориентация",
  "наставляемый;Златоцветов Пафнутий Саввич;8(900)7771003;;2012;6 «Б»;;ученик – ученик;Не дружит с Верескуновой Лукерьей;Плавание;Профориентация",
  "наставляемый;Хлебородов Ян;;khleb@example.org;1999;;учитель физики;педагог – педагог;Помочь с журналом;Музыка, пишите на khleb@example.org;Цифровые инструменты",
  "наставник;Полозков Евлампий Пафнутьевич;8-900-777-10-05;;2008;11 «А»;;ученик – ученик;;Брат Златоцветова;",
  "наставник;ТКАЧЕНКОВА АГРИППИНА ЕВСТИГНЕЕВНА;+79007771006;agrippina@example.org;1975;;учитель математики;педагог – педагог;;Вязание;",
].join("\n");

/** Names in parts, below a title with a name, with a column nobody knows. */
const MORE_PEOPLE = [
  "Список составила Огнивцева П. П.\t\t\t\t",
  "Фамилия\tИмя\tОтчество\tКласс\tКто привёл (Огнивцева)",
  "Смородинкин\tАверьян\tЕвлампиевич\t7 «А»\tбабушка Смородинкина",
].join("\n");

/** Without a header: its first row is a person. */
const BARE_LIST = "Дождевиков Прохор Евлампиевич;5 «А»\nМухоморов Сысой;5 «Б»";

/** Beginnings that stay in every case, and digits of the telephones. */
const TRACES =
  /верескун|лукер|евстигне|златоцвет|пафнут|саввич|хлебород|khleb|полозк|евламп|ткаченк|агриппин|смородинк|аверьян|огнивц|дождевик|мухоморов|сысо[йяюе]|lukerya|agrippina|777.{0,2}10.{0,2}0/g;

const NOW = "2026-09-07T09:00:00+03:00";

let host: OpenHost;
const workspace = mkdtempSync(join(tmpdir(), "codes-"));

beforeAll(async () => {
  host = await openHost({ workspace, now: NOW });
});

afterAll(async () => {
  await host.close();
  rmSync(workspace, { recursive: true });
});

type Cells = Readonly<Record<string, unknown>>;

async function done(action: string, input: Cells = {}) {
  const answer = await runAction(host, action, input);
  expect(answer.state, action).toBe("done");
  return answer;
}

async function table(id: string): Promise<readonly Cells[]> {
  const { rows } = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly { readonly values: Cells }[];
  };
  return rows.map(({ values }) => values);
}

/** Answers a form by the personal link of a row, the least that it takes. */
async function answerForm(index: number, link: unknown): Promise<void> {
  const url = new URL(String(link), "http://localhost");
  const form = host.forms.list()[index];
  const answers: Record<string, string | string[]> = {};
  for (const { id, type, required, choices } of form?.items ?? []) {
    const prefilled = url.searchParams.get(`entry.${id}`);
    if (prefilled !== null) {
      answers[id] = prefilled;
    } else if (required) {
      answers[id] =
        type === "CHECKBOX" ? ["Профориентация"] : (choices?.[0] ?? "7");
    }
  }
  await host.forms.submit(form?.id ?? "", answers);
}

async function wholeChain(): Promise<void> {
  await done("setup", { ...SETUP[1], mode: "По кодам" });
  await done("import", { text: PEOPLE, into: "auto" });
  await done("import", { text: MORE_PEOPLE, into: "mentees" });
  const bare = { text: BARE_LIST, into: "mentees", headerRow: 0 };
  const shown = (await callAddOn(host, "preview", {
    action: "import",
    input: bare,
  })) as {
    readonly adjust: { readonly fields: readonly { readonly key: string }[] };
  };
  const [, first, second] = shown.adjust.fields;
  await done("import", {
    ...bare,
    [first?.key ?? ""]: "mentee:fio",
    [second?.key ?? ""]: "mentee:grade",
  });
  for (const kind of [
    "processing",
    "participation",
    "mentoring",
    "agreement",
    "publication",
    "photo",
  ]) {
    await done("consents", { kind });
  }
  await done("consents", { kind: "processing", files: "each" });
  for (const kind of ["processing", "participation", "mentoring"]) {
    await done("consentsReceived", { kind, signed: "2026-09-04" });
  }
  await done("forms", { questionnaire: "mentor-profile" });
  await done("forms", { questionnaire: "mentee-after" });
  await answerForm(0, (await table("mentors"))[0]?.["link"]);
  await answerForm(1, (await table("mentees"))[0]?.["link"]);
  await done("intake");
  await done("topics");
  await done("pair");
  await done("variant-save", { name: "Первый" });
  await done("rescore");
  await done("approve");
  await done("order", { date: "2026-09-07", number: "1-ОД" });
  await done("roadmap", { text: ROADMAP_TABLE });
  await done("indicators");
  await done("check");
  await done("undo");
  await done("repair");
}

function tracesIn(texts: Iterable<readonly [string, string]>): string[] {
  return [...texts].flatMap(([place, text]) => {
    const found = plainText(text).match(TRACES);
    return found === null
      ? []
      : [`${place}: ${[...new Set(found)].join(", ")}`];
  });
}

test("the whole chain leaves no name, telephone or address in files or calls", async () => {
  const { calls, end } = recordCalls();
  await wholeChain();
  await host.save();
  const texts = textsBelow(workspace);
  end();

  expect(await table("mentees")).toHaveLength(6);
  expect((await table("pairs")).length).toBeGreaterThan(0);
  expect(
    host.files.list().filter(({ name }) => name.startsWith("Приказ")),
  ).toHaveLength(1);
  expect(calls.length).toBeGreaterThan(500);
  expect(tracesIn(texts)).toStrictEqual([]);
  expect(tracesIn(calls.map((call) => ["call", call] as const))).toStrictEqual(
    [],
  );
  // What was looked through is what is kept.
  expect([...texts.values()].join("\n")).toContain("НСТ-001");
  expect([...texts.keys()].some((path) => path.endsWith("document.xml"))).toBe(
    true,
  );
});

test("the look finds names where they are kept", async () => {
  const named = mkdtempSync(join(tmpdir(), "codes-"));
  const other = await openHost({ workspace: named, now: NOW });
  const { calls, end } = recordCalls();
  await runAction(other, "setup", SETUP[1]);
  await runAction(other, "import", { text: PEOPLE, into: "auto" });
  await other.close();
  const found = tracesIn(textsBelow(named));
  end();
  rmSync(named, { recursive: true });

  expect(found.join()).toMatch(/верескун.*хлебород/s);
  expect(tracesIn(calls.map((call) => ["call", call] as const)).join()).toMatch(
    /пафнут/,
  );
});

test("the key comes with the preview, once, with every code and name", async () => {
  const preview = (await callAddOn(host, "preview", {
    action: "import",
    input: {
      text: PEOPLE.replaceAll("наставляемый;", "наставник;"),
      into: "auto",
    },
  })) as {
    readonly download?: { readonly name: string; readonly text: string };
  };

  expect(preview.download?.name).toBe("Ключ 07.09.2026, 5 чел.csv");
  expect(preview.download?.text).toContain(
    "НМ-003;Верескунова Лукерья Евстигнеевна;",
  );
  expect(preview.download?.text.split("\r\n")).toHaveLength(1 + 5 + 1);
});

test("the columns of names take nothing typed, and take it again with the names back", async () => {
  const rules = () =>
    JSON.stringify(host.book.snapshot()).match(/ISBLANK/g)?.length ?? 0;
  const closed = rules();
  const key = `Код;ФИО\r\nНМ-001;Полозков Евлампий Пафнутьевич\r\n`;
  await done("toNames", { file: key });
  const opened = rules();
  const fio = (await table("mentors"))[0]?.["fio"];
  await done("toCodes");

  expect([closed > 0, opened, rules()]).toStrictEqual([true, 0, closed]);
  expect(fio).toBe("Полозков Евлампий Пафнутьевич");
  expect((await table("mentors"))[0]?.["fio"]).toBeNull();
  await host.save();
  const book = JSON.stringify(await host.book.grids());
  expect(plainText(book).match(TRACES)).toBeNull();
});
