/** Texts longer than a cell holds are cut with a mark, so that one of them does not stop all. */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { type CellValue, columnOf } from "../../book/table";
import { cutToCell, MAX_CELL_CHARACTERS } from "../../domain/cell-text";
import type { Problem } from "../../shared/rpc";

/** The edits with texts that fit, and where something was cut. */
export function fitCells(
  book: Book,
  edits: readonly Edit[],
): { edits: Edit[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const cutToFit = (edit: Edit, key: string, value: CellValue): CellValue => {
    if (typeof value !== "string" || value.length <= MAX_CELL_CHARACTERS) {
      return value;
    }
    const { table } = book.tables[edit.table];
    problems.push({
      severity: "warning",
      tab: table.title,
      column: columnOf(table, key).header,
      message: `Текст длиннее 50 000 знаков, ячейка столько не вмещает. Записано начало: «${value.slice(0, 40)}…». Полный текст остаётся там, откуда он взят.`,
    });
    return cutToCell(value);
  };
  const fitted = edits.map((edit): Edit => {
    if (edit.kind === "set") {
      return { ...edit, value: cutToFit(edit, edit.column, edit.value) };
    }
    if (edit.kind !== "insert") {
      return edit;
    }
    const values = Object.entries(edit.values).map(
      ([key, value]) => [key, cutToFit(edit, key, value)] as const,
    );
    return { ...edit, values: Object.fromEntries(values) };
  });
  return { edits: fitted, problems };
}
