/** Range: merging, selecting, bounds, developer metadata. */
import type { Book } from "./book";
import { clearContents } from "./cells";
import { type DeveloperMetadata, metadataAt } from "./metadata";
import { DeveloperMetadataFinder } from "./metadata-finder";
import { addMetadata, wholeLine } from "./metadata-store";
import { RangeCells } from "./range-cells";
import { select, setCurrentCell } from "./selection";
import { ServiceError } from "./service-object";
import type { AreaObject } from "./sheets-context";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const { Rectangle } = univerModules.core;
/** Where merged cells of a copied block come to lie, repeated as the block is. */
export function copyMerges(
  book: Book,
  from: { readonly sheetId: string; readonly area: Area },
  to: { readonly sheetId: string; readonly area: Area },
): void {
  const rows = from.area.endRow - from.area.startRow + 1;
  const columns = from.area.endColumn - from.area.startColumn + 1;
  const inside = mergesIn(book, from.sheetId, from.area).filter((merged) =>
    Rectangle.contains(from.area, merged),
  );
  const covered = mergesIn(book, to.sheetId, to.area);
  if (covered.length > 0) {
    const gone = { subUnitId: to.sheetId, ranges: covered };
    book.mutate(UNMERGE, gone);
  }
  const ranges: Area[] = [];
  for (let row = to.area.startRow; row <= to.area.endRow; row += rows) {
    for (
      let column = to.area.startColumn;
      column <= to.area.endColumn;
      column += columns
    ) {
      const down = row - from.area.startRow;
      const right = column - from.area.startColumn;
      for (const merged of inside) {
        ranges.push({
          startRow: merged.startRow + down,
          endRow: merged.endRow + down,
          startColumn: merged.startColumn + right,
          endColumn: merged.endColumn + right,
        });
      }
    }
  }
  if (ranges.length > 0) {
    book.mutate(MERGE, { subUnitId: to.sheetId, ranges });
  }
}

function mergesIn(book: Book, sheetId: string, area: Area): Area[] {
  return book
    .worksheet(sheetId)
    .getMergeData()
    .filter((merged) => Rectangle.intersects(merged, area))
    .map(({ startRow, endRow, startColumn, endColumn }) => ({
      startRow,
      endRow,
      startColumn,
      endColumn,
    }));
}

const MERGE = "sheet.mutation.add-worksheet-merge";
const UNMERGE = "sheet.mutation.remove-worksheet-merge";

/** Members about the range as a whole; the sixth link of the Range class. */
export abstract class RangeMerges extends RangeCells {
  /** Only the first cell keeps its contents, as on Google. */
  merge(): this {
    return this.#merge([this.area]);
  }

  mergeAcross(): this {
    const { startRow, endRow } = this.area;
    return this.#merge(
      linesOf(startRow, endRow).map((row) => ({
        ...this.area,
        startRow: row,
        endRow: row,
      })),
    );
  }

  mergeVertically(): this {
    const { startColumn, endColumn } = this.area;
    return this.#merge(
      linesOf(startColumn, endColumn).map((column) => ({
        ...this.area,
        startColumn: column,
        endColumn: column,
      })),
    );
  }

  #merge(areas: readonly Area[]): this {
    this.breakApart();
    const ranges = areas.filter(
      (area) =>
        area.startRow !== area.endRow || area.startColumn !== area.endColumn,
    );
    if (ranges.length === 0) return this;
    const { book } = this.context;
    for (const area of ranges) {
      const below = { ...area, startRow: area.startRow + 1 };
      const beside = {
        ...area,
        endRow: area.startRow,
        startColumn: area.startColumn + 1,
      };
      clearContents(book, this.sheetId, below);
      clearContents(book, this.sheetId, beside);
    }
    book.mutate(MERGE, {
      subUnitId: this.sheetId,
      ranges: ranges.map((area) => ({ ...area })),
    });
    return this;
  }

  #merged(): readonly Area[] {
    return mergesIn(this.context.book, this.sheetId, this.area);
  }

  breakApart(): this {
    const merged = this.#merged();
    if (merged.some((area) => !Rectangle.contains(this.area, area))) {
      throw new ServiceError(
        "You must select all cells in a merged range to merge or unmerge them.",
      );
    }
    if (merged.length > 0) {
      this.context.book.mutate(UNMERGE, {
        subUnitId: this.sheetId,
        ranges: [{ ...this.area }],
      });
    }
    return this;
  }

  isPartOfMerge(): boolean {
    return this.#merged().length > 0;
  }

  getMergedRanges(): AreaObject[] {
    return this.#merged().map((area) =>
      this.context.makeRange(this.sheetId, area),
    );
  }

  activate(): this {
    select([this]);
    return this;
  }

  activateAsCurrentCell(): this {
    setCurrentCell(this);
    return this;
  }

  #size(): { readonly rows: number; readonly columns: number } {
    const sheet = this.context.book.worksheet(this.sheetId);
    return { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  }

  /** A range of whole columns has no rows for bounds. */
  isStartRowBounded(): boolean {
    return !this.#hasAllRows();
  }

  isEndRowBounded(): boolean {
    return !this.#hasAllRows();
  }

  isStartColumnBounded(): boolean {
    return !this.#hasAllColumns();
  }

  isEndColumnBounded(): boolean {
    return !this.#hasAllColumns();
  }

  #hasAllRows(): boolean {
    return this.area.startRow === 0 && this.getNumRows() === this.#size().rows;
  }

  #hasAllColumns(): boolean {
    return (
      this.area.startColumn === 0 &&
      this.getNumColumns() === this.#size().columns
    );
  }

  /** (key), (key, visibility), (key, value) or (key, value, visibility). */
  addDeveloperMetadata(...given: unknown[]): this {
    const { context, sheetId, area } = this;
    const line = wholeLine(context, sheetId, area);
    addMetadata(context, { sheetId, area: line }, given);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const { sheetId, area } = this;
    return metadataAt(this.context, { sheetId, area });
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { sheetId, area } = this;
    return new DeveloperMetadataFinder(this.context, { sheetId, area });
  }
}

function linesOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
