/** FILTER as Google has it: any number of conditions, each one column or one row long. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import { type FunctionEntry, objectsOf, type Tools } from "./function-tools";

const ANY_NUMBER = 255;

type Cells = readonly (readonly BaseValueObject[])[];

/** An entry for the `function` option of the formula plugin. */
export function filterFunction({
  error,
  blockOf,
  define,
}: Tools): FunctionEntry {
  return define("FILTER", [2, ANY_NUMBER], (block = error("NA"), ...given) => {
    if (block.isError()) return block;
    const rows = objectsOf(block);
    const conditions = given.map(objectsOf);
    const width = rows[0]?.length ?? 0;
    if (conditions.every((one) => isColumn(one, rows.length))) {
      const kept = rows.filter((_, row) =>
        conditions.every((one) => holds(one[row]?.[0])),
      );
      return blockOf(kept);
    }
    if (!conditions.every((one) => isRow(one, width))) return error("NA");
    const columns = [...Array(width).keys()].filter((column) =>
      conditions.every((one) => holds(one[0]?.[column])),
    );
    return blockOf(
      rows.map((row) => columns.flatMap((column) => row[column] ?? [])),
    );
  });
}

function isColumn(cells: Cells, height: number): boolean {
  return cells.length === height && cells[0]?.length === 1;
}

function isRow(cells: Cells, width: number): boolean {
  return cells.length === 1 && cells[0]?.length === width;
}

/** An error counts as not met, so that SEARCH can stand here. */
function holds(cell: BaseValueObject | undefined): boolean {
  if (cell === undefined || cell.isError()) return false;
  const value = cell.getValue();
  return value === true || (typeof value === "number" && value !== 0);
}
