/** Turns what a tab holds into rows and problems. A bad cell is data, never an exception. */
import { russianDate } from "../domain/language/dates";
import { plainRecord } from "../domain/record";
import type { Problem } from "../shared/rpc";
import type { Row, TableState } from "./book";
import { type Located, locateColumns } from "./locate-columns";
import { parseCell, quote, type RawCell } from "./parse-cell";
import {
  type CellValue,
  type Column,
  ID,
  rowId,
  rowNumberOfId,
  type Table,
} from "./table";
import { AGE } from "./tables/age";
import { readTimeline, timelineColumns } from "./timeline";

/** One tab, header first. */
export type RawTab = {
  readonly values: readonly (readonly RawCell[])[];
  /** Notes of row 1. */
  readonly notes: readonly string[];
  /** Formulas as `getFormulas` gives them; absent when they were not read. */
  readonly formulas?: readonly (readonly string[])[];
  readonly maxRows: number;
  /** Last sheet row with anything in it, where only the header was read. */
  readonly lastRow?: number;
  /** Last sheet row that the table's defined names reach; absent without names. */
  readonly namesReach?: number;
};

/** State of a table whose tab does not exist. */
export function absentTable(table: Table): TableState {
  return {
    table,
    present: false,
    positions: {},
    headers: {},
    ownHeaders: [],
    unmarked: [],
    rows: [],
    lastRow: 0,
    maxRows: 0,
    lastColumn: 0,
    formulaCells: new Set(),
    unreadable: new Set(),
    shortNames: false,
    newIds: {},
    problems: [],
  };
}

/**
 * Parses one tab. `counter` is the highest id number given so far: rows
 * without an id, or with a doubled one, are promised the next numbers.
 */
export function parseTable(
  table: Table,
  raw: RawTab,
  counter: number,
): TableState {
  const header = raw.values[0] ?? [];
  const columns = locateColumns(table, header.map(String), raw.notes);
  const problems = [...columns.problems];
  const unreadable = new Set<string>();
  const own = ownColumns(table, header.map(String), columns);
  const drafts = parseRows(table, raw, columns, own, problems, unreadable);
  const shortNames =
    raw.namesReach !== undefined && raw.namesReach < raw.maxRows;
  if (shortNames) {
    problems.push({
      severity: "warning",
      tab: table.title,
      message:
        "Формулы ещё не видят всех строк вкладки: внизу добавлены новые или имена диапазонов сбились. Следующее действие с этой вкладкой или «Проверить и исправить» это поправит.",
    });
  }
  const { rows, newIds } = giveIds(table, drafts, counter, problems);
  const timeline = readTimeline(raw);
  return {
    table,
    present: true,
    positions: columns.positions,
    headers: columns.headers,
    ownHeaders: [...own.keys()],
    unmarked: columns.unmarked,
    rows,
    lastRow: raw.lastRow ?? lastFilledRow(raw.values),
    maxRows: raw.maxRows,
    lastColumn: lastFilledColumn(header, timelineColumns(timeline)),
    formulaCells: formulaCells(raw.formulas),
    unreadable,
    shortNames,
    newIds,
    problems,
    timeline,
  };
}

type Draft = {
  readonly id: string;
  readonly row: number;
  readonly values: Record<string, CellValue>;
  readonly own?: NonNullable<Row["own"]>;
};

/**
 * Own key → index of a column of the curator's own; the leftmost of two with
 * one header counts. The key is the header, or, where a column of the add-on
 * has that key, the header with a space, which no header ends with.
 */
function ownColumns(
  table: Table,
  header: readonly string[],
  { positions }: Located,
): ReadonlyMap<string, number> {
  const taken = new Set([AGE.key, ...table.columns.map(({ key }) => key)]);
  const known = new Set(Object.values(positions));
  const own = new Map<string, number>();
  header.forEach((text, index) => {
    const title = text.trim();
    const key = taken.has(title) ? `${title} ` : title;
    if (title !== "" && !own.has(key) && !known.has(index + 1)) {
      own.set(key, index);
    }
  });
  return table.keepsOwn === true ? own : new Map();
}

