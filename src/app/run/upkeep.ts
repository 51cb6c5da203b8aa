/** Names and formulas that are mended beside whatever else a plan writes. */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { hasRowFormulas, missingFormulas } from "../../book/row-formulas";
import type { TableId } from "../../book/table";
import type { Action, Plan } from "../plan";

/** The edits with names that reach again and the formulas rows lack; no edits and effects stay none. */
export function withUpkeep(
  book: Book,
  action: Action,
  plan: Plan,
  edits: readonly Edit[],
): Edit[] {
  if (edits.length + plan.effects.length === 0) {
    return [];
  }
  const names = action.needs
    .filter((id) => book.tables[id].shortNames)
    .map((table): Edit => ({ kind: "names", table }));
  return [...names, ...edits, ...formulaEdits(book, action, edits)];
}

function formulaEdits(
  book: Book,
  action: Action,
  edits: readonly Edit[],
): Edit[] {
  const widened = edits.flatMap((edit) =>
    edit.kind === "columns" ? [edit.table] : [],
  );
  const lacks = (id: TableId) =>
    hasRowFormulas(book.tables[id].table) &&
    (widened.includes(id) || missingFormulas(book.tables[id]).length > 0);
  return [...new Set([...action.needs, ...widened])]
    .filter(lacks)
    .map((table) => ({ kind: "formulas", table }));
}
