/** Finds the columns of a table in row 1: by the key in the note, then by header. */
import type { Problem } from "../shared/rpc";
import { headerKey, keyInNote } from "./header";
import { type Column, ID, type Table } from "./table";

export type Located = {
  /** Column key → 1-based sheet column. */
  readonly positions: Readonly<Record<string, number>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Keys found by header only. */
  readonly unmarked: readonly string[];
  readonly problems: readonly Problem[];
};

/** A search under way. */
type Search = {
  readonly table: Table;
  readonly header: readonly string[];
  readonly positions: Record<string, number>;
  readonly headers: Record<string, string>;
  readonly taken: Set<number>;
  readonly problems: Problem[];
};

export function locateColumns(
  table: Table,
  header: readonly string[],
  notes: readonly string[],
): Located {
  const search: Search = {
    table,
    header,
    positions: {},
    headers: {},
    taken: new Set(),
    problems: [],
  };
  findByNotes(search, notes);
  const unmarked = table.columns
    .filter((column) => search.positions[column.key] === undefined)
    .filter((column) => findByHeader(search, column))
    .map((column) => column.key);
  reportLater(search);
  const { positions, headers, problems } = search;
  return { positions, headers, unmarked, problems };
}

function place(search: Search, key: string, index: number): void {
  search.positions[key] = index + 1;
  search.headers[key] = search.header[index] ?? "";
  search.taken.add(index);
}

/** The leftmost of two columns with one key wins. */
function findByNotes(search: Search, notes: readonly string[]): void {
  const known = new Set(search.table.columns.map((column) => column.key));
  notes.forEach((note, index) => {
    const key = keyInNote(note);
    if (key === null || !known.has(key)) {
      return;
    }
    if (search.positions[key] === undefined) {
      place(search, key, index);
      return;
    }
    search.taken.add(index);
    const title = search.header[index] ?? "";
    search.problems.push({
      severity: "warning",
      tab: search.table.title,
      row: 1,
      column: title,
      message: `Графа «${title}» повторяет графу «${search.headers[key] ?? ""}»: в примечаниях обоих заголовков один ключ «${key}». Учитывается левая; у лишней удалите примечание или саму графу.`,
    });
  });
}

/** True when the column was found; what was or was not found is reported. */
function findByHeader(search: Search, column: Column): boolean {
  const { table, header, taken } = search;
  const names = [column.header, ...(column.synonyms ?? [])].map(headerKey);
  const index = header.findIndex(
    (text, at) =>
      !taken.has(at) && text !== "" && names.includes(headerKey(text)),
  );
  if (index < 0 && column.later === true) {
    return false;
  }
  if (index < 0) {
    search.problems.push({
      severity:
        column.required === true || column.key === ID ? "error" : "warning",
      tab: table.title,
      row: 1,
      column: column.header,
      message: `На вкладке «${table.title}» нет графы «${column.header}». Верните прежний заголовок в строке 1 или выберите «Проверить и исправить»: графа будет добавлена справа.`,
    });
    return false;
  }
  place(search, column.key, index);
  const title = header[index] ?? "";
  search.problems.push({
    severity: "warning",
    tab: table.title,
    row: 1,
    column: title,
    message: `У заголовка «${title}» пропало примечание с ключом. Графа найдена по названию; «Проверить и исправить» вернёт примечание.`,
  });
  return true;
}

/** One remark for all columns that are newer than the book. */
function reportLater({ table, positions, problems }: Search): void {
  const missing = table.columns.filter(
    ({ key, later }) => later === true && positions[key] === undefined,
  );
  if (missing.length > 0) {
    problems.push({
      severity: "warning",
      tab: table.title,
      row: 1,
      message: `На вкладке «${table.title}» ещё нет новых граф: ${missing.map(({ header }) => `«${header}»`).join(", ")}. «Проверить и исправить» добавит их справа; без них всё работает как прежде.`,
    });
  }
}
