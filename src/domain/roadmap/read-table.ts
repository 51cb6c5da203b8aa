/** Reads roadmaps pasted as tables: tabs, «|» or «;» between the cells. */

import { type DelimitedRecord, readRecords } from "../delimited";
import { guessColumns } from "./guess-columns";
import { type Column, classifyHeader, readColumns } from "./headers";
import { plainText } from "./normalise";
import type { SourceLine, StageField, TableReading } from "./roadmap";
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
    const cells = trimmedEnd(records[at]?.cells ?? []);
    const columns = cells.length < least ? null : readColumns(cells);
    const known = columns?.filter(({ kind }) => kind !== null).length ?? 0;
    if (columns !== null && known >= least) {
      return { at, columns };
    }
  }
  return null;
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

function trimmedEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === "") {
    length -= 1;
  }
  return cells.slice(0, length);
}

/** Rows copied without the header: columns are told by what is in them. */
function readWithoutHeader(text: string): TableReading | null {
  const records = readRecords(text, "\t", LIMITS);
  const at = records.findIndex(({ cells }) => cells.length > 2);
  if (at < 0) {
    return null;
  }
  const rows = records.slice(at).filter(({ cells }) => cells.length > 2);
  const columns = guessColumns(rows.map(({ cells }) => cells));
  return reading(records, columns, at, at, [
    {
      message:
        "Строка заголовков таблицы не найдена: графы определены по содержанию ячеек, проверьте их.",
    },
  ]);
}

function reading(
  records: readonly DelimitedRecord[],
  columns: readonly Column[],
  headerAt: number,
  firstRow: number,
  warnings: TableReading["warnings"],
): TableReading {
  const rows = joinRows(records.slice(firstRow), columns);
  const unknown = columns.filter(
    ({ kind, header }) => kind === null && header !== "",
  );
  return {
    before: records.slice(0, headerAt).map(asLine),
    stages: stagesOfRows(rows, columns),
    after: outsideLines(rows),
    fields: columns.flatMap(({ kind }): StageField[] =>
      kind === null || kind === "number" ? [] : [kind],
    ),
    warnings: [
      ...warnings,
      ...unknown.map(({ header }) => ({
        message: `Графа «${header}» не узнана: её текст добавлен в содержание.`,
      })),
    ],
  };
}

function asLine({ cells, line }: DelimitedRecord): SourceLine {
  return { line, text: cells.join(" ") };
}
