/** Google's functions about lists and blocks of cells, where the engine has none or another one. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import { filterFunction } from "./filter-function";
import { ARRAY_ROW, ARRAY_ROWS } from "./formula-dialect";
import {
  type FormulaSurroundings,
  type FunctionEntry,
  isErrorItem,
  itemOf,
  objectsOf,
  type Tools,
} from "./function-tools";
import { sortFunction, sortnFunction } from "./sort-function";

const ANY_NUMBER = 255;
/** Sign and operand of a condition such as ">=5". */
const CONDITION = /^(<>|>=|<=|[=<>]?)([\s\S]*)$/;

type Condition = (cell: BaseValueObject) => boolean;

/** Entries for the `function` option of the formula plugin. */
export function setFunctions(
  tools: Tools,
  { read }: FormulaSurroundings,
): FunctionEntry[] {
  const { formula, error, blockOf, define } = tools;

  /** Blocks side by side; #VALUE! when their heights differ, as in Google. */
  function beside(...args: readonly BaseValueObject[]): BaseValueObject {
    const blocks = args.map(objectsOf);
    const height = blocks[0]?.length ?? 0;
    if (blocks.some((block) => block.length !== height)) return error("VALUE");
    return blockOf(
      Array.from({ length: height }, (_, row) =>
        blocks.flatMap((block) => block[row] ?? []),
      ),
    );
  }

  /** Blocks one under another; #VALUE! when their widths differ. */
  function below(...args: readonly BaseValueObject[]): BaseValueObject {
    const failed = args.find((value) => value.isError());
    if (failed !== undefined) return failed;
    const rows = args.flatMap(objectsOf);
    const width = rows[0]?.length;
    if (rows.some((row) => row.length !== width)) return error("VALUE");
    return blockOf(rows);
  }

  const countUnique = (args: readonly BaseValueObject[]): BaseValueObject => {
    const items = args.flatMap(objectsOf).flat().map(itemOf);
    const seen = new Set(
      items
        .filter((item) => item !== null)
        .map((item) => (isErrorItem(item) ? String(item.getValue()) : item)),
    );
    return formula.NumberValueObject.create(seen.size);
  };

  /** Counts values of the first block whose cells meet every pair of block and condition. */
  function countUniqueIfs(
    values: BaseValueObject,
    pairs: readonly BaseValueObject[],
  ): BaseValueObject {
    const cells = objectsOf(values).flat();
    const conditions: { cells: BaseValueObject[]; meets: Condition }[] = [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [block, condition] = [pairs[at], pairs[at + 1]];
      if (block === undefined || condition === undefined) break;
      const tested = objectsOf(block).flat();
      if (tested.length !== cells.length) return error("VALUE");
      conditions.push({ cells: tested, meets: conditionOf(condition) });
    }
    return countUnique(
      cells.filter((_, at) =>
        conditions.every(({ cells: tested, meets }) => {
          const cell = tested[at];
          return cell !== undefined && meets(cell);
        }),
      ),
    );
  }

  function conditionOf(value: BaseValueObject): Condition {
    const [[single = value] = []] = objectsOf(value);
    const [, sign = "", operand = ""] =
      CONDITION.exec(String(single.getValue())) ?? [];
    const wanted = single.isString()
      ? tools.objectOf(read(operand)?.value ?? operand)
      : single;
    const operator = (sign || "=") as Parameters<typeof single.compare>[1];
    return (cell) =>
      wanted.isNumber() && !cell.isNumber()
        ? sign === "<>"
        : cell.compare(wanted, operator).getValue() === true;
  }

  class Iferror extends tools.classOf("IFERROR") {
    override minParams = 1;
    override calculate(...[value, instead]: BaseValueObject[]) {
      const blank = formula.NullValueObject.create();
      return super.calculate(value ?? blank, instead ?? blank);
    }
  }

  /** What to give instead stands for a whole row too. */
  class Xlookup extends tools.classOf("XLOOKUP") {
    override calculate(...args: BaseValueObject[]) {
      const found = super.calculate(...args);
      const [wanted, , , instead] = args;
      const isMissing =
        found.isError() &&
        (found as BaseValueObject).getValue() === formula.ErrorType.NA;
      return isMissing && instead && !instead.isNull() && !wanted?.isError()
        ? instead
        : found;
    }
  }

  return [
    define("ARRAYFORMULA", [1, 1], (value = error("NA")) => value),
    define(ARRAY_ROW, [1, ANY_NUMBER], beside),
    define(ARRAY_ROWS, [1, ANY_NUMBER], below),
    define("COUNTUNIQUE", [1, ANY_NUMBER], (...args) => countUnique(args)),
    define("COUNTUNIQUEIFS", [3, ANY_NUMBER], (values, ...pairs) =>
      values === undefined || pairs.length % 2 === 1
        ? error("NA")
        : countUniqueIfs(values, pairs),
    ),
    sortFunction(tools),
    sortnFunction(tools),
    filterFunction(tools),
    [Iferror, "IFERROR"],
    [Xlookup, "XLOOKUP"],
  ];
}
