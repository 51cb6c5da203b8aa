/** Reading tabs: rows, ids, problems with their places. */
import { expect, test } from "vitest";
import { headerNote } from "./header";
import type { RawCell } from "./parse-cell";
import { parseTable, type RawTab } from "./parse-table";
import type { Table } from "./table";

const TABLE: Table = {
  id: "mentees",
  title: "Проба",
  prefix: "НСТ",
  digits: 3,
  columns: [
    { key: "id", header: "Код", kind: "text", note: "Код." },
    {
      key: "fio",
      header: "ФИО",
      kind: "text",
      required: true,
      note: "Имя.",
      synonyms: ["Фамилия имя"],
    },
    { key: "birthYear", header: "Год", kind: "integer", note: "Год." },
    { key: "entered", header: "Дата", kind: "date", note: "Дата." },
    {
      key: "consent",
      header: "Согласие",
      kind: "choice",
      choices: ["получено", "нет"],
      note: "Да.",
    },
    {
      key: "mentor",
      header: "Наставник",
      kind: "text",
      derived: true,
      note: "Сама.",
    },
  ],
};

const HEADER = TABLE.columns.map((column) => column.header);
const NOTES = TABLE.columns.map(headerNote);

function tab(
  rows: readonly (readonly RawCell[])[],
  change: Partial<RawTab> = {},
): RawTab {
  return { values: [HEADER, ...rows], notes: NOTES, maxRows: 1000, ...change };
}

test("reads cells by the kind of their column", () => {
  const state = parseTable(
    TABLE,
    tab([
      ["НСТ-001", "Иванова", 2011, { date: "2026-09-01" }, " Получено", ""],
    ]),
    0,
  );

  expect(state.rows).toStrictEqual([
    {
      id: "НСТ-001",
      row: 2,
      values: {
        id: "НСТ-001",
        fio: "Иванова",
        birthYear: 2011,
        entered: "2026-09-01",
        consent: "получено",
        mentor: null,
      },
    },
  ]);
  expect(state.problems).toStrictEqual([]);
});

test("reports a bad cell by tab, row and header and keeps the row", () => {
  const state = parseTable(
    TABLE,
    tab([["НСТ-001", "Иванова", "двенадцать", "31.02.2026", "нет", ""]]),
    0,
  );

  expect(state.rows).toHaveLength(1);
  expect(
    state.problems.map(({ tab, row, column }) => [tab, row, column]),
  ).toStrictEqual([
    ["Проба", 2, "Год"],
    ["Проба", 2, "Дата"],
  ]);
  expect(state.problems[0]?.message).toContain("двенадцать");
});

test("finds a renamed and moved column by the key in its note", () => {
  const state = parseTable(
    TABLE,
    {
      values: [
        ["Возраст", "Кого ведём", "Код"],
        [2011, "Иванова", "НСТ-007"],
      ],
      notes: ["x\nключ: birthYear", "ключ: fio", "ключ: id"],
      maxRows: 10,
    },
    0,
  );

  expect(state.positions).toMatchObject({ birthYear: 1, fio: 2, id: 3 });
  expect(state.rows[0]).toMatchObject({
    id: "НСТ-007",
    values: { fio: "Иванова", birthYear: 2011 },
  });
});

test("finds a column without its note by header or synonym, and says so", () => {
  const state = parseTable(
    TABLE,
    {
      values: [
        ["Код", "фамилия  ИМЯ"],
        ["НСТ-001", "Ли"],
      ],
      notes: [NOTES[0] ?? "", ""],
      maxRows: 10,
    },
    0,
  );

  expect(state.unmarked).toStrictEqual(["fio"]);
  expect(state.rows[0]?.values["fio"]).toBe("Ли");
});

test("names a required column that is gone", () => {
  const state = parseTable(
    TABLE,
    { values: [["Код", "Возраст"]], notes: [NOTES[0] ?? "", ""], maxRows: 10 },
    0,
  );

  expect(
    state.problems
      .filter((problem) => problem.severity === "error")
      .map((problem) => problem.column),
  ).toStrictEqual(["ФИО"]);
});

test("lets the leftmost of two columns with one key win", () => {
  const state = parseTable(
    TABLE,
    {
      values: [
        ["ФИО", "ФИО копия", "Код"],
        ["А", "Б", "НСТ-001"],
      ],
      notes: [NOTES[1] ?? "", NOTES[1] ?? "", NOTES[0] ?? ""],
      maxRows: 10,
    },
    0,
  );

  expect(state.rows[0]?.values["fio"]).toBe("А");
  expect(state.problems.some((problem) => problem.column === "ФИО копия")).toBe(
    true,
  );
});

test("promises the next free id to rows without one and to doubles", () => {
  const state = parseTable(
    TABLE,
    tab([
      ["НСТ-005", "А", "", "", "", ""],
      ["", "Б", "", "", "", ""],
      ["НСТ-005", "В", "", "", "", ""],
    ]),
    9,
  );

  expect(state.rows.map((row) => row.id)).toStrictEqual([
    "НСТ-005",
    "НСТ-010",
    "НСТ-011",
  ]);
  expect(state.newIds).toStrictEqual({ 3: "НСТ-010", 4: "НСТ-011" });
});

test("skips blank rows and rows with nothing but derived cells", () => {
  const state = parseTable(
    TABLE,
    tab([
      ["", "", "", "", "", ""],
      ["", "", "", "", "", "Петров"],
      ["НСТ-001", "А", "", "", "", ""],
    ]),
    0,
  );

  expect(state.rows.map((row) => row.row)).toStrictEqual([4]);
});
