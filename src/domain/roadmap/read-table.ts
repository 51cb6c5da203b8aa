/** Reads roadmaps pasted as tables: tabs, «|» or «;» between the cells. */

import { type DelimitedRecord, readRecords } from "../delimited";
import { filledDown, settleGroups } from "./group-columns";
import { guessColumns, widthOf } from "./guess-columns";
import { type Column, classifyHeader, fieldsOf, readColumns } from "./headers";
import { looksLikeDates } from "./looks-like-dates";
import { excerpt, plainText } from "./normalise";
import type { SourceLine, TableReading } from "./roadmap";
import { stagesOfRows } from "./stage-rows";
import { joinRows, outsideLines } from "./table-rows";

/** A closing quote farther away is a quote of the text. */
const LIMITS = { quoted: 20_000 };

const SEPARATORS = ["\t", "|", ";", ","] as const;

/**
 * The roadmap in a text with cell separators.
 *
 * @param text - Lines end with `\n`; tabs are kept.
 * @returns null if the text is not such a table.
 */
export function readTable(text: string): TableReading | null {
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) {
      continue;
    }
    const records = recordsOf(text, separator);
    const found = findHeader(records, separator);
    if (found !== null) {
      const above = rowsAbove(records, found);
      if (above < found.at) {
        return reading(records, found.columns, above, above, []);
      }
      const lower = lowerHeaders(records[found.at + 1], found.columns);
      return lower === null
        ? reading(records, found.columns, found.at, found.at + 1, [])
        : reading(records, lower, found.at, found.at + 2, []);
    }
  }
  return readWithoutHeader(text);
}

function recordsOf(
  text: string,
  separator: string,
): readonly DelimitedRecord[] {
  const records = readRecords(text, separator, LIMITS);
  return separator === "|" ? records.flatMap(pipeRecord) : records;
}

/** Markdown frames its rows with bars and draws a line under the header. */
function pipeRecord({ cells, line }: DelimitedRecord): DelimitedRecord[] {
  if (cells.length === 1) {
    return [{ cells, line }];
  }
  if (cells.every((cell) => /^[\s:=+-]*$/.test(cell))) {
    return cells.some((cell) => cell.includes("-"))
      ? []
      : [{ cells: [""], line }];
  }
  const first = cells[0]?.trim() === "" ? 1 : 0;
  const last = cells[cells.length - 1]?.trim() === "" ? 1 : 0;
  const inner = cells.slice(first, cells.length - last);
  return [{ cells: inner.map((cell) => cell.trim()), line }];
}

function findHeader(
  records: readonly DelimitedRecord[],
  separator: string,
): { readonly at: number; readonly columns: readonly Column[] } | null {
  // Commas and semicolons are common in prose: ask for more there.
  const least = separator === "\t" || separator === "|" ? 2 : 3;
  for (let at = 0; at < records.length; at += 1) {
    const { cells: all = [] } = records[at] ?? {};
    const cells = all.slice(0, widthOf(all));
    const columns = cells.length < least ? null : readColumns(cells);
    const known = columns?.filter(({ kind }) => kind !== null).length ?? 0;
    if (columns !== null && known >= least) {
      return { at, columns };
    }
  }
  return null;
}

/**
 * Index of the first row that stands above the header, when the document's
 * beginning was cut off and the header comes again on a later page; else the
 * header's own index.
 */
function rowsAbove(
  records: readonly DelimitedRecord[],
  { at, columns }: { readonly at: number; readonly columns: readonly Column[] },
): number {
  const isRow = ({ cells }: DelimitedRecord) =>
    cells.length > 2 &&
    cells.length <= columns.length + 1 &&
    columns.some(
      ({ kind }, index) =>
        (kind === "number" &&
          /^\s*\d{1,3}[.)]?\s*$/.test(cells[index] ?? "")) ||
        (kind === "dateText" && looksLikeDates(cells[index] ?? "")),
    );
  const first = records.slice(0, at).findIndex(isRow);
  if (first < 0) {
    return at;
  }
  const tail = records[first - 1]?.cells ?? [];
  return isTailText(tail.join("")) ? first - 1 : first;
}

