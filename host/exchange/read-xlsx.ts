/** An .xlsx file as tabs. */
import type { IStyleData } from "@univerjs/core";
import type {
  Cell,
  ConditionalFormattingOptions,
  Row,
  Worksheet,
} from "exceljs";
import { CREATOR } from "../services/export-titles";
import type { Area } from "../services/tracked-areas";
import {
  emptyTab,
  type FileBook,
  type FileCell,
  type FileConditional,
  type FileLine,
  type FileNote,
  type FileTab,
} from "./file-book";
import { LIMITS } from "./limits";
import { withOwnLists } from "./option-lists";
import { withOwnTitles } from "./own-titles";
import { cellContent, contentReader } from "./xlsx-cell";
import { readAreas, readParts, type XlsxParts } from "./xlsx-parts";
import { engineConditional, engineValidation } from "./xlsx-rules";
import { colorReader, engineStyle, type ReadColor } from "./xlsx-style";
import type { ZipFile } from "./zip-file";

const POINTS_TO_PIXELS = 4 / 3;
/** What exceljs gives rows that nobody has set a height for. */
const PLAIN_ROW_HEIGHTS: ReadonlySet<number> = new Set([15, 15.75]);

/** Collects the styles of a file, each once. */
type StyleTable = {
  readonly styles: IStyleData[];
  readonly place: (cell: Cell) => number | null;
};

function styleTable(read: ReadColor): StyleTable {
  const styles: IStyleData[] = [];
  const known = new Map<object, number | null>();
  const byText = new Map<string, number>();
  const add = (style: IStyleData): number => {
    const text = JSON.stringify(style);
    const found = byText.get(text) ?? styles.push(style) - 1;
    byText.set(text, found);
    return found;
  };
  return {
    styles,
    place(cell) {
      // exceljs gives cells of one style the same object.
      const before = known.get(cell.style);
      if (before !== undefined) return before;
      const style = engineStyle(cell.style, read);
      const place = style === null ? null : add(style);
      known.set(cell.style, place);
      return place;
    },
  };
}

/** @throws UploadError when the file is damaged. */
export async function readXlsx(zip: ZipFile): Promise<FileBook> {
  const parts = readParts(zip);
  // Loading it takes as long as starting Node does; few commands read a file.
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    Buffer.from(parts.rest) as unknown as Parameters<
      typeof workbook.xlsx.load
    >[0],
  );
  const read = colorReader(parts.themeColors);
  const table = styleTable(read);
  const problems = [...parts.problems];
  const tabs = workbook.worksheets.map((sheet) =>
    readTab(sheet, parts, { read, table, problems }),
  );
  const book: FileBook = {
    kind: "xlsx",
    tabs: withOwnLists(
      tabs,
      (title) => workbook.getWorksheet(title)?.state === "veryHidden",
    ),
    names: parts.names,
    styles: table.styles,
    problems,
  };
  return workbook.creator === CREATOR
    ? withOwnTitles(book, workbook.description ?? "")
    : book;
}

type Reading = {
  readonly read: ReadColor;
  readonly table: StyleTable;
  readonly problems: string[];
};

function readTab(
  sheet: Worksheet,
  parts: XlsxParts,
  { read, table, problems }: Reading,
): FileTab {
  const view = sheet.views?.[0] as
    | {
        state?: string;
        xSplit?: number;
        ySplit?: number;
        showGridLines?: boolean;
      }
    | undefined;
  const isFrozen = view?.state === "frozen";
  const rules = parts.rules.get(sheet.name) ?? [];
  const validations = rules.flatMap((rule) => engineValidation(rule) ?? []);
  const color = read(sheet.properties.tabColor);
  sayLost(sheet.name, rules.length - validations.length, "проверки", problems);
  return {
    ...emptyTab(sheet.name),
    hidden: sheet.state !== "visible",
    color,
    frozenRows: isFrozen ? (view?.ySplit ?? 0) : 0,
    frozenColumns: isFrozen ? (view?.xSplit ?? 0) : 0,
    showGrid: view?.showGridLines !== false,
    defaultColumnWidth: pixels(sheet.properties.defaultColWidth),
    ...readCells(sheet, table, problems),
    columns: readColumns(sheet),
    merges: readMerges(sheet),
    validations,
    conditionals: readConditionals(sheet, read, problems),
    filter: readFilter(sheet),
  };
}

