/** Which cells of the book hold something of given people, and what becomes of each. */
import { masked, type Seeker } from "../domain/erasure/traces";
import type { Problem } from "../shared/rpc";
import { type Book, listOf, type Row, type TableState, textOf } from "./book";
import type { Edit } from "./edits";
import {
  type Concern,
  codeTest,
  columnStays,
  concernOf,
  isAccount,
  isCounted,
  marksOf,
  wishesWithout,
} from "./erase-rules";
import type { RawCell } from "./parse-cell";
import type { CellValue, Column, TableId } from "./table";
import { TABLE_IDS } from "./tables/tables";

export type ErasedCells = {
  readonly edits: readonly Edit[];
  /** Tabs with how many of their rows and cells are concerned. */
  readonly places: readonly {
    readonly table: TableId;
    readonly title: string;
    readonly rows: number;
    readonly cells: number;
  }[];
  /** What stays because nobody but the curator can tell or change it. */
  readonly problems: readonly Problem[];
  /** Ids of the rows that are about these people: banks, pairs, consents, answers. */
  readonly ids: ReadonlySet<string>;
};

/** Tabs in which nothing of a participant is looked for: officials, and the store of undo. */
const SKIPPED: readonly TableId[] = ["settings", "undo"];

/**
 * Everything the tabs hold of these people, as edits that leave codes, dates
 * and marks for the count. `book.cells` must be there.
 */
export function eraseCells(
  book: Book,
  people: readonly Row[],
  seek: Seeker,
  today: string,
): ErasedCells {
  const persons = new Set(people.map(({ id }) => id));
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  const ids = new Set(persons);
  const places: ErasedCells["places"][number][] = [];
  for (const table of TABLE_IDS.filter((id) => !SKIPPED.includes(id))) {
    const state = book.tables[table];
    const columns = columnsByPosition(state);
    const place = { book, state, columns, persons, seek, today, problems };
    const own = state.rows.flatMap((row): Edit[] => {
      const concern = concernOf(table, row, persons);
      if (concern !== "other") {
        ids.add(row.id);
      }
      return rowEdits({ ...place, row, concern });
    });
    problems.push(...strayRows(book, state, seek));
    if (own.length > 0) {
      edits.push(...own);
      places.push({
        table,
        title: state.table.title,
        rows: new Set(own.map((edit) => ("row" in edit ? edit.row : ""))).size,
        cells: own.filter((edit) => !isMark(edit)).length,
      });
    }
  }
  return { edits, places, problems, ids };
}

/** Marks that an erasure leaves behind are no places of data. */
function isMark(edit: Edit): boolean {
  return (
    edit.kind === "set" && ["erased", "status", "consent"].includes(edit.column)
  );
}

type Place = {
  readonly book: Book;
  readonly state: TableState;
  /** Sheet column → column of the table. */
  readonly columns: ReadonlyMap<number, Column>;
  readonly row: Row;
  readonly concern: Concern;
  readonly persons: ReadonlySet<string>;
  readonly seek: Seeker;
  readonly today: string;
  readonly problems: Problem[];
};

function rowEdits(place: Place): Edit[] {
  const { state, row, concern, persons, today } = place;
  const table = state.table.id;
  if (table === "pairRules") {
    return ruleEdits(place);
  }
  if (
    table === "pairs" &&
    concern === "about" &&
    textOf(row, "status") === "черновик"
  ) {
    return [{ kind: "delete", table, row: row.id }];
  }
  return [
    ...cellEdits(place),
    ...sets(state, row, marksOf(table, row, concern, today)),
    ...(table === "mentees" || table === "mentors"
      ? sets(state, row, wishesWithout(row, persons))
      : []),
  ];
}

/** Sets of what is not so yet. */
function sets(
  state: TableState,
  row: Row,
  values: Readonly<Record<string, CellValue>>,
): Edit[] {
  return Object.entries(values)
    .filter(([column, value]) => (row.values[column] ?? null) !== value)
    .map(([column, value]) => ({
      kind: "set",
      table: state.table.id,
      row: row.id,
      column,
      value,
    }));
}

