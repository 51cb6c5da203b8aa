/** Checks cells against their rules of choice a little at a time: a big tab opens before all of it is checked. */
import {
  SheetDataValidationModel,
  SheetsDataValidationValidatorService,
} from "@univerjs/preset-sheets-data-validation";
import type { FUniver, Injector, IRange, Worksheet } from "@univerjs/presets";

/** So many cells are checked in one go: each go ends with a drawing of the tab; chosen. */
const CELLS_AT_ONCE = 4_000;
/** A busy page checks on so soon, ms; chosen. */
const WAIT_MS = 200;

/** Univer would check every cell of every rule at once, the blank ones too. */
export function checkUnhurriedly(api: FUniver, injector: Injector): void {
  const checker = injector.get(SheetsDataValidationValidatorService);
  const model = injector.get(SheetDataValidationModel);
  const check = checker.validatorRanges.bind(checker);
  checker.validatorRanges = async (unitId, subUnitId, ranges) => {
    if (cellsIn(ranges) <= CELLS_AT_ONCE) {
      return check(unitId, subUnitId, ranges);
    }
    const sheetNow = () =>
      api.getWorkbook(unitId)?.getSheetBySheetId(subUnitId)?.getSheet();
    const rules = model.getRules(unitId, subUnitId);
    const areBlanksRight = rules.every(
      ({ allowBlank }) => allowBlank !== false,
    );
    const results: Awaited<ReturnType<typeof check>> = [];
    for (const part of ranges.flatMap(partsOf)) {
      const sheet = sheetNow();
      if (sheet === undefined) break;
      if (areBlanksRight && isBlank(sheet, part)) continue;
      await idle();
      if (sheetNow() === undefined) break;
      results.push(...(await check(unitId, subUnitId, [part])));
    }
    return results;
  };
}

function cellsIn(ranges: readonly IRange[]): number {
  return ranges.reduce(
    (sum, { startRow, endRow, startColumn, endColumn }) =>
      sum + (endRow - startRow + 1) * (endColumn - startColumn + 1),
    0,
  );
}

/** Whole rows, at most so many cells where the range is not wider. */
function partsOf(range: IRange): IRange[] {
  const width = range.endColumn - range.startColumn + 1;
  const height = Math.max(1, Math.floor(CELLS_AT_ONCE / width));
  const parts: IRange[] = [];
  for (let row = range.startRow; row <= range.endRow; row += height) {
    const endRow = Math.min(range.endRow, row + height - 1);
    parts.push({ ...range, startRow: row, endRow });
  }
  return parts;
}

function isBlank(sheet: Worksheet, range: IRange): boolean {
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    for (let { startColumn: at } = range; at <= range.endColumn; at += 1) {
      const { v, p, f, si } = sheet.getCellRaw(row, at) ?? {};
      const isEmpty = v === undefined || v === null || v === "";
      if (!isEmpty || p || f || si) return false;
    }
  }
  return true;
}

function idle(): Promise<unknown> {
  return new Promise((go) => requestIdleCallback(go, { timeout: WAIT_MS }));
}
