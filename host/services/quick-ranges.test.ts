/** Ranges give what stands in their tab, whether written or computed. */
import { expect, test } from "vitest";
import { newBookData, openBook } from "./book";

const SHEETS = {
  plain: {
    id: "plain",
    name: "Люди",
    rowCount: 20,
    columnCount: 5,
    cellData: {
      0: { 0: { v: "да", t: 1 }, 1: { v: 2, t: 2 } },
      1: { 0: { v: "нет", t: 1 }, 1: { v: 3, t: 2 } },
      3: { 0: { v: "да", t: 1 }, 1: { v: 4, t: 2 } },
    },
  },
  formulas: {
    id: "formulas",
    name: "Счёт",
    rowCount: 20,
    columnCount: 5,
    cellData: {
      0: { 0: { f: '=COUNTIF(Люди!A1:A10,"да")' } },
      1: { 0: { f: "=SUM(Люди!B1:B10)" } },
      2: { 0: { f: "=SUM(A1:A2)" } },
      3: { 2: { f: "=TRANSPOSE(Люди!B1:B2)" } },
      4: { 0: { f: "=SUM(C4:D4)" } },
    },
  },
};

/** @param id - Its own for each book: the engine remembers ranges by it. */
function opened(id: string) {
  const data = newBookData(id, "en_US", "Europe/Moscow");
  const snapshot = { id, sheetOrder: Object.keys(SHEETS) };
  const book = openBook(
    {
      base: {
        ...data,
        snapshot: { ...snapshot, sheets: structuredClone(SHEETS) },
      },
      changes: [],
      append: () => undefined,
      follow: () => undefined,
    },
    () => new Date(0),
  );
  const results = async (sheetId?: string) => {
    await book.settle(sheetId);
    const sheet = book.worksheet("formulas");
    return [0, 1, 2, 4].map((row) => sheet.getCellRaw(row, 0)?.v);
  };
  const write = (row: number, column: number, v: string | number) =>
    book.mutate("sheet.mutation.set-range-values", {
      subUnitId: "plain",
      cellValue: {
        [row]: { [column]: { v, t: typeof v === "string" ? 1 : 2 } },
      },
    });
  return { results, write };
}

test("cells that were written and cells that formulas gave both count", async () => {
  const { results } = opened("a");

  expect(await results()).toStrictEqual([2, 9, 11, 5]);
});

test("a changed cell is read anew", async () => {
  const { results, write } = opened("b");
  await results();
  write(5, 0, "да");
  write(0, 1, 10);

  expect(await results()).toStrictEqual([3, 17, 20, 13]);
});

test("who reads a tab without formulas waits for none", async () => {
  const { results, write } = opened("c");
  await results();
  write(0, 1, 10);

  expect(await results("plain")).toStrictEqual([2, 9, 11, 5]);
  expect(await results("formulas")).toStrictEqual([2, 17, 19, 13]);
});
