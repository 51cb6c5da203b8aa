/** Roadmaps pasted as tables: other schools, other columns, other marks. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";
import type { Stage } from "./roadmap";

const table = (...rows: readonly string[]) => rows.join("\n");

const brief = ({ number, name, dateText, responsible }: Stage) =>
  [number, name, dateText, responsible].join(" | ");

test("knows columns by the words of their headers, in any order", () => {
  const { stages } = readRoadmap(
    table(
      "№ п/п\tСрок реализации\tНаименование мероприятия\tУчастники\tОтветственный исполнитель\tРезультат. Вид документа",
      "1.\tдо 1 октября\tНазначение куратора\tПедагоги\tДиректор\tПриказ",
      "2.\tмай\tИтоговый круглый стол\tПары\tКуратор\tПротокол",
    ),
  );

  expect(stages).toStrictEqual([
    {
      number: "1",
      section: "",
      name: "Назначение куратора",
      content: "",
      dateText: "до 1 октября",
      responsible: "Директор",
      tasks: "",
      participants: "Педагоги",
      result: "Приказ",
      docKind: "",
      remark: "",
      sourceLine: 2,
    },
    {
      number: "2",
      section: "",
      name: "Итоговый круглый стол",
      content: "",
      dateText: "май",
      responsible: "Куратор",
      tasks: "",
      participants: "Пары",
      result: "Протокол",
      docKind: "",
      remark: "",
      sourceLine: 3,
    },
  ]);
});

test("reads quoted cells with line breaks and semicolons", () => {
  const { stages } = readRoadmap(
    table(
      '№;Этап;"Содержание',
      'деятельности";Сроки;Ответственные',
      '1;Подготовка;"Приказ ""О наставничестве"";',
      'положение";август 2026;Директор',
    ),
  );

  expect(stages[0]?.content).toBe('Приказ "О наставничестве";\nположение');
  expect(stages.map(brief)).toStrictEqual([
    "1 | Подготовка | август 2026 | Директор",
  ]);
});

test("leaves quotes alone that stand inside a cell", () => {
  const { stages } = readRoadmap(
    'Этап\tСодержание\tСроки\n"Школа" наставника\tВстреча в МБДОУ "Ручеёк"\tмай',
  );

  expect(stages[0]?.name).toBe('"Школа" наставника');
  expect(stages[0]?.content).toBe('Встреча в МБДОУ "Ручеёк"');
});

test("reads a Markdown table", () => {
  const { stages, title } = readRoadmap(
    table(
      "# Дорожная карта наставничества",
      "| № | Этап | Срок | Ответственный |",
      "|---|:--|--:|---|",
      "| 1 | **Подготовка** | август | Куратор |",
      "| 2 | Обучение<br>пар | октябрь | |",
    ),
  );

  expect(title).toBe("Дорожная карта наставничества");
  expect(stages.map(brief)).toStrictEqual([
    "1 | Подготовка | август | Куратор",
    "2 | Обучение\nпар | октябрь | ",
  ]);
});

test("joins cells of one row that stand on several lines", () => {
  const { stages } = readRoadmap(
    table(
      "№\tЭтап\tСодержание\tСроки",
      "1\tПодготовка\tПриказ",
      "",
      "Положение\tавгуст",
      "",
      "2\tРабота\tВстречи\tсентябрь",
      "",
      "ноябрь",
      "3\tИтоги\tСеминар\tмай",
    ),
  );

  expect(
    stages.map(({ content, dateText }) => `${content} | ${dateText}`),
  ).toStrictEqual([
    "Приказ\nПоложение | август",
    "Встречи | сентябрь\nноябрь",
    "Семинар | май",
  ]);
});

test("numbers rows by their sections where the numbering starts again", () => {
  const { stages, notes } = readRoadmap(
    table(
      "№\tМероприятие\tСрок\tОтветственный",
      "Раздел 1. Подготовка\t\t\t",
      "1\tПриказ\tавгуст\tДиректор",
      "2\tПоложение\tавгуст\tКуратор",
      "Раздел 2. Работа пар\t\t\t",
      "1\tВстречи\tежемесячно\tНаставники",
      "Директор ______ А.Б. Петров",
    ),
  );

  expect(
    stages.map(({ number, section }) => `${number} ${section}`),
  ).toStrictEqual([
    "1.1 Раздел 1. Подготовка",
    "1.2 Раздел 1. Подготовка",
    "2.1 Раздел 2. Работа пар",
  ]);
  expect(notes.map(({ text }) => text)).toStrictEqual([
    "Директор ______ А.Б. Петров",
  ]);
});

test("makes a range of two date columns, keeps unknown columns", () => {
  const { stages, warnings } = readRoadmap(
    table(
      "№\tЭтап\tНачало\tОкончание\tЦвет",
      "1\tПодготовка\t01.08.2026\t31.08.2026\tсрочно",
    ),
  );

  expect(stages[0]).toMatchObject({
    dateText: "01.08.2026 – 31.08.2026",
    content: "Цвет: срочно",
  });
  expect(warnings.map(({ message }) => message).join(" ")).toContain(
    "Графа «Цвет» не узнана",
  );
});

test("guesses the columns of rows without a header and says so", () => {
  const { stages, warnings } = readRoadmap(
    table(
      "1\tПодготовка\tПриказ о наставничестве\tавгуст 2026\tДиректор",
      "2\tОбучение\tСеминар для пар\tоктябрь 2026\tКуратор, психолог",
    ),
  );

  expect(stages.map(brief)).toStrictEqual([
    "1 | Подготовка | август 2026 | Директор",
    "2 | Обучение | октябрь 2026 | Куратор, психолог",
  ]);
  expect(warnings[0]?.message).toContain(
    "Строка заголовков таблицы не найдена",
  );
});

test("finds approval and the date of the order in words", () => {
  const roadmap = readRoadmap(
    table(
      "УТВЕРЖДАЮ",
      "Заведующий МБДОУ «Ручеёк»",
      "приказ от «29» августа 2025 г. № 77-ОД",
      "",
      "План мероприятий («дорожная карта»)",
      "по наставничеству",
      "",
      "№\tЭтап\tСроки",
      "1\tНачало\tсентябрь",
    ),
  );

  expect(roadmap.title).toBe(
    "План мероприятий («дорожная карта») по наставничеству",
  );
  expect(roadmap.approval).toContain("Заведующий МБДОУ «Ручеёк»");
  expect(roadmap.orderDate).toBe("2025-08-29");
});

test("tells of empty cells, skipped and doubled numbers", () => {
  const { warnings } = readRoadmap(
    table(
      "№\tЭтап\tСроки\tОтветственные",
      "1\tНачало\tсентябрь\tКуратор",
      "3\tРабота\t\tКуратор",
      "3\t Итоги\tмай\t",
    ),
  );

  const text = warnings.map(({ message }) => message).join("\n");
  expect(text).toContain("пропущен номер 2");
  expect(text).toContain("Номер 3 стоит у двух этапов");
  expect(text).toContain("У этапа 3 не указан срок");
  expect(text).toContain("У этапа 3 не указаны ответственные");
});

test("says that there is no table in a text without one", () => {
  const { stages, notes, warnings } = readRoadmap("Просто письмо.\nБез плана.");

  expect(stages).toStrictEqual([]);
  expect(notes.map(({ text }) => text)).toStrictEqual([
    "Просто письмо. Без плана.",
  ]);
  expect(warnings[0]?.message).toContain("Таблица этапов не найдена");
});

test("reads three thousand rows", () => {
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `${index + 1}\tЭтап ${index + 1}\tсентябрь 2026`,
  );

  const { stages } = readRoadmap(table("№\tЭтап\tСроки", ...rows));

  expect(stages).toHaveLength(3000);
  expect(stages[2999]?.name).toBe("Этап 3000");
});

test("never throws, whatever is pasted", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "№\tЭтап\tСроки\n",
      "№ Этап Содержание Сроки Ответственные\n",
      "1. Начало\n",
      "2. Работа\n",
      "сентябрь 2026\n",
      "Куратор,\nдиректор\n",
      "|",
      "\t",
      ";",
      '"',
      "\n\n\n\n",
      "\f",
      "<p>",
      "&#x110000;",
      "Утверждаю приказ от 31.02.2026\n",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const roadmap = readRoadmap(pieces.join(""));

      expect(roadmap.stages.every(({ sourceLine }) => sourceLine > 0)).toBe(
        true,
      );
    }),
    { numRuns: 400 },
  );
});
