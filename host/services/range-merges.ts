/** Range: merging, selecting, bounds, developer metadata. */
import { clearContents } from "./cells";
import { type DeveloperMetadata, metadataAt } from "./metadata";
import { DeveloperMetadataFinder } from "./metadata-finder";
import { addMetadata, wholeLine } from "./metadata-store";
import { RangeCells } from "./range-cells";
import { select, setCurrentCell } from "./selection";
import type { AreaObject } from "./sheets-context";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const { Rectangle } = univerModules.core;
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
    const sheet = this.context.book.worksheet(this.sheetId);
    return sheet
      .getMergeData()
      .filter((merged) => Rectangle.intersects(merged, this.area));
  }

  breakApart(): this {
    if (this.isPartOfMerge()) {
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
    return this.#merged().map(({ startRow, endRow, startColumn, endColumn }) =>
      this.context.makeRange(this.sheetId, {
        startRow,
        endRow,
        startColumn,
        endColumn,
      }),
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
