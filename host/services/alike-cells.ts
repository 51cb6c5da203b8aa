/** Formats blank cells by the kind: those that looked alike look alike afterwards. */
import type { ICellData, Nullable } from "@univerjs/core";

type CoreModule = typeof import("@univerjs/core");
type SheetsModule = typeof import("@univerjs/sheets");
type Place = readonly [row: number, column: number];

/**
 * For every engine: whole columns are formatted at once, and Univer merges the
 * style of each cell anew. It does so for the first of a kind now.
 */
export function formatAlike(
  { IUniverInstanceService, ObjectMatrix }: CoreModule,
  { SetRangeValuesMutation }: SheetsModule,
): void {
  const setEach = SetRangeValuesMutation.handler;
  SetRangeValuesMutation.handler = (accessor, params) => {
    const { unitId, subUnitId, cellValue } = params;
    const cells = accessor
      .get(IUniverInstanceService)
      .getUniverSheetInstance(unitId)
      ?.getSheetBySheetId(subUnitId)
      ?.getCellMatrix();
    if (cells === undefined) return setEach(accessor, params);

    const kindOf = kinds();
    const first = new Map<string, Place>();
    const alike: [place: Place, first: Place][] = [];
    const single = new ObjectMatrix<Nullable<ICellData>>();
    new ObjectMatrix(cellValue).forValue((row, column, change) => {
      const kind = kindOf(cells.getValue(row, column), change);
      const known = kind === null ? undefined : first.get(kind);
      if (known !== undefined) {
        alike.push([[row, column], known]);
        return;
      }
      if (kind !== null) first.set(kind, [row, column]);
      single.setValue(row, column, change);
    });
    const each = { ...params, cellValue: single.getMatrix() };
    const isDone = setEach(accessor, each);
    for (const [[row, column], known] of alike) {
      const style = cells.getValue(...known)?.s;
      const { s: _before, ...cell } = cells.getValue(row, column) ?? {};
      const next = style ? { ...cell, s: style } : cell;
      if (Object.keys(next).length > 0) cells.setValue(row, column, next);
      else cells.realDeleteValue(row, column);
    }
    return isDone;
  };
}

/** Names what decides the new style of a cell; null when more than that changes. */
function kinds(): (
  cell: Nullable<ICellData>,
  change: Nullable<ICellData>,
) => string | null {
  let style: ICellData["s"];
  let text = "";
  return (cell, change) => {
    const isBlank = cell?.v === undefined && !cell?.p;
    if (!isBlank || typeof cell?.s === "object" || !isStyleOnly(change)) {
      return null;
    }
    // One object often stands for a whole area.
    if (change.s !== style || text === "") {
      style = change.s;
      text = JSON.stringify(style);
    }
    return `${cell?.s ?? ""} ${text}`;
  };
}

function isStyleOnly(change: Nullable<ICellData>): change is ICellData {
  if (typeof change?.s !== "object") return false;
  for (const key in change) {
    if (key !== "s" && key !== "t") return false;
  }
  return true;
}