/** «Начало» and «Окончание» under «Сроки»: the lower of two rows of headers, or null. */
function lowerHeaders(
  record: DelimitedRecord | undefined,
  columns: readonly Column[],
): readonly Column[] | null {
  const cells = record?.cells ?? [];
  const filled = cells.filter((cell) => cell.trim() !== "");
  const isLower =
    filled.length > 1 &&
    filled.length < columns.length &&
    filled.every((cell) => classifyHeader(cell) !== null);
  return isLower
    ? columns.map((column, index) => {
        const cell = cells[index] ?? "";
        return cell.trim() === ""
          ? column
          : { kind: classifyHeader(cell), header: plainText(cell) };
      })
    : null;
}

/** Rows copied without the header: columns are told by what is in them. */
function readWithoutHeader(text: string): TableReading | null {
  for (const separator of SEPARATORS) {
    const records = text.includes(separator) ? recordsOf(text, separator) : [];
    const rows = records.filter(isRow);
    const at = records.findIndex(isRow);
    if (at < 0 || (separator !== "\t" && !areRows(records, rows))) {
      continue;
    }
    const columns = guessColumns(rows.map(({ cells }) => cells));
    const first = isFirstTail(records, at) ? at - 1 : at;
    return reading(records, columns, first, first, [
      {
        message:
          "Строка заголовков таблицы не найдена: графы определены по содержанию ячеек, проверьте их.",
      },
    ]);
  }
  return null;
}

const LEAST_ROWS = 2;
/** More columns than a roadmap can have: the separator is something else. */
const MAX_COLUMNS = 60;

function isRow({ cells }: DelimitedRecord): boolean {
  const width = cells.length > 2 ? widthOf(cells) : 0;
  return width > 1 && width <= MAX_COLUMNS;
}

/** Commas and semicolons also stand in prose: rows have equally many, and numbers or dates. */
function areRows(
  records: readonly DelimitedRecord[],
  rows: readonly DelimitedRecord[],
): boolean {
  const filled = records.filter(({ cells }) => cells.join("").trim() !== "");
  const width = rows[0]?.cells.length ?? 0;
  const alike = rows.filter(({ cells }) => cells.length === width);
  const dated = alike.filter(({ cells }) =>
    cells.some((cell) => looksLikeDates(cell)),
  );
  return (
    alike.length >= LEAST_ROWS &&
    alike.length * 2 > filled.length &&
    dated.length * 2 > alike.length
  );
}

/** Whether the very first line is the end of a row: it starts with a small letter. */
function isFirstTail(records: readonly DelimitedRecord[], at: number): boolean {
  const before = records
    .slice(0, at)
    .filter(({ cells }) => cells.join("").trim() !== "");
  return (
    before.length === 1 &&
    before[0] === records[at - 1] &&
    isTailText(before[0]?.cells.join("") ?? "")
  );
}

const isTailText = (text: string) => /^\p{Ll}/u.test(text.trim());

function reading(
  records: readonly DelimitedRecord[],
  given: readonly Column[],
  headerAt: number,
  firstRow: number,
  warnings: TableReading["warnings"],
): TableReading {
  const joinedRows = joinRows(
    records.slice(firstRow),
    given,
    firstRow > headerAt,
  );
  const columns = settleGroups(given, joinedRows);
  const rows = filledDown(joinedRows, columns);
  const unknown = columns.filter(
    ({ kind, header }) => kind === null && header !== "",
  );
  return {
    before: records.slice(0, headerAt).map(asLine),
    stages: stagesOfRows(rows, columns),
    after: outsideLines(rows),
    fields: fieldsOf(columns),
    warnings: [
      ...warnings,
      ...brokenEnd(records, given.length),
      ...unknown.map(({ header }) => ({
        message: `Графа «${header}» не узнана: её текст добавлен в содержание.`,
      })),
    ],
  };
}

/** A last row of too few cells: the text was copied only so far. */
function brokenEnd(
  records: readonly DelimitedRecord[],
  width: number,
): TableReading["warnings"] {
  const { cells = [] } = records[records.length - 1] ?? {};
  const isBroken =
    cells.length > 1 &&
    cells.length < width - 1 &&
    /\p{L}$/u.test(cells[cells.length - 1] ?? "");
  return isBroken
    ? [
        {
          message: `Последняя строка таблицы обрывается: «${excerpt(cells[cells.length - 1] ?? "")}». Допишите её по документу.`,
        },
      ]
    : [];
}

function asLine({ cells, line }: DelimitedRecord): SourceLine {
  return { line, text: cells.join(" ") };
}
