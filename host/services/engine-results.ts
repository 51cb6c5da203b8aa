/** What formulas leave in cells, as Google leaves it: errors it has, blanks that stay blank, links with their text. */
import type { ICellData, Injector } from "@univerjs/core";
import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  IFormulaRuntimeService,
} from "@univerjs/engine-formula";

type FormulaModule = typeof import("@univerjs/engine-formula");

/** Errors Google does not have → what it shows instead. */
const ERRORS: Readonly<Record<string, string>> = {
  "#SPILL!": "#REF!",
  "#CALC!": "#VALUE!",
  "#CONNECT!": "#REF!",
  "#BLOCKED!": "#REF!",
  "#BUSY!": "#REF!",
};

/** The engine's way from a computed value to cells, partly private there. */
type Results = {
  _getValueObjectOfRuntimeData: (value: BaseValueObject) => ICellData;
  setRuntimeData: (value: Value) => void;
  readonly currentRow: number;
  readonly _currentRowCount: number;
};

type Value = Parameters<IFormulaRuntimeService["setRuntimeData"]>[0];

/** For every engine: a blank cell is blank, not 0, and a quoted text is text. */
export function readGoogle({
  BaseFunction: { prototype: functions },
  BaseReferenceObject: { prototype: references },
  NullValueObject,
}: Pick<
  FormulaModule,
  "BaseFunction" | "BaseReferenceObject" | "NullValueObject"
>): void {
  const firstCell = references.getFirstCell;
  references.getFirstCell = function blankStays() {
    const { startRow, startColumn } = this.getRangePosition();
    return this.getCellData(startRow, startColumn)
      ? firstCell.call(this)
      : NullValueObject.create();
  };
  // Otherwise "1/2" between brackets of a function is a day in January.
  functions.isArgumentsIgnoreNumberPattern = () => true;
}

/** Makes one engine write results as Google shows them. */
export function followGoogle(injector: Injector, formula: FormulaModule): void {
  const results = injector.get(
    formula.IFormulaRuntimeService,
  ) as unknown as Results;
  const cellOf = results._getValueObjectOfRuntimeData.bind(results);
  results._getValueObjectOfRuntimeData = (value) => {
    const cell = cellOf(value);
    if (cell?.p) return { ...cell, v: String(value.getValue()), t: 1 };
    const instead = ERRORS[String(cell?.v)];
    return value?.isError() && instead !== undefined
      ? { ...cell, v: instead }
      : cell;
  };
  const setCells = results.setRuntimeData.bind(results);
  results.setRuntimeData = (value) => {
    const block = blockOf(value);
    const height = results._currentRowCount - results.currentRow;
    const isTooLong = block !== null && block.getRowCount() > height;
    setCells(isTooLong ? (block.slice([0, height]) ?? value) : value);
  };
}

/** Several cells; null for a single value. Google adds rows for a long block, here it ends with the sheet. */
function blockOf(value: Value): ArrayValueObject | null {
  if (value.isReferenceObject()) {
    const reference = value as BaseReferenceObject;
    return reference.isCell() ? null : reference.toArrayValueObject();
  }
  return value.isArray() ? (value as ArrayValueObject) : null;
}
