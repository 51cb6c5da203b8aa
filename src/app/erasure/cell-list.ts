/** The cells that an erasure changes, one by one, for the preview. */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { Section } from "../../shared/rpc";

/** More lines are read by nobody; the counts by tab stand above them. */
const MAX_CELLS = 200;

type Line = readonly [place: string, column: string, after: string];

export function cellList(book: Book, edits: readonly Edit[]): Section {
  const lines = edits.flatMap((edit) => lineOf(book, edit));
  const more = lines.length - MAX_CELLS;
  return {
    title: "По ячейкам",
    headers: ["Строка", "Графа", "Станет"],
    rows: lines.slice(0, MAX_CELLS),
    ...(more > 0 ? { lines: [`И ещё ячеек: ${more}.`] } : {}),
  };
}

function lineOf(book: Book, edit: Edit): Line[] {
  if (edit.kind !== "set" && edit.kind !== "cell" && edit.kind !== "delete") {
    return [];
  }
  const { table, headers, rows } = book.tables[edit.table];
  const row = rows.find(({ id }) => id === edit.row)?.row ?? 0;
  const place = `${table.title}, ${row}`;
  switch (edit.kind) {
    case "delete":
      return [[place, "вся строка", "удалена"]];
    case "set":
      return [[place, headers[edit.column] ?? edit.column, shown(edit.value)]];
    default: {
      const header = book.cells?.[edit.table]?.values[0]?.[edit.column - 1];
      return [[place, String(header ?? ""), shown(edit.value)]];
    }
  }
}

/** Texts that stay with a code in place of the name are shown by their start. */
function shown(value: unknown): string {
  const text =
    typeof value === "object" && value !== null
      ? Object.values(value).join()
      : String(value ?? "");
  return text === "" ? "пусто" : text.slice(0, 60);
}
