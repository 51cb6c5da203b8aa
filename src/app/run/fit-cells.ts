/** Texts longer than a cell holds are cut with a mark, so that one of them does not stop all. */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { type CellValue, columnOf } from "../../book/table";
import type { Problem } from "../../shared/rpc";

/** Google's limit is 50,000 characters; the rest is for the mark. */
const MAX_LENGTH = 49_900;

const MARK = "… [текст обрезан: в ячейку больше не помещается]";

/** The edits with texts that fit, and where something was cut. */
export function fitCells(
  book: Book,
  edits: readonly Edit[],
): { edits: Edit[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const cutToFit = (edit: Edit, key: string, value: CellValue): CellValue => {
    if (typeof value !== "string" || value.length <= MAX_LENGTH) {
      return value;
    }
    const { table } = book.tables[edit.table];
    problems.push({
      severity: "warning",
      tab: table.title,
      column: columnOf(table, key).header,
      message: `Текст длиннее 50 000 знаков, ячейка столько не вмещает. Записано начало: «${value.slice(0, 40)}…». Полный текст остаётся там, откуда он взят.`,
    });
    return value.slice(0, MAX_LENGTH) + MARK;
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
