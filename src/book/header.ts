/** Header cells: the note that carries the key, and texts compared. */
import type { Column } from "./table";

const KEY_LINE = /(?:^|\n)ключ:\s*([A-Za-z][A-Za-z0-9]*)\s*$/;

/** Text of a header note; its last line carries the column's key. */
export function headerNote(column: Column): string {
  return `${column.note}\nключ: ${column.key}`;
}

/** Key in a header note, or null. */
export function keyInNote(note: string): string | null {
  return KEY_LINE.exec(note)?.[1] ?? null;
}

/** Header texts alike but for case, ё, spaces and punctuation are the same. */
export function headerKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^a-zа-я0-9]+/g, " ")
    .trim();
}
