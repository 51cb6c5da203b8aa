/** Developer metadata as the book keeps it: limits, places, kinds of place. */
import type { Book, StoredMetadata } from "./book";
import { defineEnum, EnumValue, ServiceError } from "./service-object";
import { mismatch, needText, type SheetsContext } from "./sheets-context";
import type { Area } from "./tracked-areas";

export const MetadataVisibility = defineEnum(
  "SpreadsheetApp.DeveloperMetadataVisibility",
  ["DOCUMENT", "PROJECT"],
);
export const MetadataLocationType = defineEnum(
  "SpreadsheetApp.DeveloperMetadataLocationType",
  ["SPREADSHEET", "SHEET", "ROW", "COLUMN"],
);
/** Letters of keys and values, for the book and for each tab: https://developers.google.com/workspace/sheets/api/guides/metadata */
const MAX_LETTERS = 30_000;

/** Where metadata stands; null for the whole book or the whole tab. */
export type MetadataPlace = {
  readonly sheetId: string | null;
  readonly area: Area | null;
};

/** All metadata of the book; lines reach as far as their tab does now. */
export function allOf(book: Book): readonly StoredMetadata[] {
  return (book.facts().metadata ?? []).map((stored) => {
    const { sheetId, area } = stored;
    if (sheetId === null || area === null) return stored;
    const sheet = book.worksheet(sheetId);
    return {
      ...stored,
      area:
        area.startColumn === OPEN
          ? { ...area, startColumn: 0, endColumn: sheet.getColumnCount() - 1 }
          : { ...area, startRow: 0, endRow: sheet.getRowCount() - 1 },
    };
  });
}

/** Stands for both ends of a line, so that no inserted row or column cuts it. */
const OPEN = -1;

/** A line without its ends, as it is kept. */
function lineOf(area: Area): Area {
  return isColumn(area)
    ? { ...area, startRow: OPEN, endRow: OPEN }
    : { ...area, startColumn: OPEN, endColumn: OPEN };
}

/**
 * (key), (key, visibility), (key, value) or (key, value, visibility).
 *
 * @throws ServiceError when the place has no room for more.
 */
export function addMetadata(
  context: SheetsContext,
  place: MetadataPlace,
  given: readonly unknown[],
): void {
  const [key, second, third] = given;
  const call = "addDeveloperMetadata";
  const visibility = [second, third].find((one) => one instanceof EnumValue);
  const value = typeof second === "string" ? second : null;
  const isKnown = given
    .slice(1)
    .every((one) => one === value || one === visibility);
  if (!isKnown || given.length > 3) throw mismatch(call, ...given);
  const { book } = context;
  const ids = new Set(allOf(book).map(({ id }) => id));
  let id: number;
  do id = 1 + Math.floor(Math.random() * 2_000_000_000);
  while (ids.has(id));
  save(book, [
    ...allOf(book),
    {
      id,
      ...place,
      key: needText(call, key),
      value,
      visibility: visibility?.name === "PROJECT" ? "PROJECT" : "DOCUMENT",
    },
  ]);
}

export function save(book: Book, metadata: readonly StoredMetadata[]): void {
  const sizes = new Map<string | null, number>();
  for (const { sheetId, key, value } of metadata) {
    const size = (sizes.get(sheetId) ?? 0) + key.length + (value?.length ?? 0);
    if (size > MAX_LETTERS) {
      throw new ServiceError(
        "The developer metadata storage limit is exceeded.",
      );
    }
    sizes.set(sheetId, size);
  }
  book.setFacts({
    metadata: metadata.map((stored) =>
      stored.area === null ? stored : { ...stored, area: lineOf(stored.area) },
    ),
  });
}

export function sameArea(left: Area | null, right: Area | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.startRow === right.startRow &&
    left.endRow === right.endRow &&
    left.startColumn === right.startColumn &&
    left.endColumn === right.endColumn
  );
}

export function isInside(inner: MetadataPlace, outer: MetadataPlace): boolean {
  if (outer.sheetId === null) return true;
  if (inner.sheetId !== outer.sheetId) return false;
  if (outer.area === null) return true;
  return (
    inner.area !== null &&
    inner.area.startRow >= outer.area.startRow &&
    inner.area.endRow <= outer.area.endRow &&
    inner.area.startColumn >= outer.area.startColumn &&
    inner.area.endColumn <= outer.area.endColumn
  );
}

/** Whether the place is on the way from the book to the other place, or inside it. */
export function touches(one: MetadataPlace, other: MetadataPlace): boolean {
  return isInside(one, other) || isInside(other, one);
}

export function typeOf({ sheetId, area }: MetadataPlace): EnumValue {
  if (sheetId === null) return MetadataLocationType.SPREADSHEET;
  if (area === null) return MetadataLocationType.SHEET;
  return isColumn(area)
    ? MetadataLocationType.COLUMN
    : MetadataLocationType.ROW;
}

/** A whole column has more than its first row. */
function isColumn(area: Area): boolean {
  return area.startRow === 0 && area.endRow > 0;
}

/** @throws ServiceError unless the area is one whole row or column. */
export function wholeLine(
  context: SheetsContext,
  sheetId: string,
  area: Area,
): Area {
  const sheet = context.book.worksheet(sheetId);
  const isRow =
    area.startRow === area.endRow &&
    area.startColumn === 0 &&
    area.endColumn === sheet.getColumnCount() - 1;
  const isWholeColumn =
    area.startColumn === area.endColumn &&
    area.startRow === 0 &&
    area.endRow === sheet.getRowCount() - 1;
  if (isRow || isWholeColumn) return area;
  throw new ServiceError(
    "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
  );
}
