/** Values that a rejecting validation rule does not let into its cells. */
import type {
  ICellData,
  IRange,
  ISheetDataValidationRule,
} from "@univerjs/core";
import { readAddress, writeAddress } from "./a1";
import type { Book } from "./book";
import { cellFor } from "./cell-content";
import { readerOf } from "./cells";
import { displayText } from "./number-format";
import { ServiceError } from "./service-object";
import { keepsTextTest, textTestOf } from "./text-validation";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";
import { rulesOf } from "./validation-rules";

const { CellValueType, DataValidationErrorStyle, Rectangle } =
  univerModules.core;

/**
 * Refuses a write as Google does for rules with setAllowInvalid(false); blanks
 * and formulas pass, and so do custom formulas, which only the page checks.
 *
 * @param valueAt - Row and column within the area, from 0.
 * @throws ServiceError naming the first cell whose rule is broken.
 */
export function checkStrictRules(
  book: Book,
  sheetId: string,
  area: Area,
  valueAt: (row: number, column: number) => unknown,
): void {
  const strict = rulesOf(book, sheetId).filter(
    (rule) =>
      rule.errorStyle === DataValidationErrorStyle.STOP &&
      rule.ranges.some((range) => Rectangle.intersects(range, area)),
  );
  const reader = readerOf(book, sheetId);
  for (const rule of strict) {
    const isAllowed = judgeOf(book, rule);
    for (const part of overlaps(rule.ranges, area)) {
      for (let row = part.startRow; row <= part.endRow; row += 1) {
        for (
          let column = part.startColumn;
          column <= part.endColumn;
          column += 1
        ) {
          const value = valueAt(row - area.startRow, column - area.startColumn);
          const pattern = reader.pattern(reader.cell(row, column));
          if (isAllowed(cellFor(book, value, pattern))) continue;
          const at = writeAddress({
            startRow: row,
            endRow: row,
            startColumn: column,
            endColumn: column,
          });
          throw new ServiceError(
            `The data you entered in cell ${at} violates the data validation rules set on this cell.`,
          );
        }
      }
    }
  }
}

function overlaps(ranges: readonly IRange[], area: Area): Area[] {
  return ranges.flatMap((range) => {
    const part = {
      startRow: Math.max(range.startRow, area.startRow),
      endRow: Math.min(range.endRow, area.endRow),
      startColumn: Math.max(range.startColumn, area.startColumn),
      endColumn: Math.min(range.endColumn, area.endColumn),
    };
    const isEmpty =
      part.startRow > part.endRow || part.startColumn > part.endColumn;
    return isEmpty ? [] : [part];
  });
}

type Judge = (cell: ICellData) => boolean;

function judgeOf(book: Book, rule: ISheetDataValidationRule): Judge {
  const judge = judgeOfFilled(book, rule);
  return (cell) =>
    cell.f !== undefined ||
    cell.v === null ||
    cell.v === undefined ||
    judge(cell);
}

function judgeOfFilled(book: Book, rule: ISheetDataValidationRule): Judge {
  const { type, formula1, formula2 } = rule;
  switch (type) {
    case "list": {
      const options = new Set(optionsOf(book, formula1 ?? ""));
      return (cell) => options.has(textOf(book, cell));
    }
    case "checkbox": {
      const marks = [formula1, formula2].filter((mark) => mark !== undefined);
      return marks.length === 0
        ? (cell) => cell.t === CellValueType.BOOLEAN
        : (cell) => marks.includes(textOf(book, cell));
    }
    case "decimal":
    case "date":
      return (cell) =>
        cell.t === CellValueType.NUMBER && isWithin(rule, Number(cell.v));
    default: {
      const test = textTestOf(rule);
      return test === null
        ? () => true
        : (cell) => keepsTextTest(test, textOf(book, cell));
    }
  }
}

function textOf(book: Book, cell: ICellData): string {
  const value =
    cell.t === CellValueType.BOOLEAN ? cell.v === 1 : (cell.v ?? null);
  return displayText(value, "General", book.facts().locale);
}

/** Choices of a list rule: its own, or what stands in its range now. */
function optionsOf(book: Book, formula: string): readonly string[] {
  if (!formula.startsWith("=")) {
    return univerModules.sheets.deserializeListOptions(formula);
  }
  const address = readAddress(formula.slice(1));
  const sheet = book.workbook.getSheetBySheetName(address?.sheetName ?? "");
  if (address === null || !sheet) return [];
  const reader = readerOf(book, sheet.getSheetId());
  const options: string[] = [];
  const lastRow = address.endRow ?? sheet.getRowCount() - 1;
  const lastColumn = address.endColumn ?? sheet.getColumnCount() - 1;
  for (let row = address.startRow ?? 0; row <= lastRow; row += 1) {
    for (
      let column = address.startColumn ?? 0;
      column <= lastColumn;
      column += 1
    ) {
      options.push(textOf(book, reader.cell(row, column) ?? {}));
    }
  }
  return options;
}

function isWithin(rule: ISheetDataValidationRule, value: number): boolean {
  const low = Number(rule.formula1);
  const high = Number(rule.formula2);
  switch (rule.operator) {
    case undefined:
      return true;
    case "between":
      return value >= low && value <= high;
    case "notBetween":
      return value < low || value > high;
    case "equal":
      return value === low;
    case "notEqual":
      return value !== low;
    case "greaterThan":
      return value > low;
    case "greaterThanOrEqual":
      return value >= low;
    case "lessThan":
      return value < low;
    default:
      return value <= low;
  }
}
