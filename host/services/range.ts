/** Range: notes, validation, protection, merging, sorting, copying. */

import {
  putCells,
  type SortKey,
  sortCells,
  type TakenCell,
  takeCells,
} from "./cell-blocks";
import { mapArea } from "./cells";
import { DataValidation, DataValidationBuilder } from "./data-validation";
import { createFilter } from "./filter";
import { javaNumber } from "./java-format";
import { readNotes, writeNote } from "./notes";
import { pasteOptions } from "./paste-options";
import { protect } from "./protection";
import { copyMerges, RangeMerges } from "./range-merges";
import { ServiceError } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needBoolean,
  needInteger,
  needRange,
} from "./sheets-context";
import { bodyOf, validationOf } from "./validation-criteria";
import { areasOfRules, putRule, ruleAt } from "./validation-rules";

/** Google's limit of values in a list rule. */
const MAX_CHOICES = 500;

export class Range extends RangeMerges {
  getNotes(): string[][] {
    return readNotes(this.context.book, this.sheetId, this.area);
  }

  getNote() {
    return this.getNotes()[0]?.[0];
  }

  setNotes(notes: unknown): this {
    const grid = this.grid(notes, "setNotes");
    return this.#writeNotes((row, column) => grid[row]?.[column]);
  }

  setNote(note: unknown): this {
    // Seen live: one number comes back as Java prints it, those of setNotes do not.
    const text = typeof note === "number" ? javaNumber(note) : note;
    return this.#writeNotes(() => text);
  }

