/** Sheet: what is selected on it. */

import type { Range } from "./range";
import { RangeList } from "./range-list";
import {
  activeRange,
  activeRanges,
  currentCell,
  Selection,
  select,
  setCurrentCell,
} from "./selection";
import { ServiceError } from "./service-object";
import { SheetStructure } from "./sheet-structure";
import { type AreaObject, mismatch, needRange } from "./sheets-context";

/** Members about the selection; the second link of the Sheet class. */
export abstract class SheetSelection extends SheetStructure {
  getSelection(): Selection {
    return new Selection(this.context, (ranges) => listOf(ranges));
  }

  getActiveRange(): AreaObject {
    return activeRange(this.context, this.sheetId);
  }

  getActiveRangeList(): RangeList {
    return listOf(activeRanges(this.context, this.sheetId));
  }

  getActiveCell(): AreaObject {
    return this.getCurrentCell();
  }

  getCurrentCell(): AreaObject {
    return currentCell(this.context, this.sheetId);
  }

  /** A range of this tab, or its address. */
  setActiveSelection(range: unknown): AreaObject {
    const call = "Sheet.setActiveSelection";
    const chosen = typeof range === "string" ? this.getRange(range) : range;
    return this.#select(needRange(call, chosen));
  }

  setActiveRange(range: unknown): AreaObject {
    return this.#select(needRange("Sheet.setActiveRange", range));
  }

  #select(range: AreaObject): AreaObject {
    this.#checkOwn(range);
    select([range]);
    return range;
  }

  setActiveRangeList(list: unknown): RangeList {
    if (!(list instanceof RangeList)) {
      throw mismatch("Sheet.setActiveRangeList", list);
    }
    select(list.getRanges());
    return list;
  }

  setCurrentCell(cell: unknown): AreaObject {
    this.#checkOwn(needRange("Sheet.setCurrentCell", cell));
    return setCurrentCell(cell);
  }

  #checkOwn(range: AreaObject): void {
    if (range.sheetId === this.sheetId) return;
    throw new ServiceError("Range must be on the sheet.");
  }

  abstract getRange(...given: unknown[]): AreaObject;
}

/** A RangeList of what is selected. */
export function listOf(ranges: readonly AreaObject[]): RangeList {
  return new RangeList(ranges as readonly Range[]);
}
