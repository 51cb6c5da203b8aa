/** Stages, sections and months that stand once over several rows. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";
import type { Stage } from "./roadmap";

const table = (...rows: readonly string[]) => rows.join("\n");

const brief = ({ number, name, dateText, responsible }: Stage) =>
  [number, name, dateText, responsible].join(" | ");

test("adds rows without number, name and date to the stage above", () => {
  const { stages } = readRoadmap(
    table(
      "№\tЭтап\tМероприятия\tСроки",
      "1\tПодготовка\tПриказ\tавгуст",
      "\t\tПоложение\t",
      "2\tРабота\tВстречи\tсентябрь",
    ),
  );

  expect(stages.map(({ content }) => content)).toStrictEqual([
    "Приказ\nПоложение",
    "Встречи",
  ]);
});

test.each([
  ["Этап", "№"],
  ["Наименование раздела", "№ п/п"],
  ["Направление", "N"],
  ["Блок программы", "№№"],
])(
  "makes activities with own dates rows under a shared «%s»",
  (group, number) => {
    const { stages } = readRoadmap(
      table(
        `${group}\t${number}\tМероприятия\tКогда\tКто`,
        "Подготовка\t1\tПриказ\tавгуст\tДиректор",
        "\t2\tПоложение\tсентябрь\tКуратор",
        "Работа\t3\tВстречи\tоктябрь\tКуратор",
      ),
    );

    expect(
      stages.map((stage) => `${stage.section} / ${brief(stage)}`),
    ).toStrictEqual([
      "Подготовка / 1 | Приказ | август | Директор",
      "Подготовка / 2 | Положение | сентябрь | Куратор",
      "Работа / 3 | Встречи | октябрь | Куратор",
    ]);
  },
);

test("gives activities under a numbered stage numbers of their own", () => {
  const { stages } = readRoadmap(
    table(
      "№\tЭтап\tМероприятия\tСроки",
      "1\tПодготовка\tПриказ\tавгуст",
      "\t\tПоложение\tсентябрь",
      "2\tРабота\tВстречи\tоктябрь",
    ),
  );

  expect(
    stages.map((stage) => `${stage.section} / ${brief(stage)}`),
  ).toStrictEqual([
    "1. Подготовка / 1.1 | Приказ | август | ",
    "1. Подготовка / 1.2 | Положение | сентябрь | ",
    "2. Работа / 2.1 | Встречи | октябрь | ",
  ]);
});

test("keeps a stage of one row as the name over its contents", () => {
  const { stages } = readRoadmap(
    table(
      "№\tНаименование этапа\tМероприятия\tСроки",
      "1\tПодготовка\tПриказ, положение\tавгуст",
      "2\tРабота\tВстречи\tоктябрь",
    ),
  );

  expect(stages.map(({ name, content }) => [name, content])).toStrictEqual([
    ["Подготовка", "Приказ, положение"],
    ["Работа", "Встречи"],
  ]);
});

test.each(["Месяц", "Срок", "Период", "Когда"])(
  "gives the «%s» in front to the rows under it",
  (header) => {
    const { stages } = readRoadmap(
      table(
        `${header}\tЧто делаем\tОтв.`,
        "Сентябрь\tПриказ\tДиректор",
        "\tПоложение\tКуратор",
        "Октябрь\tВстречи\tКуратор",
      ),
    );

    expect(stages.map(({ dateText }) => dateText)).toStrictEqual([
      "Сентябрь",
      "Сентябрь",
      "Октябрь",
    ]);
  },
);

test("a date column behind the activity is not filled down", () => {
  const { stages } = readRoadmap(
    table(
      "№\tМероприятие\tСрок",
      "1\tПриказ\tавгуст",
      "2\tПоложение\t",
      "3\tВстречи\tоктябрь",
    ),
  );

  expect(stages[1]?.dateText).toBe("");
});