/** A rule loses the codes; one that says nothing without them goes. */
function ruleEdits(place: Place): Edit[] {
  const { state, row, persons } = place;
  const isTheirs = codeTest(persons);
  const changed = ["menteeIds", "mentorIds"].flatMap((key) => {
    const items = listOf(row, key);
    const left = items.filter((item) => !isTheirs(item));
    return left.length === items.length ? [] : [{ key, left }];
  });
  if (changed.length === 0) {
    return cellEdits(place);
  }
  if (changed.some(({ left }) => left.length === 0)) {
    return [{ kind: "delete", table: state.table.id, row: row.id }];
  }
  return sets(state, row, {
    ...Object.fromEntries(
      changed.map(({ key, left }) => [key, left.join("; ")]),
    ),
    reason: null,
  });
}

/** The cells of a row that hold something, known columns and the curator's own. */
function cellEdits(place: Place): Edit[] {
  const { book, state, row } = place;
  return rawRow(book, state, row.row).flatMap((cell, index) =>
    cell === "" ? [] : cellEdit(place, index + 1, cell),
  );
}

function cellEdit(place: Place, position: number, cell: RawCell): Edit[] {
  const { state, row, columns, concern } = place;
  const table = state.table.id;
  const column = columns.get(position);
  const value = columnStays(table, concern, column)
    ? maskedCell(place, column, cell)
    : "";
  if (value === cell) {
    return [];
  }
  if (state.formulaCells.has(`${row.row}:${position}`)) {
    return column?.derived === true ? [] : formulaProblem(place, position);
  }
  const isReadable =
    column !== undefined && !state.unreadable.has(`${row.row}:${column.key}`);
  return [
    isReadable
      ? {
          kind: "set",
          table,
          row: row.id,
          column: column.key,
          value: value === "" ? null : String(value),
        }
      : {
          kind: "cell",
          table,
          row: row.id,
          column: position,
          value,
          old: cell,
        },
  ];
}

function formulaProblem({ state, row, problems }: Place, position: number): [] {
  problems.push({
    severity: "warning",
    tab: state.table.title,
    row: row.row,
    message: `В графе ${position} стоит Ваша формула: надстройка её не меняет. Посмотрите, не осталось ли в ней данных человека.`,
  });
  return [];
}

function maskedCell(
  { state, row, seek, problems }: Place,
  column: Column | undefined,
  cell: RawCell,
): RawCell {
  const isKept =
    typeof cell === "boolean" ||
    typeof cell === "object" ||
    (column !== undefined &&
      (isAccount(column) || (typeof cell === "number" && isCounted(column))));
  if (isKept) {
    return cell;
  }
  const text = String(cell);
  const traces = seek(text);
  if (traces.some(({ isDoubtful }) => isDoubtful)) {
    problems.push({
      severity: "warning",
      tab: state.table.title,
      row: row.row,
      ...(column === undefined
        ? {}
        : { column: state.headers[column.key] ?? column.header }),
      message:
        "Фамилия стоит одна, а носят её и другие: о ком речь, знаете Вы. Если об этом человеке, исправьте сами.",
    });
  }
  const left = masked(text, traces);
  return left === text ? cell : left;
}

/** Rows that the book does not read as rows, with a trace in them. */
function strayRows(book: Book, state: TableState, seek: Seeker): Problem[] {
  const known = new Set(state.rows.map(({ row }) => row));
  const { values = [] } = book.cells?.[state.table.id] ?? {};
  return values.flatMap((cells, index): Problem[] => {
    const row = index + 1;
    const hasTrace =
      row > 1 &&
      !known.has(row) &&
      cells.some((cell) => typeof cell === "string" && seek(cell).length > 0);
    return hasTrace
      ? [
          {
            severity: "warning",
            tab: state.table.title,
            row,
            message:
              "В строке без кода названо имя или контакт. Надстройка такие строки не меняет: исправьте сами.",
          },
        ]
      : [];
  });
}

function rawRow(
  book: Book,
  state: TableState,
  row: number,
): readonly RawCell[] {
  if (!state.present) {
    return [];
  }
  const raw = book.cells?.[state.table.id];
  if (raw === undefined) {
    throw new RangeError(
      `eraseCells: the cells of ${state.table.id} are not read`,
    );
  }
  return raw.values[row - 1] ?? [];
}

function columnsByPosition({
  table,
  positions,
}: TableState): ReadonlyMap<number, Column> {
  return new Map(
    table.columns.flatMap((column) => {
      const position = positions[column.key];
      return position === undefined ? [] : [[position, column] as const];
    }),
  );
}
