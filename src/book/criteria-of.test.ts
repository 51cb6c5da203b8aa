import { expect, test } from "vitest";
import { CRITERIA } from "../domain/matching/criteria";
import { criteriaOf } from "./criteria-of";
import { INITIAL_CRITERIA } from "./tables/criteria-rows";
import { aBook, type SheetRow } from "./testing/a-book";

const INITIAL: readonly SheetRow[] = INITIAL_CRITERIA.map(({ id, values }) => ({
  id,
  ...Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value ?? ""]),
  ),
}));

const OWN: SheetRow = {
  name: "Любимый предмет",
  weight: "желательно",
  kind: "одинаково",
  menteeField: "Любимый предмет",
  mentorField: "Преподаёт",
};

function read(row: SheetRow, headers: Readonly<Record<string, string>> = {}) {
  return criteriaOf(
    aBook(
      {
        criteria: [row],
        mentees: [{ fio: "Горин Лев", "Любимый предмет": "труд" }],
        mentors: [{ fio: "Ветров Олег", Преподаёт: "труд" }],
      },
      headers,
    ),
  );
}

test("reads the rows of set-up as the criteria they were made from", () => {
  const book = aBook({ criteria: INITIAL, mentees: [], mentors: [] });

  expect(criteriaOf(book)).toStrictEqual({ criteria: CRITERIA, problems: [] });
});

test("reads a tab of an earlier version, which has weights only", () => {
  const book = aBook({
    criteria: INITIAL.map(({ id, name, about }) => ({
      id: id ?? "",
      name: name ?? "",
      about: about ?? "",
      weight: "неважно",
    })),
  });

  expect(criteriaOf(book).criteria).toStrictEqual(
    CRITERIA.map((one) => ({ ...one, weight: "minor" })),
  );
});

test("takes a criterion of the curator's own over their own columns", () => {
  expect(read(OWN)).toStrictEqual({
    criteria: [
      {
        key: "К-01",
        name: "Любимый предмет",
        about: "",
        kind: "same",
        menteeField: "Любимый предмет",
        mentorField: "Преподаёт",
        limit: null,
        weight: "desirable",
        code: "CRITERION",
      },
    ],
    problems: [],
  });
});

test.each([
  ["темы ЗАПРОСА", "topics"],
  ["Запрос / тема", "topics"],
  ["Любимый  предмет:", "Любимый предмет"],
  ["Возраст", "age"],
])("finds the column «%s» as %s", (menteeField, key) => {
  expect(read({ ...OWN, menteeField }).criteria[0]?.menteeField).toBe(key);
});

test("finds a column by the header the curator has given it", () => {
  const renamed = { grade: "Отряд" };

  expect(
    read({ ...OWN, menteeField: "отряд" }, renamed).criteria[0]?.menteeField,
  ).toBe("grade");
  expect(
    read({ ...OWN, menteeField: "Класс" }, renamed).criteria[0]?.menteeField,
  ).toBe("grade");
});

test.each([
  ["weight", "очень важно", "Важность", /Слово «очень важно» не подходит/],
  ["weight", "", "Важность", /^Ячейка пуста/],
  ["kind", "похоже", "Как сравнивать", /Слово «похоже» не подходит/],
  ["kind", "", "Как сравнивать", /^Ячейка пуста/],
  ["name", " ", "Критерий", /нет названия/],
  ["menteeField", "", "Графа наставляемого", /Впишите заголовок/],
  [
    "menteeField",
    "Цвет",
    "Графа наставляемого",
    /На вкладке «Наставляемые» нет графы «Цвет»/,
  ],
  ["mentorField", "constructor", "Графа наставника", /нет графы/],
  ["mentorField", "ФИО наставника", "Графа наставника", /личные, закрытые/],
  ["mentorField", "Метка семьи", "Графа наставника", /личные, закрытые/],
  [
    "menteeField",
    "С кем не готов(а)",
    "Графа наставляемого",
    /личные, закрытые/,
  ],
])("reports %s «%s» with its place", (key, text, column, message) => {
  expect(read({ ...OWN, [key]: text })).toStrictEqual({
    criteria: [],
    problems: [
      {
        severity: "warning",
        tab: "Критерии",
        row: 2,
        column,
        message: expect.stringMatching(message),
      },
    ],
  });
});

const UP = Number.POSITIVE_INFINITY;
const DOWN = Number.NEGATIVE_INFINITY;

test.each([
  ["близко", "4", 0, 4],
  ["близко", "2,5", 0, 2.5],
  ["разница", "2–4", 2, 4],
  ["разница", "от 2 до 4", 2, 4],
  ["разница", "от 5", 5, UP],
  ["разница", "5", 5, UP],
  ["разница", "−2", DOWN, -2],
  ["разница", "-4…-2", -4, -2],
  ["разница", "4-2", 2, 4],
  ["общее время", "30–60", 30, 60],
  ["общее время", "45", 45, 45],
])("reads for «%s» the limit «%s» as %s to %s", (kind, limit, from, to) => {
  expect(read({ ...OWN, kind, limit }).criteria[0]?.limit).toStrictEqual({
    from,
    to,
  });
});

test.each([
  ["близко", ""],
  ["близко", "0"],
  ["близко", "от 5"],
  ["разница", "много"],
  ["разница", ""],
  ["общее время", "-30"],
])("reports for «%s» the limit «%s»", (kind, limit) => {
  expect(read({ ...OWN, kind, limit }).problems).toMatchObject([
    { row: 2, column: "Предел", message: expect.stringContaining("например") },
  ]);
});
