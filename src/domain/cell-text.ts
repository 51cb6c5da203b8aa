/** Texts too long for a cell. */

/** Most characters a cell of Google Sheets and of Excel's kin holds. */
export const MAX_CELL_CHARACTERS = 50_000;

const MARK = "… [текст обрезан: в ячейку больше не помещается]";

/** The text, or its beginning with a mark that the rest is missing. */
export function cutToCell(text: string): string {
  if (text.length <= MAX_CELL_CHARACTERS) {
    return text;
  }
  const kept = text.slice(0, MAX_CELL_CHARACTERS - MARK.length);
  // Half of a surrogate pair is no character.
  return kept.replace(/[\ud800-\udbff]$/, "") + MARK;
}
