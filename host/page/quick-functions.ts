/** What small formulas compute with: comparisons, conversions, functions of plain values. */

/** A cell's value; a blank is null. */
export type CellContent = string | number | boolean | null;

/** Thrown for #VALUE! and its like: the condition does not hold. */
export class FormulaError extends Error {}

/** Numbers come before texts, texts before true and false; case does not count. */
export function compare(left: CellContent, right: CellContent): number {
  const [a, b] = [filled(left, right), filled(right, left)];
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  const [first, second] = [folded(a), folded(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** A blank is like the value beside it: "", 0 or false. */
function filled(value: CellContent, beside: CellContent): CellContent {
  if (value !== null) return value;
  if (typeof beside === "string") return "";
  return typeof beside === "boolean" ? false : 0;
}

const rank = (value: CellContent): number =>
  typeof value === "boolean" ? 2 : typeof value === "string" ? 1 : 0;

const folded = (value: CellContent) =>
  typeof value === "string" ? value.toLowerCase() : Number(value);

export function numberOf(value: CellContent): number {
  const number = typeof value === "string" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw new FormulaError();
  return number;
}

export function textOf(value: CellContent): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : String(value);
}

export function truthOf(value: CellContent): boolean {
  if (typeof value === "string") throw new FormulaError();
  return value === true || (typeof value === "number" && value !== 0);
}

/** Functions that need all their arguments, values as they are. */
export const FUNCTIONS: Readonly<
  Record<string, (...values: readonly CellContent[]) => CellContent>
> = {
  AND: (...values) => values.every(truthOf),
  OR: (...values) => values.some(truthOf),
  NOT: (value = null) => !truthOf(value),
  ISBLANK: (value) => value === null,
  N: (value) => (typeof value === "string" ? 0 : Number(value ?? 0)),
  LEN: (value = null) => textOf(value).length,
  TRIM: (value = null) => textOf(value).trim().replace(/ {2,}/g, " "),
  LEFT: (value = null, count = 1) => textOf(value).slice(0, numberOf(count)),
  MID: (value = null, at = null, count = null) =>
    textOf(value).slice(numberOf(at) - 1, numberOf(at) - 1 + numberOf(count)),
  VALUE: (value = null) => writtenNumber(value),
  MIN: (...values) => Math.min(...values.map(numberOf)),
  MAX: (...values) => Math.max(...values.map(numberOf)),
  INT: (value = null) => Math.floor(numberOf(value)),
  ABS: (value = null) => Math.abs(numberOf(value)),
  SEARCH: (part = null, value = null) => {
    // What the engine would take for a pattern is searched letter by letter.
    const at = textOf(value).toLowerCase().indexOf(textOf(part).toLowerCase());
    if (at < 0) throw new FormulaError();
    return at + 1;
  },
  YEAR: (value = null) => dayOf(value).getUTCFullYear(),
  MONTH: (value = null) => dayOf(value).getUTCMonth() + 1,
  DAY: (value = null) => dayOf(value).getUTCDate(),
  EOMONTH: (value = null, months = null) => monthEnd(value, months),
  EDATE: (value = null, months = null) => sameDayOf(value, months),
  MOD: (value = null, by = null) => {
    const divisor = numberOf(by);
    if (divisor === 0) throw new FormulaError();
    const left = numberOf(value);
    return left - divisor * Math.floor(left / divisor);
  },
};

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The day of a serial number, in no time zone. */
function dayOf(value: CellContent): Date {
  return new Date(EPOCH_MS + Math.floor(numberOf(value)) * DAY_MS);
}

/** Serial number of the last day of the month so many months away. */
function monthEnd(value: CellContent, months: CellContent): number {
  const day = dayOf(value);
  const month = day.getUTCMonth() + 1 + Math.trunc(numberOf(months));
  return (Date.UTC(day.getUTCFullYear(), month, 0) - EPOCH_MS) / DAY_MS;
}

/** Serial number of the same day so many months away, of the last one in a shorter month. */
function sameDayOf(value: CellContent, months: CellContent): number {
  const last = monthEnd(value, months);
  const day = dayOf(value).getUTCDate();
  return Math.min(last, last - dayOf(last).getUTCDate() + day);
}

/** A number written with a comma or a point; times and days written as texts count as none. */
function writtenNumber(value: CellContent): number {
  const plain = typeof value === "string" ? value.trim().replace(",", ".") : "";
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : numberOf(value);
}
