/** Keeps the response tab of a linked form: headers, new rows, edited rows. */
import {
  cellOf,
  findColumns,
  inSheetOrder,
  type ResponseCell,
  runsOf,
  wantedColumns,
} from "./form-columns";
import type {
  Destination,
  FormRecord,
  ResponseColumn,
  ResponseRecord,
} from "./form-record";

/** What a form needs of the spreadsheet. Rows and columns are 0-based. */
export type ResponseBook = {
  readonly id: string;
  readonly tabNames: () => readonly string[];
  /** Adds an empty tab and gives its sheet id. */
  readonly addTab: (name: string) => string;
  readonly hasTab: (sheetId: string) => boolean;
  /** Rows up to the last used one. */
  readonly rowCount: (sheetId: string) => number;
  /** Columns up to the last used one. */
  readonly columnCount: (sheetId: string) => number;
  /** Values as Range.getValues gives them, each row up to its last cell. */
  readonly values: (
    sheetId: string,
    rows?: { readonly from: number; readonly count: number },
  ) => readonly (readonly unknown[])[];
  /** Writes a block; text is never parsed; the tab grows when needed. */
  readonly write: (
    sheetId: string,
    row: number,
    column: number,
    cells: readonly (readonly ResponseCell[])[],
  ) => void;
  /** What sheet.getFormUrl gives; null when no form is linked any more. */
  readonly setFormUrl: (sheetId: string, url: string | null) => void;
  /** Moment as the book displays it in a date and time cell. */
  readonly showMoment: (moment: Date) => string;
};

/** What one submission wrote, for the form submit trigger. */
export type WrittenRow = {
  readonly sheetId: string;
  /** 0-based. */
  readonly row: number;
  readonly columnCount: number;
  /** Display texts in sheet order, timestamp first. */
  readonly values: readonly string[];
  readonly namedValues: Readonly<Record<string, readonly string[]>>;
};

function firstFreeName(taken: readonly string[]): string {
  const names = new Set(taken);
  let number = 1;
  while (names.has(`Ответы на форму (${number})`)) {
    number += 1;
  }
  return `Ответы на форму (${number})`;
}

/**
 * Links a form to a new tab, which gets every answer given so far.
 *
 * @returns The destination to be kept in the form.
 */
export function linkTab(form: FormRecord, book: ResponseBook): Destination {
  const sheetId = book.addTab(firstFreeName(book.tabNames()));
  const columns = wantedColumns(form).map((column, index) => ({
    ...column,
    index,
  }));
  const destination: Destination = { bookId: book.id, sheetId, columns };
  book.write(sheetId, 0, 0, [
    columns.map((column) => ({ text: column.header })),
    ...form.responses.map((response) =>
      columns.map((column) => cellOf(form, response, column)),
    ),
  ]);
  return destination;
}

/**
 * Brings headers up to date: new questions get columns at the right, renamed
 * ones a new header unless the curator wrote their own; a deleted question
 * keeps its column.
 */
function syncColumns(
  form: FormRecord,
  destination: Destination,
  book: ResponseBook,
): void {
  const { sheetId, columns } = destination;
  const [first = []] = book.values(sheetId, { from: 0, count: 1 });
  const headers = first.map((value) => String(value ?? ""));
  const found = findColumns(columns, headers);
  for (const column of [...columns]) {
    const index = found.get(column);
    if (index === undefined) {
      columns.splice(columns.indexOf(column), 1);
    } else {
      column.index = index;
    }
  }
  let next: number | null = null;
  for (const wanted of wantedColumns(form)) {
    const column = columns.find((known) => known.source === wanted.source);
    if (column === undefined) {
      next ??= book.columnCount(sheetId);
      columns.push({ ...wanted, index: next });
      book.write(sheetId, 0, next, [[{ text: wanted.header }]]);
      next += 1;
    } else if (column.header !== wanted.header) {
      if (headers[column.index] === column.header) {
        book.write(sheetId, 0, column.index, [[{ text: wanted.header }]]);
      }
      column.header = wanted.header;
    }
  }
}

/** The linked tab, or null when there is none or the curator deleted it. */
function liveTab(form: FormRecord, book: ResponseBook): Destination | null {
  const { destination } = form;
  return destination !== null &&
    destination.bookId === book.id &&
    book.hasTab(destination.sheetId)
    ? destination
    : null;
}

