/** Bounds of a date rule that are fixed days, as exceljs takes them. */
import type { DataValidationOperator } from "exceljs";

const MS_PER_DAY = 86_400_000;
/** Serial day of 1970-01-01. */
const EPOCH = 25_569;

/** A bound given as a serial day or as `2026-09-01`, at midnight UTC. */
function dayOf(text: string | undefined): Date | null {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text ?? "");
  if (parts !== null) {
    const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
    return new Date(Date.UTC(year, month - 1, day));
  }
  return /^\d+$/.test(text ?? "")
    ? new Date((Number(text) - EPOCH) * MS_PER_DAY)
    : null;
}

/**
 * Excel's own kind of rule for fixed days; null when a bound is a formula.
 *
 * @param bounds - As the engine keeps them, the second for a span only.
 */
export function fixedDays(
  operator: string | undefined,
  bounds: readonly (string | undefined)[],
): {
  readonly type: "date";
  readonly operator: DataValidationOperator;
  readonly formulae: Date[];
} | null {
  const needed = /etween$/.test(operator ?? "") ? 2 : 1;
  const days = bounds
    .slice(0, needed)
    .map(dayOf)
    .filter((day) => day !== null);
  return operator === undefined || days.length < needed
    ? null
    : {
        type: "date",
        // Univer and Excel name the operators alike.
        operator: operator as DataValidationOperator,
        formulae: days,
      };
}
