/** Roadmaps that are no tables: outlines, bullets, blocks with labels. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";

const lines = (...text: readonly string[]) => text.join("\n");

const brief = (text: string) =>
  readRoadmap(text).stages.map(({ section, name, dateText, responsible }) =>
    [section, name, dateText, responsible].join(" | "),
  );

const TWO = [
  " | Приказ о кураторе | до 5 сентября | директор",
  " | Анкетирование | октябрь | куратор, психолог",
];

test.each([
  [
    "date, then people",
    "(до 5 сентября, директор)",
    "(октябрь, куратор, психолог)",
  ],
  [
    "people, then date",
    "(директор, до 5 сентября)",
    "(куратор, психолог, октябрь)",
  ],
  ["a semicolon", "(до 5 сентября; директор)", "(куратор, психолог; октябрь)"],
  [
    "square brackets",
    "[до 5 сентября, директор].",
    "[октябрь, куратор, психолог].",
  ],
  [
    "two brackets",
    "(до 5 сентября) (директор)",
    "(октябрь) (куратор, психолог)",
  ],
  ["dashes", "– до 5 сентября – директор", "— октябрь — куратор, психолог"],
  [
    "a short label",
    "(до 5 сентября), отв. директор",
    "– октябрь – отв. куратор, психолог",
  ],
  [
    "labels",
    "Срок: до 5 сентября. Отв.: директор.",
    "Дата: октябрь; ответственные: куратор, психолог",
  ],
])("finds dates and people in %s", (_, first, second) => {
  for (const [one, two] of [
    ["1.", "2."],
    ["1)", "2)"],
    ["•", "•"],
    ["-", "-"],
    ["✅", "✅"],
    ["Мероприятие 1.", "Мероприятие 2."],
    ["Шаг 1:", "Шаг 2:"],
    ["1.1", "1.2"],
  ]) {
    const text = lines(
      "План работы школы",
      "",
      `${one} Приказ о кураторе ${first}`,
      `${two} Анкетирование ${second}`,
    );

    expect(brief(text).map((row) => row.replace(/\. \|/g, " |"))).toStrictEqual(
      TWO,
    );
  }
});

test("brackets that are neither date nor people stay in the name", () => {
  expect(
    brief(
      lines(
        "1. Встреча (организационная) пар (май, куратор)",
        "2. Форма «педагог – педагог» (июнь, директор)",
      ),
    ),
  ).toStrictEqual([
    " | Встреча (организационная) пар | май | куратор",
    " | Форма «педагог – педагог» | июнь | директор",
  ]);
});

test.each([
  ["СЕНТЯБРЬ", "ОКТЯБРЬ"],
  ["Сентябрь:", "Октябрь:"],
  ["Сентябрь 2026 г.", "Октябрь 2026 г."],
  ["I четверть", "II четверть"],
])("headings «%s» date the bullets under them", (first, second) => {
  const { stages } = readRoadmap(
    lines(
      "План наставничества",
      "",
      first,
      "• Приказ",
      "• Положение",
      second,
      "• Встречи пар",
      "",
      "Директор ________ Иванова А. Б.",
    ),
  );

  const [one, two] = [first.replace(":", ""), second.replace(":", "")];
  expect(stages.map(({ name, dateText }) => [name, dateText])).toStrictEqual([
    ["Приказ", one],
    ["Положение", one],
    ["Встречи пар", two],
  ]);
});

test("numbered lines over points are their sections", () => {
  expect(
    brief(
      lines(
        "Дорожная карта",
        "1. Подготовка",
        "1.1. Приказ (август, директор)",
        "1.2. Положение (сентябрь, куратор)",
        "2. Работа",
        "2.1. Встречи (октябрь, наставники)",
      ),
    ),
  ).toStrictEqual([
    "1. Подготовка | Приказ | август | директор",
    "1. Подготовка | Положение | сентябрь | куратор",
    "2. Работа | Встречи | октябрь | наставники",
  ]);
});

test("blocks without numbers, labels under each name", () => {
  const { stages, notes } = readRoadmap(
    lines(
      "Дорожная карта",
      "",
      "Педагогический совет",
      "Когда: 28 августа",
      "Кто отвечает: директор",
      "Итог: решение",
      "",
      "Встречи пар",
      "Когда: октябрь – май",
      "Кто отвечает: наставники",
      "",
      "Составил: Петров П. П.",
    ),
  );

  expect(
    stages.map(({ name, dateText, responsible, result }) => [
      name,
      dateText,
      responsible,
      result,
    ]),
  ).toStrictEqual([
    ["Педагогический совет", "28 августа", "директор", "решение"],
    ["Встречи пар", "октябрь – май", "наставники", ""],
  ]);
  expect(notes.map(({ text }) => text)).toStrictEqual([
    "Составил: Петров П. П.",
  ]);
});

test("bullets under a numbered stage that names its date are its content", () => {
  const { stages } = readRoadmap(
    lines(
      "1. Подготовка (август, директор)",
      "- приказ",
      "- положение",
      "2. Работа (октябрь, куратор)",
      "- встречи",
    ),
  );

  expect(stages.map(({ name, content }) => [name, content])).toStrictEqual([
    ["Подготовка", "- приказ\n- положение"],
    ["Работа", "- встречи"],
  ]);
});

test("rules without dates and people are no roadmap", () => {
  const { stages } = readRoadmap(
    lines(
      "Положение",
      "1. Общие положения",
      "1.1. Наставник назначается приказом (далее – приказ).",
      "1.2. Куратор ведёт базу (при наличии).",
      "2. Права",
      "2.1. Наставник вправе отказаться.",
    ),
  );

  expect(stages).toStrictEqual([]);
});
