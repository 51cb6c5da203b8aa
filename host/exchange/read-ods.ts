/** An .ods file as tabs: values, dates, formulas, notes, links, sizes, names. */
import type { Area } from "../services/tracked-areas";
import {
  emptyTab,
  type FileBook,
  type FileCell,
  type FileLine,
  type FileName,
  type FileNote,
  type FileTab,
} from "./file-book";
import { LIMITS, TOO_BIG, UploadError } from "./limits";
import { odsCell } from "./ods-cell";
import { type OdsFormats, readFormats } from "./ods-format";
import { referenceOf } from "./ods-formula";
import {
  attributeOf,
  childrenOf,
  type Element,
  elementsOf,
  parseXml,
} from "./xml";
import type { ZipFile } from "./zip-file";

/** @throws UploadError when the file is damaged. */
export function readOds(zip: ZipFile): FileBook {
  const content = parseXml(zip.text("content.xml")).documentElement;
  const styles = zip.has("styles.xml")
    ? parseXml(zip.text("styles.xml")).documentElement
    : null;
  const roots = [styles, content].flatMap((root) => root ?? []);
  const formats = readFormats(roots);
  const problems: string[] = [];
  const sheets = content === null ? [] : elementsOf(content, "spreadsheet");
  const tabs = sheets
    .flatMap((sheet) => childrenOf(sheet, "table"))
    .map((table) => readTable(table, formats, problems));
  if (
    sheets.some((sheet) => elementsOf(sheet, "content-validation").length > 0)
  ) {
    problems.push(
      "Проверки данных из .ods не загружаются: поставьте их заново.",
    );
  }
  return {
    kind: "ods",
    tabs,
    names: sheets.flatMap((sheet) => readNames(sheet)),
    styles: formats.styles,
    problems,
  };
}

function readNames(sheet: Element): FileName[] {
  return elementsOf(sheet, "named-range").flatMap((element) => {
    const address = attributeOf(element, "cell-range-address");
    const formula = referenceOf(address);
    const name = attributeOf(element, "name");
    // Excel's own names for what is printed are no names of the book.
    const isOwn = formula !== null && !name.startsWith("_xlnm.");
    return isOwn ? [{ name, formula, tab: null }] : [];
  });
}

/** How often an element stands for itself. */
function repeated(element: Element, name: string): number {
  const count = Number(attributeOf(element, name) || 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

type Filling = {
  readonly cells: FileCell[];
  readonly notes: FileNote[];
  readonly merges: Area[];
  readonly rows: Record<number, FileLine>;
};

function readTable(
  table: Element,
  formats: OdsFormats,
  problems: string[],
): FileTab {
  const title = attributeOf(table, "name");
  const filling: Filling = { cells: [], notes: [], merges: [], rows: {} };
  let row = 0;
  for (const element of linesOf(table, "table-row")) {
    const count = repeated(element, "number-rows-repeated");
    readRow(element, row, count, { filling, formats, problems, title });
    row += count;
  }
  return {
    ...emptyTab(title),
    hidden: !formats.isShown(attributeOf(table, "style-name")),
    columns: readColumns(table, formats),
    ...filling,
  };
}

/** Rows or columns, also those inside groups and headers. */
function linesOf(parent: Element, name: string): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.localName === name) return [child];
    return /^table-(?:header-)?(?:rows?|columns?)(?:-group)?$/.test(
      child.localName ?? "",
    )
      ? linesOf(child, name)
      : [];
  });
}

/** Lines that repeat to the end of the sheet are its background. */
const MANY = 1_000;

function lineOf(element: Element, formats: OdsFormats): FileLine | null {
  const size = formats.size(attributeOf(element, "style-name"));
  const isHidden = /collapse|filter/.test(attributeOf(element, "visibility"));
  if (size === null && !isHidden) return null;
  return {
    ...(size === null || isHidden ? {} : { size }),
    ...(isHidden ? { hidden: true as const } : {}),
  };
}

function readColumns(
  table: Element,
  formats: OdsFormats,
): Record<number, FileLine> {
  const columns: Record<number, FileLine> = {};
  let column = 0;
  for (const element of linesOf(table, "table-column")) {
    const count = repeated(element, "number-columns-repeated");
    const line = lineOf(element, formats);
    if (line !== null && count < MANY) {
      for (let index = 0; index < count; index += 1) {
        columns[column + index] = line;
      }
    }
    column += count;
  }
  return columns;
}

type RowReading = {
  readonly filling: Filling;
  readonly formats: OdsFormats;
  readonly problems: string[];
  readonly title: string;
};

function readRow(
  element: Element,
  row: number,
  count: number,
  reading: RowReading,
): void {
  const { filling, formats } = reading;
  const line = lineOf(element, formats);
  if (line?.hidden === true || (line !== null && count < MANY)) {
    const shown = Math.min(count, MANY);
    for (let index = 0; index < shown; index += 1) {
      filling.rows[row + index] = line;
    }
  }
  let column = 0;
  for (const cell of childrenOf(element)) {
    const isCell = cell.localName === "table-cell";
    if (!isCell && cell.localName !== "covered-table-cell") continue;
    const times = repeated(cell, "number-columns-repeated");
    if (isCell) readCell(cell, { row, column }, [count, times], reading);
    column += times;
  }
}

function readCell(
  element: Element,
  { row, column }: { readonly row: number; readonly column: number },
  [rows, columns]: readonly [number, number],
  { filling, formats, problems, title }: RowReading,
): void {
  const { note, span, isCut, ...held } = odsCell(element, formats);
  if (span !== null) {
    filling.merges.push({
      startRow: row,
      startColumn: column,
      endRow: row + span.rows - 1,
      endColumn: column + span.columns - 1,
    });
  }
  if (note !== "") filling.notes.push({ row, column, text: note });
  if (held.value === null && held.formula === undefined) {
    // The look of empty cells goes with them where they repeat without end.
    if (held.style === undefined || rows * columns > MANY) return;
  }
  if (filling.cells.length + rows * columns > LIMITS.cells) {
    throw new UploadError(TOO_BIG);
  }
  if (isCut)
    problems.push(
      `Лист «${title}», строка ${row + 1}: текст обрезан до ${LIMITS.cellCharacters} знаков, больше ячейка не вмещает.`,
    );
  for (let down = 0; down < rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      filling.cells.push({ row: row + down, column: column + right, ...held });
    }
  }
}
