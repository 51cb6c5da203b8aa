/** Full titles of tabs that the host's own export had to cut. */
import { readTitles } from "../services/export-titles";
import type { FileBook, FileTab } from "./file-book";
import { retitledBook } from "./retitled-book";

/**
 * @param book - Tabs in the order of the file.
 * @param description - Of the file's properties.
 */
export function withOwnTitles(book: FileBook, description: string): FileBook {
  const full = readTitles(description);
  const taken = new Set(book.tabs.map(({ title }) => title.toLowerCase()));
  const renamed = new Map<string, string>();
  book.tabs.forEach((tab: FileTab, index) => {
    const title = full.get(index);
    if (title === undefined || taken.has(title.toLowerCase())) return;
    taken.add(title.toLowerCase());
    renamed.set(tab.title, title);
  });
  return renamed.size === 0 ? book : retitledBook(book, renamed);
}
