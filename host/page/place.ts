/** Where the curator is in the book, so that loading it again does not move her. */
import type { FUniver, IRange } from "@univerjs/presets";
import { scrollTo } from "./drawn-book";

export type Place = {
  readonly sheetId: string;
  readonly selected: IRange | null;
  /** First row and column in sight below and beside the frozen ones, 0-based. */
  readonly row: number;
  readonly column: number;
};

/** Null before the first book. */
export function placeOf(api: FUniver): Place | null {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  if (!sheet) return null;
  const scroll = sheet.getScrollState();
  return {
    sheetId: sheet.getSheetId(),
    selected: sheet.getActiveRange()?.getRange() ?? null,
    row: scroll?.sheetViewStartRow ?? 0,
    column: scroll?.sheetViewStartColumn ?? 0,
  };
}

/** Goes back there as far as it still exists. */
export function returnTo(api: FUniver, place: Place | null): void {
  const book = api.getActiveWorkbook();
  const sheet = place && book?.getSheetBySheetId(place.sheetId);
  if (!place || !book || !sheet) return;
  book.setActiveSheet(sheet);
  const { selected } = place;
  const isInside =
    selected !== null &&
    selected.endRow < sheet.getMaxRows() &&
    selected.endColumn < sheet.getMaxColumns();
  if (isInside) sheet.getRange(selected).activate();
  scrollTo(sheet, place.row, place.column);
}
