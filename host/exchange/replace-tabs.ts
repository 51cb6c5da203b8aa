/** Takes the old tabs out of a book that gets new ones. */
import type { Book } from "../services/book";
import { univerModules } from "../services/univer";

const REMOVE_NAME = "formula.mutation.remove-defined-name";

/**
 * Frees the titles and names of all tabs; the tabs stay until `removeTabs`.
 *
 * @returns Ids of the tabs.
 */
export function setAside(book: Book): readonly string[] {
  const names = book.engine.injector.get(
    univerModules.formula.IDefinedNamesService,
  );
  for (const name of Object.values(names.getDefinedNameMap(book.id) ?? {})) {
    book.mutate(REMOVE_NAME, { ...name });
  }
  return book.workbook.getSheets().map((sheet, index) => {
    const subUnitId = sheet.getSheetId();
    // Formulas need not follow: they go with their tabs.
    book.mutate("sheet.mutation.set-worksheet-name", {
      subUnitId,
      name: `~${index} ${univerModules.core.generateRandomId()}`,
    });
    return subUnitId;
  });
}

/** Removes tabs with all that stands on them: rules, protections, form links. */
export function removeTabs(book: Book, ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const subUnitId of ids) {
    book.restructure(
      "sheet.command.remove-sheet",
      "sheet.mutation.remove-sheet",
      { subUnitId, subUnitName: book.worksheet(subUnitId).getName() },
    );
  }
  const gone = new Set(ids);
  const { formUrls, protections } = book.facts();
  book.setFacts({
    formUrls: Object.fromEntries(
      Object.entries(formUrls).filter(([id]) => !gone.has(id)),
    ),
    protections: protections.filter(({ sheetId }) => !gone.has(sheetId)),
  });
}
