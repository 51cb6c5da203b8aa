/** How people are called in previews: by name, or by mark in the mode «По кодам». */
import { type Book, findRow } from "../../book/book";
import { personName } from "../../book/derive";

/** An id that is in neither bank is shown as it is. */
export function nameOf(book: Book, id: string): string {
  const row = findRow(book, "mentors", id) ?? findRow(book, "mentees", id);
  return row === null ? id : personName(row);
}

/** The same for one book, as explanations want it. */
export function namesIn(book: Book): (id: string) => string {
  return (id) => nameOf(book, id);
}
