/** What functions added to the engine share: its classes, values as plain items, ways to define one. */
import type { Ctor } from "@univerjs/core";
import type {
  ArrayValueObject,
  BaseFunction,
  BaseValueObject,
} from "@univerjs/engine-formula";

/** The engine's module, from whichever build the caller runs. */
export type FormulaModule = Pick<
  typeof import("@univerjs/engine-formula"),
  | "ArrayValueObject"
  | "BaseFunction"
  | "BooleanValueObject"
  | "ErrorType"
  | "ErrorValueObject"
  | "NullValueObject"
  | "NumberValueObject"
  | "StringValueObject"
  | "functionArray"
  | "functionDate"
  | "functionInformation"
  | "functionLogical"
  | "functionLookup"
  | "functionMath"
  | "functionMeta"
  | "functionStatistical"
  | "functionText"
>;

/** What formulas take from the book around them. */
export type FormulaSurroundings = {
  /** Serial days now in the book's time zone, for TODAY and NOW. */
  readonly serialNow: () => number;
  /** Number format of a day, or of a moment, in the book's locale. */
  readonly datePattern: (withTime: boolean) => string;
  /** The number a text means in the book's locale, with its format if it has one. */
  readonly read: (
    text: string,
  ) => { readonly value: number; readonly pattern: string | null } | null;
  /** A number as text in the book's locale. */
  readonly show: (value: number, pattern: string) => string;
  /** Whether a number format shows a day or a time. */
  readonly isDate: (pattern: string) => boolean;
};

/** A function's class and its name, as the formula plugin takes them. */
export type FunctionEntry = [Ctor<BaseFunction>, string];

/** Content of one cell; an error is the engine's own object. */
export type Item = string | number | boolean | null | BaseValueObject;
/** Rows of cells; a single value is one row of one. */
export type Items = readonly (readonly Item[])[];

/** Cells of an argument, row by row. */
export function objectsOf(value: BaseValueObject): BaseValueObject[][] {
  if (!value.isArray()) return [[value]];
  const block = value as ArrayValueObject;
  return Array.from({ length: block.getRowCount() }, (_, row) =>
    Array.from(
      { length: block.getColumnCount() },
      (__, column) => block.get(row, column) ?? block.getFirstCell(),
    ),
  );
}

/** What a cell holds, as JavaScript has it. */
export function itemOf(value: BaseValueObject): Item {
  if (value.isError()) return value;
  return value.isNull() ? null : (value.getValue() as Item);
}

export function isErrorItem(item: Item): item is BaseValueObject {
  return typeof item === "object" && item !== null;
}

/** A single row, column or value serves for every cell. */
function cellIn(
  block: readonly (readonly BaseValueObject[])[],
  row: number,
  column: number,
): BaseValueObject | undefined {
  const cells = block[block.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column];
}

export type Tools = ReturnType<typeof functionTools>;

/** Makers bound to one build of the engine. */
export function functionTools(formula: FormulaModule) {
  const { BaseFunction: Base, ErrorType, ErrorValueObject } = formula;
  const known = [
    formula.functionArray,
    formula.functionDate,
    formula.functionInformation,
    formula.functionLogical,
    formula.functionLookup,
    formula.functionMath,
    formula.functionMeta,
    formula.functionStatistical,
    formula.functionText,
  ].flat() as unknown as readonly FunctionEntry[];

  const error = (kind: keyof typeof ErrorType): BaseValueObject =>
    ErrorValueObject.create(ErrorType[kind]);

  function objectOf(item: Item): BaseValueObject {
    switch (typeof item) {
      case "string":
        return formula.StringValueObject.create(item);
      case "number":
        return Number.isFinite(item)
          ? formula.NumberValueObject.create(item)
          : error("NUM");
      case "boolean":
        return formula.BooleanValueObject.create(item);
      default:
        return item ?? formula.NullValueObject.create();
    }
  }

  /** @param rows - Rows of equal length; #N/A when there are none. */
  function blockOf(rows: readonly (readonly Item[])[]): BaseValueObject {
    const [first] = rows;
    if (first === undefined || first.length === 0) return error("NA");
    if (rows.length === 1 && first.length === 1)
      return objectOf(first[0] ?? null);
    return formula.ArrayValueObject.create({
      calculateValueList: rows.map((row) => row.map(objectOf)),
      rowCount: rows.length,
      columnCount: first.length,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }

  /** A function of whole arguments. */
  function define(
    name: string,
    [minimum, maximum]: readonly [number, number],
    compute: (...args: readonly BaseValueObject[]) => BaseValueObject,
  ): FunctionEntry {
    class Defined extends Base {
      override minParams = minimum;
      override maxParams = maximum;
      override calculate(...args: BaseValueObject[]) {
        return compute(...args);
      }
    }
    return [Defined, name];
  }

  /** A function of single values; blocks are gone through cell by cell, the first error wins. */
  function eachCell(
    name: string,
    count: readonly [number, number],
    compute: (...items: readonly Item[]) => Item,
  ): FunctionEntry {
    return define(name, count, (...args) => {
      const blocks = args.map(objectsOf);
      const height = Math.max(...blocks.map((block) => block.length));
      const width = Math.max(...blocks.map((block) => block[0]?.length ?? 1));
      return blockOf(
        Array.from({ length: height }, (_, row) =>
          Array.from({ length: width }, (__, column) => {
            const items = blocks.map((block) =>
              itemOf(cellIn(block, row, column) ?? error("NA")),
            );
            return items.find(isErrorItem) ?? compute(...items);
          }),
        ),
      );
    });
  }

  /** The engine's own class of a function. */
  function classOf(name: string): Ctor<BaseFunction> {
    const found = known.find(([, itsName]) => itsName === name);
    if (found === undefined) {
      throw new RangeError(`functionTools: the engine has no ${name}`);
    }
    return found[0];
  }

  /** The engine's own function with its arguments, or its result, changed. */
  function around(
    name: string,
    change: {
      readonly args?: (args: BaseValueObject[]) => BaseValueObject[];
      readonly result?: (value: BaseValueObject) => BaseValueObject;
    },
  ): FunctionEntry {
    const { args: changeArgs, result: changeResult } = change;
    class Around extends classOf(name) {
      override calculate(...args: BaseValueObject[]) {
        const value = super.calculate(...(changeArgs?.(args) ?? args));
        if (value.isReferenceObject() || changeResult === undefined) {
          return value;
        }
        return changeResult(value as BaseValueObject);
      }
    }
    return [Around, name];
  }

  return {
    formula,
    error,
    objectOf,
    blockOf,
    define,
    eachCell,
    classOf,
    around,
  };
}

/** A number of an item as arithmetic sees it; null when it is none. */
export function numberOf(
  item: Item,
  { read }: Pick<FormulaSurroundings, "read">,
): number | null {
  if (typeof item === "string") return read(item)?.value ?? null;
  return isErrorItem(item) ? null : Number(item);
}