  #writeNotes(noteAt: (row: number, column: number) => unknown): this {
    const { startRow, startColumn } = this.area;
    mapArea(this.area, (row, column) => {
      const note = noteAt(row - startRow, column - startColumn);
      const text = note === null || note === undefined ? "" : String(note);
      writeNote(this.context.book, this.sheetId, row, column, text);
    });
    return this;
  }

  getDataValidations(): (DataValidation | null)[][] {
    const { book } = this.context;
    const made = new Map<string, DataValidation | null>();
    return mapArea(this.area, (row, column) => {
      const rule = ruleAt(book, this.sheetId, row, column);
      if (rule === null) return null;
      let object = made.get(rule.uid);
      if (object === undefined) {
        const validation = validationOf(this.context, rule);
        object = validation === null ? null : new DataValidation(validation);
        made.set(rule.uid, object);
      }
      return object;
    });
  }

  getDataValidation() {
    return this.getDataValidations()[0]?.[0];
  }

  setDataValidation(rule: unknown): this {
    return this.#putValidation(rule, [this.area]);
  }

  setDataValidations(rules: unknown): this {
    const grid = this.grid(rules, "setDataValidations");
    // One rule over many cells is one change, not one per cell.
    for (const [rule, areas] of areasOfRules(grid, this.area)) {
      this.#putValidation(rule, areas);
    }
    return this;
  }

  #putValidation(rule: unknown, areas: readonly (typeof this.area)[]): this {
    if (rule !== null && !(rule instanceof DataValidation)) {
      throw rule instanceof DataValidationBuilder
        ? new ServiceError("Call build() on the data validation builder first.")
        : mismatch("Range.setDataValidation", rule);
    }
    if (rule !== null) checkLength(rule);
    const body = rule === null ? null : bodyOf(this.context, rule.rule);
    putRule(this.context.book, this.sheetId, areas, body);
    return this;
  }

  protect() {
    return protect(this.context, this.sheetId, this.area);
  }

  createFilter() {
    return createFilter(this.context, this.sheetId, this.area);
  }

  /**
   * @param order - Column number of the sheet, or { column, ascending }, or a
   *   list of these; without it the first column.
   */
  async sort(order: unknown): Promise<this> {
    const keys = [order].flat().map((key) => this.#sortKey(key));
    await this.context.book.settle();
    sortCells(this.context.book, this.sheetId, this.area, keys);
    return this;
  }

  #sortKey(key: unknown): SortKey {
    const given =
      typeof key === "object" && key !== null
        ? (key as { readonly column?: unknown; readonly ascending?: unknown })
        : { column: key };
    const column = needInteger("Range.sort", given.column) - 1;
    if (column < this.area.startColumn || column > this.area.endColumn) {
      throw new ServiceError(
        "The sort column is outside the range being sorted.",
      );
    }
    return { column, ascending: given.ascending !== false };
  }

  /**
   * Copies to another place; the block repeats when the destination is a
   * multiple of it.
   *
   * @param how - { contentsOnly } or { formatOnly }, or a CopyPasteType.
   * @param transposed - Rows become columns; with a CopyPasteType only.
   */
  async copyTo(
    destination: unknown,
    how?: unknown,
    transposed: unknown = false,
  ): Promise<void> {
    const target = needRange("Range.copyTo", destination);
    const isTurned = needBoolean("Range.copyTo", transposed);
    const { book } = this.context;
    await book.settle(this.sheetId);
    const taken = takeCells(book, this.sheetId, this.area);
    const cells = isTurned ? turned(taken) : taken;
    const area = this.#destinationOf(target, cells);
    const options = pasteOptions(how);
    const { sheetId } = target;
    putCells(book, sheetId, area, cells, options);
    if (options.validations) this.#copyValidations(sheetId, area, cells);
    if (options.notes) this.#copyNotes(sheetId, area, cells);
    if (options.widths) this.#copyWidths(sheetId, area);
    if (options.merges && !isTurned) {
      copyMerges(book, this, { sheetId, area });
    }
  }

  #copyNotes(
    sheetId: string,
    area: AreaObject["area"],
    cells: readonly (readonly TakenCell[])[],
  ): void {
    const { book } = this.context;
    const { startRow, startColumn } = this.area;
    const notes = readNotes(book, this.sheetId, this.area);
    const before = readNotes(book, sheetId, area);
    mapArea(area, (row, column) => {
      const [down, right] = [row - area.startRow, column - area.startColumn];
      const line = cells[down % cells.length] ?? [];
      const from = line[right % line.length];
      if (from === undefined) return;
      const note = notes[from.row - startRow]?.[from.column - startColumn];
      if (note !== before[down]?.[right]) {
        writeNote(book, sheetId, row, column, note ?? "");
      }
    });
  }

  #copyWidths(sheetId: string, area: AreaObject["area"]): void {
    const { book } = this.context;
    const columns = this.getNumColumns();
    for (let at = area.startColumn; at <= area.endColumn; at += 1) {
      const source =
        this.area.startColumn + ((at - area.startColumn) % columns);
      book.mutate("sheet.mutation.set-worksheet-col-width", {
        subUnitId: sheetId,
        ranges: [{ ...area, startColumn: at, endColumn: at }],
        colWidth: book.worksheet(this.sheetId).getColumnWidth(source),
      });
    }
  }

  #destinationOf(
    target: AreaObject,
    cells: readonly (readonly unknown[])[],
  ): AreaObject["area"] {
    const { startRow, startColumn } = target.area;
    const rows = cells.length;
    const columns = cells[0]?.length ?? 1;
    const wantedRows = target.area.endRow - startRow + 1;
    const wantedColumns = target.area.endColumn - startColumn + 1;
    const sizeFor = (wanted: number, size: number): number =>
      wanted % size === 0 ? wanted : size;
    const area = {
      startRow,
      startColumn,
      endRow: startRow + sizeFor(wantedRows, rows) - 1,
      endColumn: startColumn + sizeFor(wantedColumns, columns) - 1,
    };
    const sheet = this.context.book.worksheet(target.sheetId);
    if (
      area.endRow >= sheet.getRowCount() ||
      area.endColumn >= sheet.getColumnCount()
    ) {
      throw new ServiceError(
        "The coordinates of the range are outside the dimensions of the sheet.",
      );
    }
    return area;
  }

  #copyValidations(
    sheetId: string,
    area: AreaObject["area"],
    cells: readonly (readonly TakenCell[])[],
  ): void {
    const { book } = this.context;
    mapArea(area, (row, column) => {
      const line = cells[(row - area.startRow) % cells.length] ?? [];
      const from = line[(column - area.startColumn) % line.length];
      if (from === undefined) return;
      const rule = ruleAt(book, this.sheetId, from.row, from.column);
      if (rule === null) return;
      const { uid: _uid, ranges: _ranges, ...body } = rule;
      const one = {
        startRow: row,
        endRow: row,
        startColumn: column,
        endColumn: column,
      };
      putRule(book, sheetId, [one], body);
    });
  }
}

/** @throws ServiceError for a list longer than Google takes. */
function checkLength(rule: DataValidation): void {
  const [choices] = rule.getCriteriaValues();
  if (Array.isArray(choices) && choices.length > MAX_CHOICES) {
    throw new ServiceError(
      `The data validation rule has more items than the limit of ${MAX_CHOICES}. Use the “List from a range” criteria instead.`,
    );
  }
}

/** Rows as columns. */
function turned(cells: readonly (readonly TakenCell[])[]): TakenCell[][] {
  const [first = []] = cells;
  return first.map((_, column) => cells.flatMap((line) => line[column] ?? []));
}
