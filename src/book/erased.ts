/** Rows of the banks that have lost their person and stay for the count. */
import { type Row, textOf } from "./book";

export function isErased(row: Row): boolean {
  return textOf(row, "erased") !== "";
}
