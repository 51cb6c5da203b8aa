/** Real roadmaps: stages, dates, people, and not a word lost. */

// biome-ignore lint/style/noRestrictedImports: the documents lie in test/fixtures
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDatePhrase } from "./parse-date-phrase";
import { readRoadmap } from "./read-roadmap";
import type { Roadmap } from "./roadmap";

const FOLDER = new URL("../../../test/fixtures/roadmap/", import.meta.url);

const FILES = {
  school23: "000_263f387604020a4b.txt",
  until2027: "001_b818af48eaa7fffc.txt",
  kindergarten: "002_573f3a844d14e047.txt",
  school13: "003_e10a408f7c27fd8f.txt",
  town: "004_0228bcd223a87b30.txt",
};

const textOf = (name: keyof typeof FILES) =>
  readFileSync(new URL(FILES[name], FOLDER), "utf8");

const datesOf = ({ stages }: Roadmap) =>
  stages.map(({ dateText }) =>
    parseDatePhrase(dateText, {
      schoolYear: 2022,
      yearStart: "09-01",
      yearEnd: "05-31",
    })
      .intervals.map(({ start, end }) => `${start} ${end}`)
      .join("; "),
  );

test("reads the ten stages of a table with HTML in its cells", () => {
  const roadmap = readRoadmap(textOf("school13"));

  expect(roadmap.title).toBe(
    "Дорожная карта (план мероприятий) по внедрению программы наставничества в МБОУ СОШ № 13",
  );
  expect(roadmap.approval).toBe(
    "Утверждаю:\nДиректор МБОУ СОШ № 13 _____ И.О. Фамилия\nПриказ № 384/2-о от 01.09.2022",
  );
  expect(roadmap.orderDate).toBe("2022-09-01");
  expect(roadmap.stages.map(({ number }) => number)).toStrictEqual(
    Array.from({ length: 10 }, (_, index) => String(index + 1)),
  );
  const [august, september] = [
    "2022-08-01 2022-08-31",
    "2022-09-01 2022-09-30",
  ];
  const year = "2022-09-01 2023-05-31";
  expect(datesOf(roadmap)).toStrictEqual([
    august,
    august,
    september,
    september,
    september,
    `2022-08-01 2022-09-30; ${year}`,
    `2022-09-01 2022-10-31; ${year}`,
    year,
    "2023-05-01 2023-05-31",
    year,
  ]);
  expect(roadmap.stages[6]?.content).toBe(
    [
      "1) Анализ банка наставников и выбор подходящих для конкретной персонализированной программы наставничества педагога/группы педагогов.",
      "2) Обучение наставников для работы с наставляемыми:",
      "- подготовка методических материалов для сопровождения наставнической деятельности;",
      "- проведение консультаций, организация обмена опытом среди наставников – «установочные сессии» наставников.",
    ].join("\n"),
  );
});

test("tells of stages that end before the order that approves them", () => {
  const { warnings } = readRoadmap(textOf("school13"));

  const early = warnings.filter(({ message }) =>
    /раньше приказа/.test(message),
  );
  expect(early.map(({ stage }) => stage)).toStrictEqual(["1", "2"]);
});

test("puts wrapped cells of a PDF together again, across pages", () => {
  const roadmap = readRoadmap(textOf("school23"));

  expect(roadmap.title).toBe(
    "Дорожная карта (план мероприятий) по реализации Положения о внедрении целевой системы наставничества в МБОУ «СОШ №23»",
  );
  expect(roadmap.stages.map(({ name }) => name)).toStrictEqual([
    "Внесение правок в документы, регулирующие целевую модель наставничества",
    "Формирование банка наставляемых",
    "Формирование банка наставников по форме «педагог – педагог»",
    "Отбор и обучение",
    "Организация и осуществление работы наставнических пар/групп",
    "Завершение персонализированных программ наставничества",
    "Информационная поддержка системы наставничества",
  ]);
  expect(
    new Set(roadmap.stages.map((stage) => stage.responsible)),
  ).toStrictEqual(new Set(["Администрация школы, куратор, наставники"]));
  expect(datesOf(roadmap)).toStrictEqual([
    "2024-09-05 2024-09-05",
    "2024-08-20 2024-08-20",
    "2024-08-20 2024-08-20",
    "2024-08-20 2024-08-20",
    "2024-09-05 2025-05-31",
    "2025-05-01 2025-05-31",
    "2025-05-31 2025-05-31",
  ]);
  expect(roadmap.stages[3]?.content).toBe(
    [
      "1) Анализ банка наставников и выбор подходящих для конкретной персонализированной программы наставничества педагога/группы педагогов.",
      "2) Обучение наставников для работы с наставляемыми:",
      "- подготовка методических материалов для сопровождения наставнической деятельности;",
      "- проведение консультаций, организация обмена опытом среди наставников – «установочные сессии» наставников.",
      "3) погружение учеников – наставников в систему наставничества",
    ].join("\n"),
  );
  expect(roadmap.notes.map(({ text }) => text)).toStrictEqual([
    "1Содержание учитывает потребности образовательной организации, наставников и наставляемых, региональный опыт.",
  ]);
});

