/** What the engine remembers of formulas is what the cells hold. */
import { expect, test } from "vitest";
import { formulaSurroundings } from "./formula-surroundings";
import { startEngine, univerModules } from "./univer";

const SHEET = { unitId: "book", subUnitId: "s1" };
const SET_VALUES = "sheet.mutation.set-range-values";

function engineWithFormulas() {
  const engine = startEngine(
    {
      id: "book",
      sheetOrder: ["s1", "s2"],
      sheets: {
        s1: {
          id: "s1",
          name: "Один",
          rowCount: 50,
          columnCount: 5,
          cellData: {
            0: { 0: { v: 1, t: 2 }, 1: { f: "=A1+1" } },
            4: { 1: { f: "=B1" } },
            5: { 2: { f: "=A1*3", si: "shared" }, 3: { si: "shared" } },
            6: { 2: { si: "shared" } },
          },
        },
        s2: {
          id: "s2",
          name: "Два",
          cellData: { 0: { 0: { f: "=Один!A1" } } },
        },
      },
    },
    formulaSurroundings(
      () => "ru_RU",
      () => 46_000,
    ),
  );
  const model = engine.injector.get(univerModules.formula.FormulaDataModel);
  const fresh = univerModules.formula.FormulaDataModel.prototype.getFormulaData;
  return { engine, model, fresh: () => fresh.call(model) };
}

const write = (cells: object) =>
  [SET_VALUES, { ...SHEET, cellValue: cells }] as const;

test.each([
  ["a formula written", write({ 2: { 2: { f: "=A1*2", v: null } } })],
  [
    "a formula overwritten by a value",
    write({ 0: { 1: { v: 5, f: null, si: null } } }),
  ],
  ["a formula cleared", write({ 0: { 1: null } })],
  ["a value written", write({ 1: { 0: { v: 5 } } })],
  [
    "rows inserted",
    [
      "sheet.mutation.insert-row",
      {
        ...SHEET,
        range: { startRow: 1, endRow: 2, startColumn: 0, endColumn: 4 },
      },
    ],
  ],
  [
    "rows removed",
    [
      "sheet.mutation.remove-rows",
      {
        ...SHEET,
        range: { startRow: 1, endRow: 2, startColumn: 0, endColumn: 4 },
      },
    ],
  ],
  [
    "a tab removed",
    ["sheet.mutation.remove-sheet", { unitId: "book", subUnitId: "s2" }],
  ],
  [
    "a range moved",
    [
      "sheet.mutation.move-range",
      {
        unitId: "book",
        fromRange: { startRow: 4, endRow: 4, startColumn: 1, endColumn: 1 },
        toRange: { startRow: 6, endRow: 6, startColumn: 1, endColumn: 1 },
        from: { subUnitId: "s1", value: { 4: { 1: null } } },
        to: { subUnitId: "s1", value: { 6: { 1: { f: "=B1" } } } },
      },
    ],
  ],
] as const)("the same after %s", (_, [id, params]) => {
  const { engine, model, fresh } = engineWithFormulas();
  const before = model.getFormulaData();
  expect(before).toStrictEqual(fresh());
  engine.run(id, params);
  const after = model.getFormulaData();
  expect(after).toStrictEqual(fresh());
  engine.dispose();
});

test("a shared formula goes to the next cell when its own is overwritten", () => {
  const { engine, model, fresh } = engineWithFormulas();
  const cell = (row: number, column: number) =>
    engine.workbook.getSheetBySheetId("s1")?.getCellRaw(row, column);
  engine.run(...write({ 5: { 2: { v: 1, f: null, si: null } } }));

  expect(cell(5, 3)).toMatchObject({ f: "=B1*3", si: "shared" });
  expect(model.getFormulaData()).toStrictEqual(fresh());
  engine.run(...write({ 5: { 3: { v: 1, f: null, si: null } } }));
  expect(cell(6, 2)).toMatchObject({ f: "=A2*3", si: "shared" });
  engine.dispose();
});

test("what is answered may be changed without harm", () => {
  const { engine, model, fresh } = engineWithFormulas();
  const given = model.getFormulaData();
  delete given["book"];
  Object.assign(model.getSheetFormulaData("book", "s1") ?? {}, { 9: {} });

  expect(model.getFormulaData()).toStrictEqual(fresh());
  engine.dispose();
});
