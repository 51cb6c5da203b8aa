/** Where the people come from: a file, pasted text or a tab of the book, as one grid. */

import * as z from "zod/mini";
import type { Book, ForeignTab } from "../../book/book";
import type { RawCell } from "../../book/parse-cell";
import { UserError } from "../../domain/errors";
import { type Merge, spreadMerges } from "../../domain/import/merges";
import { readDelimited } from "../../domain/import/read-delimited";
import { russianDate } from "../../domain/language/dates";
import { GRID_MARK } from "../../shared/sheet-grid";

export type Source = {
  readonly rows: readonly (readonly string[])[];
  /** Title of the sheet or tab, "" without one. */
  readonly title: string;
  /** The tab itself, when it is one of this book. */
  readonly tab: ForeignTab | null;
};

const side = z.number().check(z.int(), z.positive());
const grid = z.object({
  sheet: z.string(),
  rows: z.array(z.array(z.string())),
  merges: z.array(z.tuple([side, side, side, side])),
});

/** Times of day come as moments of the day spreadsheets count from. */
const BEFORE_DATES = "1900-01-01";

/** @throws UserError `INPUT` when nothing or more than one thing is given. */
export function sourceOf(
  book: Book,
  input: { readonly file: string; readonly text: string; readonly tab: string },
): Source {
  const given = [input.file, input.text, input.tab].filter(
    (text) => text.trim() !== "",
  );
  if (given.length === 0) {
    throw new UserError(
      "INPUT",
      "Список пуст. Выберите файл, вставьте таблицу вместе со строкой заголовков или выберите вкладку.",
    );
  }
  if (given.length > 1) {
    throw new UserError(
      "INPUT",
      "Указано несколько списков сразу. Оставьте что-нибудь одно: файл, вставленную таблицу или вкладку.",
    );
  }
  if (input.tab.trim() !== "") {
    const { rows, merges, title, tab } = gridOfTab(book, "Загрузить людей…");
    return { rows: spreadMerges(rows, merges), title, tab };
  }
  return textSource(input.file.trim() === "" ? input.text : input.file);
}

/** A sheet as texts, merged cells told apart. */
export type Grid = {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  readonly title: string;
};

/** A grid out of the text of a .csv or of one sheet of an .xlsx. */
export function textSource(text: string): Source {
  const sheet = gridOfFile(text);
  return sheet === null
    ? { rows: readDelimited(text).rows, title: "", tab: null }
    : {
        rows: spreadMerges(sheet.rows, sheet.merges),
        title: sheet.title,
        tab: null,
      };
}

/** The sheet that the panel sends in place of a file's text; null for text. */
export function gridOfFile(text: string): Grid | null {
  if (!text.startsWith(GRID_MARK)) {
    return null;
  }
  try {
    const { sheet, ...rest } = grid.parse(JSON.parse(text));
    return { ...rest, title: sheet };
  } catch {
    // A list that only begins like one is read as any other text.
    return null;
  }
}

/**
 * The tab of this book that the input chose.
 *
 * @param action - Caption to open again when the tab has gone.
 * @throws UserError `TAB_MISSING`.
 */
export function gridOfTab(
  book: Book,
  action: string,
): Grid & { readonly tab: ForeignTab } {
  const tab = book.foreign?.chosen ?? null;
  if (tab === null) {
    throw new UserError(
      "TAB_MISSING",
      `Выбранной вкладки нет: возможно, её удалили. Откройте «${action}» ещё раз и выберите вкладку.`,
    );
  }
  const rows = tab.raw.values.map((row, at) =>
    row.map((cell, column) => cellText(cell, tab.shown[at]?.[column] ?? "")),
  );
  return { rows, merges: tab.merges, title: tab.title, tab };
}

/** Numbers in full, days with their year; a time of day as it is shown. */
function cellText(cell: RawCell, shown: string): string {
  switch (typeof cell) {
    case "object":
      return cell.date < BEFORE_DATES ? shown : russianDate(cell.date);
    case "boolean":
      return cell ? "да" : "нет";
    default:
      return String(cell);
  }
}
