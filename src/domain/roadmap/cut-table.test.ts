/** Tables whose beginning or end was lost when they were copied. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";
import { CUT_BEGINNING } from "./stage-rows";

const ROWS = [
  ["3", "Обучение наставников", "октябрь 2026", "Куратор"],
  ["4", "Работа пар", "ноябрь 2026 – май 2027", "Наставники"],
  ["5", "Итоги", "май 2027", "Директор"],
] as const;
const HEADER = ["№", "Мероприятия", "Когда", "Кто"];

const table = (separator: string, ...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join(separator)).join("\n");

const brief = (text: string) =>
  readRoadmap(text).stages.map(
    ({ number, name, dateText, responsible }) =>
      `${number} | ${name} | ${dateText} | ${responsible}`,
  );

const WHOLE = ROWS.map((row) => row.join(" | "));

test.each(["\t", " | ", ";"])(
  "reads rows above a header that comes again (%j)",
  (separator) => {
    const [first, second, third] = ROWS;
    expect(brief(table(separator, first, second, HEADER, third))).toStrictEqual(
      WHOLE,
    );
  },
);

test.each(["\t", " | ", ";"])(
  "reads rows without any header (%j)",
  (separator) => {
    expect(brief(table(separator, ...ROWS))).toStrictEqual(WHOLE);
  },
);

test.each([
  ["a cell of its own", ["", "и подбор наставников", "", ""]],
  ["a line of its own", ["и подбор наставников"]],
])("keeps the end of a cut row: %s", (_, tail) => {
  for (const rest of [ROWS, [ROWS[0], HEADER, ROWS[1], ROWS[2]]]) {
    const { stages } = readRoadmap(table("\t", tail, ...rest));

    expect(stages).toHaveLength(4);
    expect(stages[0]).toMatchObject({
      number: "2",
      name: "и подбор наставников",
      remark: CUT_BEGINNING,
    });
  }
});

test("a small letter under a header is a remark, not a cut row", () => {
  const { stages, notes } = readRoadmap(
    table("\t", HEADER, ["заполняется куратором"], ...ROWS),
  );

  expect(stages).toHaveLength(3);
  expect(notes.map(({ text }) => text)).toStrictEqual([
    "заполняется куратором",
  ]);
});

test("the second line of a title is no cut row", () => {
  const { stages, title } = readRoadmap(
    `План работы\nна 2026/27 учебный год\n${table("\t", ...ROWS)}`,
  );

  expect(stages).toHaveLength(3);
  expect(title).toBe("План работы на 2026/27 учебный год");
});

test("tells that the last row breaks off", () => {
  const { stages, warnings } = readRoadmap(
    `${table("\t", HEADER, ...ROWS)}\n6\tПодготовка отчёта и пред`,
  );

  expect(stages[3]?.name).toBe("Подготовка отчёта и пред");
  expect(warnings.map(({ message }) => message).join("\n")).toContain(
    "Последняя строка таблицы обрывается: «Подготовка отчёта и пред»",
  );
});

test("commas in prose make no table", () => {
  const { stages } = readRoadmap(
    "Коллеги, прошу прислать планы, отчёты, анкеты.\nКуратор, директор, завуч ждут их в мае, июне, июле.",
  );

  expect(stages).toStrictEqual([]);
});

test("a first row of strange words over numbers and dates is a header", () => {
  const { stages, columns, warnings } = readRoadmap(
    table("\t", ["Пункт", "Дело", "Момент", "Люди"], ...ROWS),
  );

  expect(stages).toHaveLength(3);
  expect(columns).toStrictEqual([
    { kind: "number", header: "Пункт" },
    { kind: "name", header: "Дело" },
    { kind: "dateText", header: "Момент" },
    { kind: "responsible", header: "Люди" },
  ]);
  expect(warnings[0]?.message).toContain("Названия граф не узнаны");
});
