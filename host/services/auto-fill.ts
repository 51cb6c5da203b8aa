/** Filling a range from a part of it: series go on, formulas move, the rest repeats. */
import type { ICellData } from "@univerjs/core";
import type { Book } from "./book";
import { putCells, type TakenCell, takeCells } from "./cell-blocks";
import { readerOf } from "./cells";
import { isDatePattern } from "./number-format";
import { ServiceError } from "./service-object";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const { CellValueType } = univerModules.core;
/** «Встреча 9» → what stands before the number, and the number. */
const NUMBERED = /^(.*?)(\d{1,15})$/su;

type Axis = "Row" | "Column";

/** Value of the line at a place counted from its first source cell; null: repeat. */
type Series = ((place: number) => ICellData["v"]) | null;

/** How far apart the numbers are; the mean step, as a straight line goes on. */
function stepOf(numbers: readonly number[], alone: number): number {
  const last = numbers[numbers.length - 1] ?? 0;
  return numbers.length < 2
    ? alone
    : (last - (numbers[0] ?? 0)) / (numbers.length - 1);
}

function numberSeries(line: readonly TakenCell[], isDate: boolean): Series {
  const numbers = line.map(({ content }) => Number(content.v));
  // One number is copied, one day goes on to the next.
  const step = stepOf(numbers, isDate ? 1 : 0);
  return (place) => Number(((numbers[0] ?? 0) + step * place).toPrecision(15));
}

function textSeries(line: readonly TakenCell[]): Series {
  const parts = line.map(({ content }) => NUMBERED.exec(String(content.v)));
  const [first] = parts;
  const head = first?.[1];
  if (first == null || parts.some((part) => part?.[1] !== head)) return null;
  const numbers = parts.map((part) => Number(part?.[2]));
  const step = stepOf(numbers, 1);
  const width = first[2]?.startsWith("0") ? first[2].length : 0;
  return (place) => {
    const number = Math.abs(Math.round((numbers[0] ?? 0) + step * place));
    return `${head}${String(number).padStart(width, "0")}`;
  };
}

function seriesOf(line: readonly TakenCell[], isDate: boolean): Series {
  const every = (type: number) =>
    line.every(({ content }) => !content.f && content.t === type);
  if (every(CellValueType.NUMBER)) return numberSeries(line, isDate);
  return every(CellValueType.STRING) ? textSeries(line) : null;
}

/** The direction in which the destination goes beyond the source. */
function axisOf(source: Area, whole: Area): Axis {
  const holds =
    whole.startRow <= source.startRow &&
    whole.endRow >= source.endRow &&
    whole.startColumn <= source.startColumn &&
    whole.endColumn >= source.endColumn;
  const isSame = (axis: Axis): boolean =>
    whole[`start${axis}`] === source[`start${axis}`] &&
    whole[`end${axis}`] === source[`end${axis}`];
  if (holds && isSame("Column")) return "Row";
  if (holds && isSame("Row")) return "Column";
  throw new ServiceError(
    "The destination must contain the range and extend it in one direction.",
  );
}

/**
 * @param whole - Holds the source and more rows, or more columns.
 * @param isSeries - False: everything repeats.
 * @throws ServiceError for another destination.
 */
export function autoFill(
  book: Book,
  sheetId: string,
  source: Area,
  whole: Area,
  isSeries: boolean,
): void {
  const axis = axisOf(source, whole);
  const reader = readerOf(book, sheetId);
  const taken = takeCells(book, sheetId, source);
  const lines =
    axis === "Column"
      ? taken
      : (taken[0] ?? []).map((_, at) => taken.flatMap((row) => row[at] ?? []));
  const filled = lines.map((line) => {
    const [first] = line;
    const pattern =
      first === undefined
        ? ""
        : reader.pattern(reader.cell(first.row, first.column));
    const series = isSeries ? seriesOf(line, isDatePattern(pattern)) : null;
    return (place: number): TakenCell[] => {
      const { length } = line;
      const cell = line[((place % length) + length) % length];
      if (cell === undefined) return [];
      return series === null
        ? [cell]
        : [{ ...cell, content: { ...cell.content, v: series(place) ?? null } }];
    };
  });
  const put = (from: number, to: number): void => {
    if (from > to) return;
    const area = { ...whole, [`start${axis}`]: from, [`end${axis}`]: to };
    const places = Array.from(
      { length: to - from + 1 },
      (_, index) => from + index - source[`start${axis}`],
    );
    const cells =
      axis === "Column"
        ? filled.map((cellAt) => places.flatMap(cellAt))
        : places.map((place) => filled.flatMap((cellAt) => cellAt(place)));
    const parts = { contents: true, formulas: true, styles: true };
    putCells(book, sheetId, area, cells, parts);
  };
  put(source[`end${axis}`] + 1, whole[`end${axis}`]);
  put(whole[`start${axis}`], source[`start${axis}`] - 1);
}

/** Last row down to which the column at the left, or else at the right, has data. */
export function neighborEnd(book: Book, sheetId: string, area: Area): number {
  const reader = readerOf(book, sheetId);
  const lastRow = book.worksheet(sheetId).getRowCount() - 1;
  const endOf = (column: number): number => {
    let row = area.endRow;
    while (row < lastRow && reader.display(row + 1, column) !== "") row += 1;
    return row;
  };
  const left = area.startColumn > 0 ? endOf(area.startColumn - 1) : area.endRow;
  return left > area.endRow ? left : endOf(area.endColumn + 1);
}