test("reads a table whose beginning with the header is lost", () => {
  const { stages, warnings } = readRoadmap(textOf("until2027"));

  expect(
    stages.map(({ number, dateText, responsible }) => [
      number,
      dateText,
      responsible,
    ]),
  ).toStrictEqual([
    ["1", "", ""],
    ["2", "", ""],
    ["3", "Ежегодно", "директор"],
    ["4", "Сентябрь, 2023", "Директор, администрация, проектная группа"],
    ["5", "Сентябрь, 2023, 2025, 2026", ""],
    ["6", "Ноябрь, 2024, сентябрь, 2025", "Наставники, психолог"],
    ["7", "Ежегодно", "ЗНМР"],
    ["8", "Ежегодно", "Руководители МО"],
    [
      "9",
      "Апрель – май 2027, 2027",
      "Директор, администрация, куратор, классные руководители",
    ],
  ]);
  expect(warnings.map(({ message }) => message).join(" ")).toContain(
    "Строка заголовков таблицы не найдена",
  );
});

test("keeps the end of a row whose beginning is cut off", () => {
  const { stages, warnings } = readRoadmap(textOf("until2027"));

  expect(stages[0]).toMatchObject({
    number: "1",
    name: "в ОУ и методических рекомендаций по ее созданию",
    remark: "Начало строки обрезано",
  });
  expect(
    warnings.map(({ stage, message }) => `${stage}: ${message}`),
  ).toContain(
    "1: Начало этапа 1 обрезано, сохранился только конец: «в ОУ и методических рекомендаций по ее созданию». Допишите этап по документу.",
  );
});

test("parts the tasks of a stage from its name", () => {
  const { stages } = readRoadmap(textOf("until2027"));

  expect(stages.slice(2).map(({ name }) => name)).toStrictEqual([
    "Подготовка нормативной базы реализации целевой модели наставничества в ОУ.",
    "Формирование базы наставляемых",
    "Формирование базы наставников",
    "Отбор и обучение наставников",
    "Формирование наставнических групп",
    "Организация хода наставнической программы",
    "Завершение наставничества в 2023 – 2027 учебном году",
  ]);
  expect(stages[5]?.tasks).toMatch(/^- разработать критерии отбора/);
});

test("finds the table at the end of a long document", () => {
  const { stages, title, notes } = readRoadmap(textOf("kindergarten"));

  expect(stages.map(({ name }) => name)).toStrictEqual([
    "Подготовка условий для реализации системы наставничества",
    "Формирование банка наставляемых",
    "Формирование банка наставников",
    "Отбор и обучение",
    "Организация и осуществление работы наставнических пар/групп",
    "Завершение персонализированных программ наставничества",
    "Информационная поддержка системы наставничества",
  ]);
  expect(title).toMatch(/^Дорожная карта .* "Детский сад №20"$/);
  expect(notes.length).toBeGreaterThan(5);
});

test("reads the sections and columns of a municipal roadmap", () => {
  const { stages } = readRoadmap(textOf("town"));

  expect(stages.map(({ number }) => number)).toStrictEqual(
    [6, 8, 7, 2].flatMap((rows, section) =>
      Array.from({ length: rows }, (_, row) => `${section + 1}.${row + 1}`),
    ),
  );
  expect(stages[20]).toMatchObject({
    number: "3.7",
    section:
      "3. Организационные мероприятия внедрения и реализации целевой модели наставничества",
    name: "Участие в конкурсах профессионального педагогического мастерства на муниципальном, региональном, федеральном уровнях",
    responsible: "Руководитель МНЦ, директор МБОУ ДПО «НМЦ»",
    participants: "МЦН, МБОУ ДПО «НМЦ», ОО",
  });
});

/** Words and numbers of two figures or more, each with its count. */
function wordCounts(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of texts.join("\n").match(/\p{L}+|\d{2,}/gu) ?? []) {
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

function wordsRead(roadmap: Roadmap): Record<string, number> {
  const sections = Array.from(
    new Set(roadmap.stages.map(({ section }) => section)),
  );
  return wordCounts([
    roadmap.title,
    roadmap.approval ?? "",
    ...sections,
    ...roadmap.notes.map(({ text }) => text),
    ...roadmap.stages.flatMap((stage) => [
      /^\d{2,}$/.test(stage.number) ? stage.number : "",
      stage.name,
      stage.tasks,
      stage.content,
      stage.dateText,
      stage.responsible,
      stage.participants,
      stage.result,
    ]),
  ]);
}

test.each<[keyof typeof FILES, string]>([
  [
    "school23",
    "№ Наименование этапа Содержание деятельности и примерный план мероприятий1 Сроки Ответственные",
  ],
  ["until2027", "Задачи Задачи Задачи Задачи Задачи"],
  [
    "kindergarten",
    "№ п/п Наименование этапа Содержание деятельности и примерный план мероприятий",
  ],
  [
    "school13",
    "№ Наименование этапа Содержание деятельности и примерный план мероприятий Планируемая дата",
  ],
  [
    "town",
    "№ п/п Наименование групп мероприятий и мероприятия Ответственные исполнители (организация) Участники мероприятия (организация) Ожидаемые результаты",
  ],
])("every word of «%s» ends in exactly one field", (name, header) => {
  const source = textOf(name)
    .replace(/<[^<>]*>/g, " ")
    .replace(/(персонализиров)\s+(анных)/, "$1$2")
    .replace(/(Информационн)\s+(ая)/, "$1$2");
  const expected = wordCounts([source]);
  for (const [word, count] of Object.entries(wordCounts([header]))) {
    expected[word] = (expected[word] ?? 0) - count;
  }

  const kept = Object.entries(expected).filter(([, count]) => count !== 0);
  expect(wordsRead(readRoadmap(textOf(name)))).toStrictEqual(
    Object.fromEntries(kept),
  );
});