/** Brings the headers of a linked tab up to date with the form's items. */
export function updateHeaders(form: FormRecord, book: ResponseBook): void {
  const destination = liveTab(form, book);
  if (destination !== null) {
    syncColumns(form, destination, book);
  }
}

function isMoment(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Cell values count as equal when the sheet shows the same. */
function showsCell(value: unknown, cell: ResponseCell): boolean {
  if (cell === null) {
    return value === "" || value === null || value === undefined;
  }
  // A number or a day is known by being one: the time tells rows apart.
  if ("typed" in cell) return isMoment(value) || String(value) === cell.typed;
  return "text" in cell
    ? String(value ?? "") === cell.text
    : // Serial days keep a moment to about a millisecond.
      isMoment(value) &&
        Math.abs(value.getTime() - cell.moment.getTime()) < 500;
}

/** Row that still shows the response as it was; null when nobody can tell. */
function findRow(
  form: FormRecord,
  destination: Destination,
  values: readonly (readonly unknown[])[],
  before: ResponseRecord,
): number | null {
  const scores = values.map((row, position) =>
    position === 0
      ? -1
      : destination.columns.filter((column) =>
          showsCell(row[column.index], cellOf(form, before, column)),
        ).length,
  );
  const timestamp = destination.columns.find(
    (column) => column.source === "timestamp",
  );
  if (timestamp === undefined) {
    return null;
  }
  const cell = cellOf(form, before, timestamp);
  let best: number | null = null;
  values.forEach((row, position) => {
    if (
      position > 0 &&
      showsCell(row[timestamp.index], cell) &&
      (best === null || (scores[position] ?? -1) > (scores[best] ?? -1))
    ) {
      best = position;
    }
  });
  return best;
}

/** The row below the last one that shows something in the form's columns. */
function firstEmptyRow(destination: Destination, book: ResponseBook): number {
  const { sheetId, columns } = destination;
  // From below, because usually the very last row is the one.
  for (let row = book.rowCount(sheetId) - 1; row > 0; row -= 1) {
    const [values = []] = book.values(sheetId, { from: row, count: 1 });
    if (columns.some((column) => !showsCell(values[column.index], null))) {
      return row + 1;
    }
  }
  return 1;
}

/**
 * Writes a response into the linked tab: a new row, or over the row of the
 * same response as it was before an edit.
 *
 * @param before - The response as it was, for an edit.
 * @returns What was written; null when the form has no living tab.
 */
export function writeResponse(
  form: FormRecord,
  book: ResponseBook,
  response: ResponseRecord,
  before: ResponseRecord | null,
): WrittenRow | null {
  const destination = liveTab(form, book);
  if (destination === null) {
    return null;
  }
  const { sheetId, columns } = destination;
  syncColumns(form, destination, book);
  const found =
    before === null
      ? null
      : findRow(form, destination, book.values(sheetId), before);
  const row = found ?? firstEmptyRow(destination, book);
  for (const run of runsOf(columns)) {
    const [first] = run;
    if (first !== undefined) {
      book.write(sheetId, row, first.index, [
        run.map((column) => cellOf(form, response, column)),
      ]);
    }
  }
  return { sheetId, row, ...shown(form, book, columns, response) };
}

function textOf(cell: NonNullable<ResponseCell>, book: ResponseBook): string {
  if ("text" in cell) return cell.text;
  return "typed" in cell ? cell.typed : book.showMoment(cell.moment);
}

function shown(
  form: FormRecord,
  book: ResponseBook,
  columns: readonly ResponseColumn[],
  response: ResponseRecord,
): Pick<WrittenRow, "columnCount" | "values" | "namedValues"> {
  const named = new Map<string, string[]>();
  const values: string[] = [];
  let columnCount = 0;
  for (const column of inSheetOrder(columns)) {
    const cell = cellOf(form, response, column);
    const text = cell === null ? "" : textOf(cell, book);
    values[column.index] = text;
    named.set(column.header, [...(named.get(column.header) ?? []), text]);
    columnCount = Math.max(columnCount, column.index + 1);
  }
  return {
    columnCount,
    values: Array.from(
      { length: columnCount },
      (_, index) => values[index] ?? "",
    ),
    namedValues: Object.fromEntries(named),
  };
}