function sayLost(
  title: string,
  count: number,
  what: string,
  problems: string[],
): void {
  if (count > 0) {
    problems.push(`Лист «${title}»: правила ${what} не загружены: ${count}.`);
  }
}

/** Excel's widths, in characters of the standard font, to pixels. */
function pixels(characters: number | undefined): number | null {
  return characters === undefined ? null : Math.round(characters * 7 + 5);
}

function readColumns(sheet: Worksheet): Record<number, FileLine> {
  const columns: Record<number, FileLine> = {};
  for (const column of sheet.columns ?? []) {
    const size = pixels(column.width);
    const line: FileLine = {
      ...(size === null || column.hidden === true ? {} : { size }),
      ...(column.hidden === true ? { hidden: true as const } : {}),
    };
    const number = (column as { readonly number?: number }).number ?? 1;
    if (Object.keys(line).length > 0) columns[number - 1] = line;
  }
  return columns;
}

function readCells(
  sheet: Worksheet,
  table: StyleTable,
  problems: string[],
): Pick<FileTab, "cells" | "rows" | "notes"> {
  const cells: FileCell[] = [];
  const rows: Record<number, FileLine> = {};
  const notes: FileNote[] = [];
  const content = contentReader(sheet);
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const line = rowLine(row);
    if (line !== null) rows[number - 1] = line;
    row.eachCell({ includeEmpty: true }, (cell) => {
      const place = { row: number - 1, column: Number(cell.col) - 1 };
      const text = noteText(cell.note);
      if (text !== "") notes.push({ ...place, text });
      const { isCut, ...held } = cellContent(cell, content);
      if (isCut) problems.push(cutText(sheet.name, cell.address));
      const style = table.place(cell);
      const isBlank = held.value === null && held.formula === undefined;
      if (isBlank && style === null) return;
      cells.push({ ...place, ...held, ...(style === null ? {} : { style }) });
    });
  });
  return { cells, rows, notes };
}

function cutText(title: string, address: string): string {
  return `Лист «${title}», ячейка ${address}: текст обрезан до ${LIMITS.cellCharacters} знаков, больше ячейка не вмещает.`;
}

function rowLine(row: Row): FileLine | null {
  const isPlain = row.height === undefined || PLAIN_ROW_HEIGHTS.has(row.height);
  if (isPlain && !row.hidden) return null;
  return {
    ...(isPlain ? {} : { size: Math.round(row.height * POINTS_TO_PIXELS) }),
    ...(row.hidden ? { hidden: true as const } : {}),
  };
}

function noteText(note: Cell["note"] | undefined): string {
  if (note === undefined || note === null) return "";
  if (typeof note === "string") return note;
  return (note.texts ?? []).map(({ text }) => text).join("");
}

function readMerges(sheet: Worksheet): Area[] {
  const merges = (sheet.model as { readonly merges?: readonly string[] })
    .merges;
  return readAreas((merges ?? []).join(" "));
}

function readConditionals(
  sheet: Worksheet,
  read: ReadColor,
  problems: string[],
): FileConditional[] {
  const formats =
    (
      sheet as unknown as {
        readonly conditionalFormattings?: readonly ConditionalFormattingOptions[];
      }
    ).conditionalFormattings ?? [];
  const rules = formats.flatMap(({ ref, rules: own }) =>
    own.map((rule) => ({ ref, rule })),
  );
  rules.sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0));
  const found = rules.flatMap(
    ({ ref, rule }) => engineConditional(ref, rule, read) ?? [],
  );
  sayLost(sheet.name, rules.length - found.length, "оформления", problems);
  return found;
}

function readFilter(sheet: Worksheet): Area | null {
  const { autoFilter } = sheet;
  return typeof autoFilter === "string"
    ? (readAreas(autoFilter)[0] ?? null)
    : null;
}
