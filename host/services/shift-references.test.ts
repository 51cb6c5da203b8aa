/** References in rules' formulas that follow their cells. */
import { expect, test } from "vitest";
import { shiftFormula, type TabChange } from "./shift-references";

const inserted = (
  axis: "Row" | "Column",
  from: number,
  count: number,
): TabChange => ({
  kind: "shift",
  title: "Лист1",
  shift: { sheetId: "0", axis, from, count, inserted: true },
});
const removed = (from: number, count: number): TabChange => ({
  kind: "shift",
  title: "Лист1",
  shift: { sheetId: "0", axis: "Row", from, count, inserted: false },
});

test.each([
  ["=$A1>1.5", inserted("Row", 0, 1), "=$A2>1.5"],
  ["=A1:B$9", inserted("Row", 4, 2), "=A1:B$11"],
  ["=SUM(A:B)", inserted("Column", 1, 1), "=SUM(A:C)"],
  ["=SUM(2:$5)", inserted("Row", 0, 1), "=SUM(3:$6)"],
  ["=A1&\"A1\"&'A1'!B2", inserted("Row", 0, 1), "=A2&\"A1\"&'A1'!B2"],
  ["='[id]Лист1'!$H$1:$H$5", inserted("Row", 0, 1), "='[id]Лист1'!$H$2:$H$6"],
  ["=Лист2!A1", inserted("Row", 0, 1), "=Лист2!A1"],
  ["=A5", removed(0, 2), "=A3"],
  ["=A1+A3:A9", removed(0, 4), "=#REF!+A1:A5"],
  ["=LOG10(10)+люди1+A1_b", inserted("Row", 0, 1), "=LOG10(10)+люди1+A1_b"],
  ["=1:1048576", inserted("Row", 9, 1), "=1:1048577"],
  ["=5+TRUE", inserted("Row", 0, 1), "=5+TRUE"],
])("%s follows", (formula, change, expected) => {
  expect(shiftFormula(formula, "Лист1", change)).toBe(expected);
});

test("a renamed tab is renamed in references, a removed one leaves #REF!", () => {
  const rename: TabChange = { kind: "rename", title: "a b", to: "О'Нил" };
  const gone: TabChange = {
    kind: "shift",
    title: "a b",
    shift: { sheetId: "0", removed: true },
  };

  expect(shiftFormula("='a b'!A1+A1", "Лист1", rename)).toBe("='О''Нил'!A1+A1");
  expect(shiftFormula("='a b'!A1+A1", "Лист1", gone)).toBe("=#REF!+A1");
});
