/** The two banks, where both are meant. */
import { type Book, type Row, rowsOf } from "./book";

export type Bank = "mentees" | "mentors";
export const BANKS: readonly Bank[] = ["mentees", "mentors"];

export type BankRow = { readonly bank: Bank; readonly row: Row };

/** Everybody of both banks, whatever their status. */
export function bankRows(book: Book): readonly BankRow[] {
  return BANKS.flatMap((bank) =>
    rowsOf(book, bank).map((row) => ({ bank, row })),
  );
}
