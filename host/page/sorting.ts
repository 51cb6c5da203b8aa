/** Sorting as Google does it: Russian letters in their order, formulas that go with their row. */
import {
  FormulaDataModel,
  type IReorderRangeCommandParams,
  LexerTreeBuilder,
  ReorderRangeCommand,
  SetRangeValuesMutation,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { SheetsSortService, SortType } from "@univerjs/preset-sheets-sort";
import type { FUniver, ICellData, Injector } from "@univerjs/presets";
import { compareSorted, sortItem } from "../services/sort-order";

type Cells = Record<number, Record<number, ICellData>>;

export function sortAsGoogle(api: FUniver, injector: Injector): void {
  injector
    .get(SheetsSortService)
    .registerCompareFn((type, left, right) =>
      compareSorted(
        sortItem(left as ICellData),
        sortItem(right as ICellData),
        type === SortType.ASC,
      ),
    );
  injector.get(SheetInterceptorService).interceptCommand({
    getMutations({ id, params }) {
      return id === ReorderRangeCommand.id
        ? followRows(api, injector, params as IReorderRangeCommandParams)
        : { redos: [], undos: [] };
    },
  });
}

/** Univer moves the text of formulas as it is: references must go with it. */
function followRows(
  api: FUniver,
  injector: Injector,
  { unitId, subUnitId, range, order }: IReorderRangeCommandParams,
) {
  const formulas = injector.get(FormulaDataModel);
  const lexer = injector.get(LexerTreeBuilder);
  const sheet = api
    .getActiveWorkbook()
    ?.getSheetBySheetId(subUnitId)
    ?.getSheet();
  const after: Cells = {};
  const before: Cells = {};
  for (const [place, from] of Object.entries(order)) {
    const row = Number(place);
    for (let at = range.startColumn; at <= range.endColumn; at += 1) {
      const raw = sheet?.getCellRaw(from, at);
      const f = formulas.getFormulaStringByCell(from, at, subUnitId, unitId);
      if (!raw || typeof f !== "string" || f === "") continue;
      const { v, t, p } = raw;
      const cell = { v, t, p, si: null } as ICellData;
      const moved = lexer.moveFormulaRefOffset(f, 0, row - from);
      after[row] = { ...after[row], [at]: { ...cell, f: moved } };
      before[from] = { ...before[from], [at]: { ...cell, f } };
    }
  }
  const write = (cellValue: Cells) =>
    Object.keys(cellValue).length === 0
      ? []
      : [
          {
            id: SetRangeValuesMutation.id,
            params: { unitId, subUnitId, cellValue },
          },
        ];
  return { redos: write(after), undos: write(before) };
}