function ownCells(
  own: ReadonlyMap<string, number>,
  cells: readonly RawCell[],
): NonNullable<Row["own"]> {
  const values = plainRecord<string | number>();
  for (const [title, at] of own) {
    const cell = cells[at] ?? "";
    if (typeof cell === "number") {
      values[title] = cell;
    } else if (isFilled(cell)) {
      values[title] =
        typeof cell === "object"
          ? russianDate(cell.date)
          : cell === true
            ? "да"
            : String(cell);
    }
  }
  return values;
}

/** Rows with anything typed in; derived columns alone do not make a row. */
function parseRows(
  table: Table,
  raw: RawTab,
  columns: Located,
  own: ReadonlyMap<string, number>,
  problems: Problem[],
  unreadable: Set<string>,
): Draft[] {
  const present = table.columns.flatMap((column) => {
    const position = columns.positions[column.key];
    return position === undefined ? [] : [{ column, at: position - 1 }];
  });
  return raw.values.slice(1).flatMap((cells, index): Draft[] => {
    const filled = present.some(
      ({ column, at }) => column.derived !== true && isFilled(cells[at]),
    );
    if (!filled) {
      return [];
    }
    const row = index + 2;
    const values: Record<string, CellValue> = {};
    for (const { column, at } of present) {
      const parsed = parseCell(column, cells[at] ?? "");
      values[column.key] = parsed.value;
      if (parsed.problem !== undefined) {
        unreadable.add(`${row}:${column.key}`);
        problems.push(cellProblem(table, columns, column, row, parsed.problem));
      }
    }
    const draft = { id: String(values[ID] ?? "").trim(), row, values };
    return [own.size === 0 ? draft : { ...draft, own: ownCells(own, cells) }];
  });
}

function isFilled(cell: RawCell | undefined): boolean {
  return cell !== undefined && cell !== "" && cell !== false;
}

function cellProblem(
  table: Table,
  columns: Located,
  column: Column,
  row: number,
  message: string,
): Problem {
  return {
    severity: "error",
    tab: table.title,
    row,
    column: columns.headers[column.key] ?? column.header,
    message,
  };
}

function giveIds(
  table: Table,
  drafts: readonly Draft[],
  counter: number,
  problems: Problem[],
): { rows: Row[]; newIds: Record<number, string> } {
  const newIds: Record<number, string> = {};
  if (table.prefix === "") {
    return { rows: drafts.filter((draft) => draft.id !== ""), newIds };
  }
  let highest = counter;
  for (const draft of drafts) {
    highest = Math.max(highest, rowNumberOfId(table, draft.id));
  }
  const seen = new Set<string>();
  const rows = drafts.map((draft) => {
    if (draft.id !== "" && !seen.has(draft.id)) {
      seen.add(draft.id);
      return draft;
    }
    highest += 1;
    const id = rowId(table, highest);
    newIds[draft.row] = id;
    seen.add(id);
    if (draft.id !== "") {
      problems.push({
        severity: "warning",
        tab: table.title,
        row: draft.row,
        column: "Код",
        message: `Код «${quote(draft.id)}» уже есть выше. Строка получит новый код ${id}.`,
      });
    }
    return { ...draft, id };
  });
  return { rows, newIds };
}

function lastFilledRow(values: RawTab["values"]): number {
  for (let index = values.length - 1; index >= 0; index--) {
    if ((values[index] ?? []).some((cell) => cell !== "")) {
      return index + 1;
    }
  }
  return 0;
}

/** @param beside - Columns of the timeline, which are none of the table's. */
function lastFilledColumn(
  header: readonly RawCell[],
  beside: readonly number[],
): number {
  for (let index = header.length - 1; index >= 0; index--) {
    if (header[index] !== "" && !beside.includes(index + 1)) {
      return index + 1;
    }
  }
  return 0;
}

function formulaCells(formulas: RawTab["formulas"]): Set<string> {
  const cells = new Set<string>();
  (formulas ?? []).forEach((row, at) => {
    row.forEach((formula, column) => {
      if (formula !== "") {
        cells.add(`${at + 1}:${column + 1}`);
      }
    });
  });
  return cells;
}
