/** Edits and their way back, as sentences and as a property. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Book, Row, TableState } from "./book";
import { applyEdits, type Edit } from "./edits";
import { invert } from "./invert";
import { absentTable } from "./parse-table";
import type { CellValue, TableId } from "./table";
import { TABLE_IDS, TABLES } from "./tables/tables";
import { takeBack } from "./take-back";

function state(id: TableId, rows: readonly Row[]): TableState {
  const positions = Object.fromEntries(
    TABLES[id].columns.map((column, index) => [column.key, index + 1]),
  );
  return {
    ...absentTable(TABLES[id]),
    present: true,
    positions,
    rows,
    lastRow: rows.length + 1,
    maxRows: 1000,
  };
}

function bookWith(rows: readonly Row[]): Book {
  const tables = Object.fromEntries(
    TABLE_IDS.map((id) => [id, state(id, id === "mentors" ? rows : [])]),
  ) as Record<TableId, TableState>;
  return { tables, counters: {}, responses: [] };
}

const mentor = (id: string, values: Record<string, CellValue>): Row => ({
  id,
  row: Number(id.slice(3)) + 1,
  values: { id, ...values },
});

const content = (book: Book) =>
  book.tables.mentors.rows
    .map((row) => [
      row.id,
      Object.entries(row.values)
        .filter(
          ([key, value]) => key !== "id" && value !== null && value !== "",
        )
        .sort(),
    ])
    .sort();

test("takes back a set cell that nobody changed", () => {
  const book = bookWith([mentor("НМ-001", { capacity: 1 })]);
  const edits: Edit[] = [
    {
      kind: "set",
      table: "mentors",
      row: "НМ-001",
      column: "capacity",
      value: 3,
    },
  ];
  const back = takeBack(applyEdits(book, edits), invert(book, edits));

  expect(back).toStrictEqual({
    edits: [
      {
        kind: "set",
        table: "mentors",
        row: "НМ-001",
        column: "capacity",
        value: 1,
      },
    ],
    kept: [],
  });
});

test("leaves and names what somebody changed since", () => {
  const book = bookWith([mentor("НМ-001", { capacity: 1 })]);
  const edits: Edit[] = [
    {
      kind: "set",
      table: "mentors",
      row: "НМ-001",
      column: "capacity",
      value: 3,
    },
  ];
  const changed = applyEdits(book, [
    {
      kind: "set",
      table: "mentors",
      row: "НМ-001",
      column: "capacity",
      value: 5,
    },
  ]);

  expect(takeBack(changed, invert(book, edits))).toStrictEqual({
    edits: [],
    kept: [{ table: "mentors", row: "НМ-001", column: "capacity" }],
  });
});

test("keeps an inserted row that was filled further", () => {
  const book = bookWith([]);
  const edits: Edit[] = [
    { kind: "insert", table: "mentors", row: "НМ-001", values: { fio: "Ли" } },
  ];
  const filled = applyEdits(book, [
    ...edits,
    {
      kind: "set",
      table: "mentors",
      row: "НМ-001",
      column: "work",
      value: "Школа",
    },
  ]);

  expect(takeBack(filled, invert(book, edits)).kept).toStrictEqual([
    { table: "mentors", row: "НМ-001" },
  ]);
});

test("does not drop a tab that holds somebody's rows", () => {
  const book = bookWith([]);
  const edits: Edit[] = [{ kind: "tab", table: "mentors" }];
  const filled = bookWith([mentor("НМ-001", { fio: "Ли" })]);

  expect(takeBack(filled, invert(book, edits))).toStrictEqual({
    edits: [],
    kept: [{ table: "mentors", row: "НМ-001" }],
  });
});

const aCell = fc.constantFrom<CellValue>("а", "б", "=1+1", null);

/** What a plan does to one row; the book starts with the first two. */
const anEdit = (row: string, exists: boolean): fc.Arbitrary<Edit[]> =>
  fc
    .record({ drop: fc.boolean(), fio: aCell, work: aCell })
    .map(({ drop, fio, work }): Edit[] => {
      if (!exists) {
        return [
          { kind: "insert", table: "mentors", row, values: { fio, work } },
        ];
      }
      return drop
        ? [{ kind: "delete", table: "mentors", row }]
        : [
            { kind: "set", table: "mentors", row, column: "fio", value: fio },
            { kind: "set", table: "mentors", row, column: "work", value: work },
          ];
    });

const aPlan = fc
  .tuple(
    anEdit("НМ-001", true),
    anEdit("НМ-002", true),
    anEdit("НМ-003", false),
    anEdit("НМ-004", false),
  )
  .chain((parts) =>
    fc.shuffledSubarray(parts, { minLength: 1 }).map((some) => some.flat()),
  );

test("whatever part of a plan was carried out, taking it back restores the book", () => {
  fc.assert(
    fc.property(aPlan, fc.nat(8), (edits, reached) => {
      const start = bookWith([
        mentor("НМ-001", { fio: "а" }),
        mentor("НМ-002", { work: "б" }),
      ]);
      const partly = applyEdits(start, edits.slice(0, reached));
      const back = takeBack(partly, invert(start, edits));

      expect(content(applyEdits(partly, back.edits))).toStrictEqual(
        content(start),
      );
      expect(back.kept).toStrictEqual([]);
    }),
    { numRuns: 500 },
  );
});
