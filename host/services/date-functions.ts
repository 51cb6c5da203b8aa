/** Date functions as Google computes and shows them, in place of the engine's own; for Node and the page. */
import type { Ctor } from "@univerjs/core";
import type {
  ArrayValueObject,
  BaseFunction,
  BaseValueObject,
} from "@univerjs/engine-formula";

/** The engine's module, from whichever build the caller runs. */
type FormulaModule = Pick<
  typeof import("@univerjs/engine-formula"),
  | "BaseFunction"
  | "ErrorType"
  | "ErrorValueObject"
  | "NumberValueObject"
  | "functionDate"
>;

/** What formulas take from the book around them. */
export type FormulaSurroundings = {
  /** Serial days now in the book's time zone, for TODAY and NOW. */
  readonly serialNow: () => number;
  /** Number format of a day, or of a moment, in the book's locale. */
  readonly datePattern: (withTime: boolean) => string;
};

type FunctionEntry = [Ctor<BaseFunction>, string];

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * TODAY and NOW by the host's clock; EDATE that stays in its month (the
 * engine's 31 January plus a month is 3 March); dates in the book's format.
 *
 * @returns Entries for the `function` option of the formula plugin.
 */
export function dateFunctions(
  formula: FormulaModule,
  surroundings: FormulaSurroundings,
): FunctionEntry[] {
  const { serialNow, datePattern } = surroundings;
  const { BaseFunction: Base, NumberValueObject, ErrorValueObject } = formula;
  const day = (serial: number): BaseValueObject =>
    NumberValueObject.create(serial, datePattern(false));

  class Today extends Base {
    override minParams = 0;
    override maxParams = 0;
    override calculate() {
      return day(Math.floor(serialNow()));
    }
  }
  class Now extends Base {
    override minParams = 0;
    override maxParams = 0;
    override calculate() {
      return NumberValueObject.create(serialNow(), datePattern(true));
    }
  }
  class Edate extends Base {
    override minParams = 2;
    override maxParams = 2;
    override calculate(start: BaseValueObject, months: BaseValueObject) {
      return pairwise(start, months, (from, count) => {
        if (from.isError()) return from;
        if (count.isError()) return count;
        const texts = [from, count].some((v) => v.isString() || v.isBoolean());
        if (texts) return ErrorValueObject.create(formula.ErrorType.VALUE);
        const serial = addMonths(
          Number(from.getValue()),
          Math.trunc(Number(count.getValue())),
        );
        return serial < 0
          ? ErrorValueObject.create(formula.ErrorType.NUM)
          : day(serial);
      });
    }
  }

  return [
    ...withLocalDates(formula, ["DATE", "EOMONTH"], day),
    [Edate, "EDATE"],
    [Today, "TODAY"],
    [Now, "NOW"],
  ];
}

/** The engine's own functions, their results shown as days of the locale. */
function withLocalDates(
  formula: FormulaModule,
  names: readonly string[],
  day: (serial: number) => BaseValueObject,
): FunctionEntry[] {
  const known = formula.functionDate as unknown as readonly FunctionEntry[];
  const localized = (value: BaseValueObject): BaseValueObject =>
    value.isNumber() ? day(Number(value.getValue())) : value;
  return known
    .filter(([, name]) => names.includes(name))
    .map(([Base, name]): FunctionEntry => {
      class Localized extends Base {
        override calculate(...args: Parameters<BaseFunction["calculate"]>) {
          const result = super.calculate(...args);
          if (result.isReferenceObject()) return result;
          const value = result as BaseValueObject;
          return value.isArray()
            ? (value as ArrayValueObject).map(localized)
            : localized(value);
        }
      }
      return [Localized, name];
    });
}

/** Serial day the same day of another month, or that month's last day. */
function addMonths(serial: number, months: number): number {
  const start = new Date(EPOCH_MS + Math.floor(serial) * DAY_MS);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(start.getUTCDate(), last);
  return (Date.UTC(year, month, date) - EPOCH_MS) / DAY_MS;
}

/** Applies to single values, or to blocks cell by cell. */
function pairwise(
  left: BaseValueObject,
  right: BaseValueObject,
  apply: (left: BaseValueObject, right: BaseValueObject) => BaseValueObject,
): BaseValueObject {
  const at = (
    value: BaseValueObject,
    row: number,
    column: number,
  ): BaseValueObject => {
    if (!value.isArray()) return value;
    const block = value as ArrayValueObject;
    const single = block.getRowCount() * block.getColumnCount() === 1;
    const cell = single ? block.get(0, 0) : block.get(row, column);
    return cell ?? block.getFirstCell();
  };
  const block = left.isArray() ? left : right;
  if (!block.isArray()) return apply(left, right);
  const result = (block as ArrayValueObject).map((_value, row, column) =>
    apply(at(left, row, column), at(right, row, column)),
  ) as ArrayValueObject;
  const single = result.getRowCount() * result.getColumnCount() === 1;
  return single ? result.getFirstCell() : result;
}
