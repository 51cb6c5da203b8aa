/** Formulas of conditional formats, read and computed by the page itself. */
import { expect, test } from "vitest";
import { type CellContent, quickFormula } from "./quick-formula";

/** A1 … C3. */
const CELLS: readonly (readonly CellContent[])[] = [
  [1, "Да", null],
  [46_000, "просрочено", true],
  [null, "", -2],
];

const read = (row: number, column: number): CellContent =>
  CELLS[row]?.[column] ?? null;

function computed(text: string, down = 0, right = 0): unknown {
  const formula = quickFormula(text);
  if (formula === null) throw new RangeError(`${text} is not read`);
  return formula(read, down, right);
}

test.each([
  ["=A1=1", true],
  ["=A1<>1", false],
  ["=A1+2*3=7", true],
  ["=(A1+2)*3=9", true],
  ['=B1="да"', true],
  ['=C1=""', true],
  ["=C1=0", true],
  ["=B1>A2", true],
  ["=C2>B1", true],
  ['=A3&"x"="x"', true],
  ["=AND(A1=1,C2)", true],
  ["=AND(A1=1;C1)", false],
  ["=OR(A1=2,NOT(C1))", true],
  ['=LEFT(B2,6)="просро"', true],
  ['=IF(A3="",A2,A3)=46000', true],
  ["=ISNUMBER(A2)", true],
  ["=ISNUMBER(B2)", false],
  ["=ISNUMBER(1/A3)", false],
  ['=NOT(ISNUMBER(SEARCH("ё",B2)))', true],
  ['=SEARCH("СРОЧ",B2)', 4],
  ["=ISBLANK(C1)", true],
  ["=N(B2)+C3", -2],
  ["=-C3", 2],
  ["=MOD(-7,3)", 2],
  ["=INT(-1.5)", -2],
  ['=TRIM("  а  б ")', "а б"],
  ['="а""б"', 'а"б'],
  ["=YEAR(A2)", 2025],
  ["=MONTH(A2)", 12],
  ["=DAY(A2)", 9],
  ["=EOMONTH(A2,0)-A2", 22],
  ["=EOMONTH(A2,2)-A2", 81],
  ["=EDATE(A2,12)-A2", 365],
  ["=EDATE(46053,1)-46053", 28],
  ["=EDATE(46081,-12)", 45716],
  ['=MID("m03d05",2,2)', "03"],
  ['=VALUE(MID("m03d05",5,2))+1', 6],
  ['=VALUE("1,5")', 1.5],
  ['=VALUE("май")', null],
  ["=MIN(A1,C3,5)", -2],
  ["=MAX(A1,C3)", 1],
  ["=1/A3", null],
  ['="а"+1', null],
  ["=AND(B1,TRUE)", null],
])("%s is %s", (text, expected) => {
  expect(computed(text)).toBe(expected);
});

test("references move with the cell, fixed ones stay", () => {
  expect(computed("=A1", 1, 0)).toBe(46_000);
  expect(computed("=$A1", 1, 2)).toBe(46_000);
  expect(computed("=A$1", 1, 1)).toBe("Да");
  expect(computed("=$A$1", 2, 2)).toBe(1);
});

test.each([
  "=SUM(A1:A3)>1",
  "=TODAY()>A1",
  "='Другая'!A1=1",
  "=Другая!A1=1",
  "=roadmap_end>1",
  "=A1=",
  "=A1 A2",
  "=AND(A1=1",
  "=2^2",
  "=10%",
  "=A1=#REF!",
])("%s is left to the engine", (text) => {
  expect(quickFormula(text)).toBeNull();
});
