/** Edits become few writes, whatever the number of rows. */
import { expect, test } from "vitest";
import type { TableState } from "./book";
import type { Edit } from "./edits";
import { absentTable } from "./parse-table";
import { TABLES } from "./tables/tables";
import { runsOf, tableWrites } from "./writes";

function mentorsState(rows: number): TableState {
  const positions = Object.fromEntries(
    TABLES.mentors.columns.map((column, index) => [column.key, index + 1]),
  );
  return {
    ...absentTable(TABLES.mentors),
    present: true,
    positions,
    rows: Array.from({ length: rows }, (_, index) => ({
      id: `НМ-${index + 1}`,
      row: index + 2,
      values: {},
    })),
    lastRow: rows + 1,
    maxRows: 5000,
  };
}

const set = (
  row: number,
  value: number | string,
  column = "capacity",
): Edit => ({ kind: "set", table: "mentors", row: `НМ-${row}`, column, value });

test("writes each column once, from the first changed row to the last", () => {
  const writes = tableWrites(mentorsState(10), [
    set(1, 1),
    set(2, 2),
    set(7, 3),
  ]);

  expect(
    writes.columns.map(({ row, count, changes }) => [row, count, changes.size]),
  ).toStrictEqual([[2, 7, 3]]);
  expect(writes.rereads).toBe(true);
});

test("needs no re-reading for one changed row", () => {
  expect(
    tableWrites(mentorsState(10), [set(3, 1), set(3, "Школа", "work")]).rereads,
  ).toBe(false);
});

test("needs as many writes for 3,000 new rows as for 30", () => {
  const inserts = (count: number): Edit[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: "insert",
      table: "mentors",
      row: `НМ-${9000 + index}`,
      values: { fio: "Ли" },
    }));

  expect(tableWrites(mentorsState(5), inserts(3000)).append).toHaveLength(
    tableWrites(mentorsState(5), inserts(30)).append.length,
  );
});

test("appends right below what is left after deletions", () => {
  const writes = tableWrites(mentorsState(4), [
    { kind: "delete", table: "mentors", row: "НМ-2" },
    { kind: "insert", table: "mentors", row: "НМ-9", values: { fio: "Ли" } },
  ]);

  expect(writes.deletes).toStrictEqual([{ row: 3, count: 1 }]);
  expect(writes.appendAt).toBe(5);
});

test("deletes from the bottom up", () => {
  const writes = tableWrites(
    mentorsState(9),
    [1, 2, 5].map(
      (row): Edit => ({ kind: "delete", table: "mentors", row: `НМ-${row}` }),
    ),
  );

  expect(writes.deletes).toStrictEqual([
    { row: 6, count: 1 },
    { row: 2, count: 2 },
  ]);
});

test("keeps text that looks like a formula a text, in a text format", () => {
  const writes = tableWrites(mentorsState(1), [
    set(1, "=IMPORTXML(1)", "work"),
  ]);

  expect([...(writes.columns[0]?.changes.values() ?? [])]).toStrictEqual([
    "=IMPORTXML(1)",
  ]);
  expect([...(writes.columns[0]?.formats.values() ?? [])]).toStrictEqual(["@"]);
});

test("refuses a text for a number column as a bug of the caller", () => {
  expect(() => tableWrites(mentorsState(1), [set(1, "много")])).toThrow(
    "toWriteCell: capacity",
  );
});

test("finds runs in any order", () => {
  expect(runsOf([5, 1, 2, 9, 2])).toStrictEqual([
    { row: 1, count: 2 },
    { row: 5, count: 1 },
    { row: 9, count: 1 },
  ]);
});
