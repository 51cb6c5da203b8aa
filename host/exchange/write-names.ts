/** Names of ranges and formulas from a file, put into the book. */
import { readAddress, writeAbsolute } from "../services/a1";
import type { Book } from "../services/book";
import { univerModules } from "../services/univer";
import type { FileName } from "./file-book";
import { retitled } from "./retitled-book";

const SET = "formula.mutation.set-defined-name";
const WHOLE_BOOK = "AllDefaultWorkbook";

/**
 * @param ids - Title in the file → id of its tab in the book.
 * @param renamed - Title in the file → another title in the book.
 * @returns Russian sentences about names that were not taken.
 */
export function writeNames(
  book: Book,
  names: readonly FileName[],
  ids: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
): string[] {
  const service = book.engine.injector.get(
    univerModules.formula.IDefinedNamesService,
  );
  const taken = new Set(
    Object.values(service.getDefinedNameMap(book.id) ?? {}).map(({ name }) =>
      name.toLowerCase(),
    ),
  );
  const problems: string[] = [];
  for (const { name, formula, tab } of names) {
    if (taken.has(name.toLowerCase())) {
      problems.push(`Имя «${name}» в книге уже есть, из файла не взято.`);
      continue;
    }
    taken.add(name.toLowerCase());
    book.mutate(SET, {
      id: univerModules.core.generateRandomId(),
      name,
      formulaOrRefString: reference(book, formula, renamed),
      localSheetId: (tab === null ? undefined : ids.get(tab)) ?? WHOLE_BOOK,
    });
  }
  return problems;
}

/** A range as the host writes it, anything else as a formula. */
function reference(
  book: Book,
  formula: string,
  renamed: ReadonlyMap<string, string>,
): string {
  const followed = retitled(formula, "", renamed);
  const address = readAddress(followed);
  const sheet = book.workbook.getSheetBySheetName(address?.sheetName ?? "");
  if (address === null || !sheet) return `=${followed}`;
  return writeAbsolute(sheet.getName(), {
    startRow: address.startRow ?? 0,
    startColumn: address.startColumn ?? 0,
    endRow: address.endRow ?? sheet.getRowCount() - 1,
    endColumn: address.endColumn ?? sheet.getColumnCount() - 1,
  });
}
