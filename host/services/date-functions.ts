/** Date functions as Google computes and shows them, in place of the engine's own; for Node and the page. */
import type {
  ArrayValueObject,
  BaseFunction,
  BaseValueObject,
} from "@univerjs/engine-formula";
import type {
  FormulaModule,
  FormulaSurroundings,
  FunctionEntry,
} from "./function-tools";

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
    ...inPattern(formula, ["DATE", "EOMONTH", "WORKDAY", "WORKDAY.INTL"], () =>
      datePattern(false),
    ),
    ...inPattern(formula, ["EPOCHTODATE"], () => datePattern(true)),
    ...inPattern(formula, ["TIME"], () => "h:mm:ss"),
    [Edate, "EDATE"],
    [Today, "TODAY"],
    [Now, "NOW"],
  ];
}

/** The engine's own functions, their results shown in this format. */
function inPattern(
  formula: FormulaModule,
  names: readonly string[],
  pattern: () => string,
): FunctionEntry[] {
  const known = formula.functionDate as unknown as readonly FunctionEntry[];
  const shown = (value: BaseValueObject): BaseValueObject =>
    value.isNumber()
      ? formula.NumberValueObject.create(Number(value.getValue()), pattern())
      : value;
  return known
    .filter(([, name]) => names.includes(name))
    .map(([Base, name]): FunctionEntry => {
      class Shown extends Base {
        override calculate(...args: Parameters<BaseFunction["calculate"]>) {
          const result = super.calculate(...args);
          if (result.isReferenceObject()) return result;
          const value = result as BaseValueObject;
          return value.isArray()
            ? (value as ArrayValueObject).map(shown)
            : shown(value);
        }
      }
      return [Shown, name];
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
