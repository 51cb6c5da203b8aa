/** The order in which Google sorts: numbers, text, yes/no; the same for scripts, SORT and the page. */
import type { ICellData } from "@univerjs/core";

/** Null for a blank; an error is an object of the engine. */
export type SortItem = string | number | boolean | object | null;

/** CellValueType, which is no value where the engine is loaded late. */
const NUMBER = 2;
const BOOLEAN = 3;

/** The cell's value as it is sorted. */
export function sortItem(cell: ICellData | null | undefined): SortItem {
  const value = cell?.v;
  if (value === null || value === undefined || value === "") return null;
  if (cell?.t === NUMBER) return Number(value);
  return cell?.t === BOOLEAN ? Number(value) === 1 : String(value);
}

/** For Array.sort. Blanks are last whatever the direction; ё is a letter after е. */
export function compareSorted(
  left: SortItem,
  right: SortItem,
  isUp: boolean,
): number {
  if (left === null || right === null) {
    return Number(left === null) - Number(right === null);
  }
  const order = rankOf(left) - rankOf(right) || compareAlike(left, right);
  return isUp ? order : -order;
}

const WORDS = new Intl.Collator("ru");

function compareAlike(left: SortItem, right: SortItem): number {
  return typeof left === "string"
    ? WORDS.compare(left, String(right))
    : Number(left) - Number(right);
}

function rankOf(item: SortItem): number {
  if (typeof item === "number") return 0;
  return typeof item === "string" ? 1 : 2;
}
