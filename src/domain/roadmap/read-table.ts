/** Reads roadmaps pasted as tables: tabs, «|» or «;» between the cells. */

import { type DelimitedRecord, readRecords } from "../delimited";
import { filledDown, settleGroups } from "./group-columns";
import { widthOf } from "./guess-columns";
import { headerlessTable, isTailText } from "./headerless-table";
import {
  classifyHeader,
  correctedColumns,
  fieldsOf,
  readColumns,
} from "./headers";
import { looksLikeDates } from "./looks-like-dates";
import { excerpt, plainText } from "./normalise";
import type { Column, GivenColumns, SourceLine, TableReading } from "./roadmap";
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
export function readTable(
  text: string,
  given: GivenColumns,
): TableReading | null {
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) {
      continue;
    }
    const records = recordsOf(text, separator);
    const found = findHeader(records, separator);
    if (found !== null) {
      const above = rowsAbove(records, found);
      if (above < found.at) {
        return reading(records, found.columns, given, above, above, []);
      }
      const lower = lowerHeaders(records[found.at + 1], found.columns);
      return lower === null
        ? reading(records, found.columns, given, found.at, found.at + 1, [])
        : reading(records, lower, given, found.at, found.at + 2, []);
    }
  }
  return readWithoutHeader(text, given);
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
function readWithoutHeader(
  text: string,
  given: GivenColumns,
): TableReading | null {
  for (const separator of SEPARATORS) {
    const records = text.includes(separator) ? recordsOf(text, separator) : [];
    const found = headerlessTable(records, separator === "\t");
    if (found !== null) {
      const { columns, headerAt, firstRow, message } = found;
      return reading(records, columns, given, headerAt, firstRow, [
        { message },
      ]);
    }
  }
  return null;
}

function reading(
  records: readonly DelimitedRecord[],
  found: readonly Column[],
  given: GivenColumns,
  headerAt: number,
  firstRow: number,
  warnings: TableReading["warnings"],
): TableReading {
  const corrected = correctedColumns(found, given);
  const joinedRows = joinRows(
    records.slice(firstRow),
    corrected ?? found,
    firstRow > headerAt,
  );
  const columns = corrected ?? settleGroups(found, joinedRows);
  const rows = filledDown(joinedRows, columns);
  const unknown = columns.filter(
    ({ kind, header }) => kind === null && header !== "",
  );
  return {
    before: records.slice(0, headerAt).map(asLine),
    stages: stagesOfRows(rows, columns),
    after: outsideLines(rows),
    fields: fieldsOf(columns),
    columns,
    warnings: [
      ...warnings,
      ...brokenEnd(records, found.length),
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
