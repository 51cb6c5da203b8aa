/** Google's names of the operators, its number conversions, and arithmetic with texts of the locale. */
import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
} from "@univerjs/engine-formula";
import {
  type FormulaSurroundings,
  type FunctionEntry,
  numberOf,
  objectsOf,
  type Tools,
} from "./function-tools";

const ONE: readonly [number, number] = [1, 1];
const TWO: readonly [number, number] = [2, 2];

const COMPARISONS = {
  EQ: "=",
  NE: "<>",
  GT: ">",
  GTE: ">=",
  LT: "<",
  LTE: "<=",
} as const;

type Comparison = (typeof COMPARISONS)[keyof typeof COMPARISONS];

/** Functions whose conditions are texts such as ">1,5", and where those stand. */
const CONDITIONED: Readonly<Record<string, (index: number) => boolean>> = {
  COUNTIF: (index) => index === 1,
  SUMIF: (index) => index === 1,
  AVERAGEIF: (index) => index === 1,
  COUNTIFS: (index) => index % 2 === 1,
  SUMIFS: (index) => index > 0 && index % 2 === 0,
  AVERAGEIFS: (index) => index > 0 && index % 2 === 0,
  MAXIFS: (index) => index > 0 && index % 2 === 0,
  MINIFS: (index) => index > 0 && index % 2 === 0,
};

/** Functions of days, which may be written as texts. */
const OF_DAYS = `YEAR MONTH DAY WEEKDAY WEEKNUM ISOWEEKNUM DATEDIF DAYS DAYS360
  YEARFRAC NETWORKDAYS HOUR MINUTE SECOND ROUND ABS INT`.split(/\s+/);

/** Cells of a reference; functions of conditions get references as they are. */
function blockIn(value: BaseValueObject): BaseValueObject {
  return value.isReferenceObject()
    ? (value as unknown as BaseReferenceObject).toArrayValueObject()
    : value;
}

function isSingle(value: BaseValueObject): boolean {
  const rows = objectsOf(value);
  return rows.length === 1 && rows[0]?.length === 1;
}

function firstOf(value: BaseValueObject): BaseValueObject {
  return value.isArray() ? (value as ArrayValueObject).getFirstCell() : value;
}

/** Entries for the `function` option of the formula plugin. */
export function numberFunctions(
  tools: Tools,
  surroundings: FormulaSurroundings,
): FunctionEntry[] {
  const { formula, error, objectOf, define, eachCell, around } = tools;
  const { read } = surroundings;

  /** "1,5" in arithmetic is a number, in a block too. */
  const asNumber = (value: BaseValueObject): BaseValueObject => {
    const found = value.isString() ? read(String(value.getValue())) : null;
    return found === null ? value : objectOf(found.value);
  };
  /** A day written as a text, with its format. */
  const dayIn = (value: BaseValueObject): BaseValueObject => {
    const isText = !value.isReferenceObject() && value.isString();
    const found = isText ? read(String(value.getValue())) : null;
    return found?.pattern
      ? formula.NumberValueObject.create(found.value, found.pattern)
      : value;
  };
  const numbersIn = (value: BaseValueObject): BaseValueObject => {
    if (value.isReferenceObject()) return value;
    if (!value.isArray()) return asNumber(value);
    const cells = objectsOf(value);
    const hasText = cells.some((row) => row.some((cell) => cell.isString()));
    return hasText
      ? tools.blockOf(cells.map((row) => row.map(asNumber)))
      : value;
  };
  /** A condition with a number or day of the locale, as the engine reads it. */
  const condition = (value: BaseValueObject): BaseValueObject => {
    if (!value.isString()) return value;
    const [, sign = "", operand = ""] =
      /^(<>|>=|<=|[=<>]?)([\s\S]*)$/.exec(String(value.getValue())) ?? [];
    const found = read(operand);
    return found === null ? value : objectOf(`${sign}${found.value}`);
  };
  const conditions = (value: BaseValueObject): BaseValueObject =>
    tools.blockOf(objectsOf(blockIn(value)).map((row) => row.map(condition)));

  /** A day and a number make a day; two days make a number. */
  const dayAnd = (name: string): FunctionEntry => {
    class Sum extends tools.classOf(name) {
      override calculate(...args: BaseValueObject[]) {
        const result = super.calculate(
          ...args.map(numbersIn),
        ) as BaseValueObject;
        const [pattern = "", ...more] = args
          .map((value) => firstOf(value).getPattern())
          .filter((one) => one !== "" && surroundings.isDate(one));
        const single = firstOf(result);
        const isDay = pattern !== "" && more.length === 0 && isSingle(result);
        return isDay && single.isNumber()
          ? formula.NumberValueObject.create(Number(single.getValue()), pattern)
          : result;
      }
    }
    return [Sum, name];
  };

  const called = (name: string, operator: string): FunctionEntry => {
    const executor = new (tools.classOf(operator))(operator);
    return define(
      name,
      TWO,
      (left = error("NA"), right = error("NA")) =>
        executor.calculate(
          numbersIn(left),
          numbersIn(right),
        ) as BaseValueObject,
    );
  };
  const compared = (name: string, sign: Comparison): FunctionEntry =>
    define(name, TWO, (left = error("NA"), right = error("NA")) => {
      if (left.isError()) return left;
      return right.isError()
        ? right
        : left.compare(right, sign as Parameters<typeof left.compare>[1]);
    });
  const formatted = (name: string, pattern: () => string): FunctionEntry =>
    define(name, ONE, (value = error("NA")) => {
      const [[single = value] = []] = objectsOf(value);
      return single.isNumber()
        ? formula.NumberValueObject.create(Number(single.getValue()), pattern())
        : single;
    });
  const arithmetic = (name: string, factor: number): FunctionEntry =>
    eachCell(name, ONE, (item = null) => {
      const number = numberOf(item, surroundings);
      return number === null ? error("VALUE") : number * factor;
    });

  return [
    dayAnd("PLUS"),
    dayAnd("MINUS"),
    ...["MULTIPLY", "DIVIDED", "POWER", ...OF_DAYS].map((name) =>
      around(name, { args: (args) => args.map(numbersIn) }),
    ),
    around("NETWORKDAYS.INTL", {
      // The third is a text such as 0000011, which is no number.
      args: (args) =>
        args.map((value, at) => (at === 2 ? value : numbersIn(value))),
    }),
    around("ISDATE", { args: (args) => args.map(dayIn) }),
    called("ADD", "PLUS"),
    called("DIVIDE", "DIVIDED"),
    called("POW", "POWER"),
    ...Object.entries(COMPARISONS).map(([name, sign]) => compared(name, sign)),
    arithmetic("UMINUS", -1),
    arithmetic("UPLUS", 1),
    arithmetic("UNARY_PERCENT", 0.01),
    formatted("TO_DATE", () => surroundings.datePattern(false)),
    formatted("TO_PERCENT", () => "0.00%"),
    formatted("TO_PURE_NUMBER", () => "General"),
    ...Object.entries(CONDITIONED).map(([name, isCondition]) =>
      around(name, {
        args: (args) =>
          args.map((value, index) =>
            isCondition(index) ? conditions(value) : value,
          ),
      }),
    ),
  ];
}
