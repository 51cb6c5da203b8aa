/** What is selected in the book; scripts and the page's tab share it. */

import { writeAddress } from "./a1";
import type { Book } from "./book";
import { nextDataCell } from "./cell-search";
import { EnumValue, ServiceObject } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needRange,
  type SheetsContext,
} from "./sheets-context";
import type { Area } from "./tracked-areas";

type Selected = {
  readonly sheetId: string;
  readonly areas: readonly Area[];
  readonly current: Area;
};

const SELECTED = new WeakMap<Book, Selected>();
const FIRST_CELL: Area = {
  startRow: 0,
  endRow: 0,
  startColumn: 0,
  endColumn: 0,
};

/** What is selected on the active tab; A1 when nothing is. */
function selectedOn(context: SheetsContext, sheetId: string): Selected {
  const known = SELECTED.get(context.book);
  return known?.sheetId === sheetId
    ? known
    : { sheetId, areas: [FIRST_CELL], current: FIRST_CELL };
}

/** Selects ranges of one tab and shows it. */
export function select(
  ranges: readonly AreaObject[],
  current?: AreaObject,
): void {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return;
  const { context, sheetId } = first;
  const { startRow, startColumn } = (current ?? last).area;
  const cell = {
    startRow,
    endRow: startRow,
    startColumn,
    endColumn: startColumn,
  };
  const areas = ranges.map(({ area }) => area);
  SELECTED.set(context.book, { sheetId, areas, current: cell });
  context.setActiveSheet(sheetId);
  context.execution.show({
    kind: "activate",
    sheetId,
    a1: writeAddress(last.area),
  });
}

/** Makes a cell the current one; the selection stays when it holds the cell. */
export function setCurrentCell(range: unknown): AreaObject {
  const cell = needRange("setCurrentCell", range);
  const { startRow, endRow, startColumn, endColumn } = cell.area;
  if (startRow !== endRow || startColumn !== endColumn) {
    throw mismatch("setCurrentCell", range);
  }
  const { context, sheetId } = cell;
  const before = selectedOn(context, sheetId);
  const holds = before.areas.some(
    (area) =>
      area.startRow <= startRow &&
      area.endRow >= endRow &&
      area.startColumn <= startColumn &&
      area.endColumn >= endColumn,
  );
  const ranges = holds
    ? before.areas.map((area) => context.makeRange(sheetId, area))
    : [cell];
  select(ranges, cell);
  return cell;
}

export function activeRanges(
  context: SheetsContext,
  sheetId = context.activeSheet(),
): AreaObject[] {
  const { areas } = selectedOn(context, sheetId);
  return areas.map((area) => context.makeRange(sheetId, area));
}

/** The last selected range. */
export function activeRange(
  context: SheetsContext,
  sheetId?: string,
): AreaObject {
  const ranges = activeRanges(context, sheetId);
  return ranges.at(-1) ?? context.makeRange(context.activeSheet(), FIRST_CELL);
}

export function currentCell(
  context: SheetsContext,
  sheetId = context.activeSheet(),
): AreaObject {
  return context.makeRange(sheetId, selectedOn(context, sheetId).current);
}

export class Selection extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #listOf: (ranges: readonly AreaObject[]) => ServiceObject;

  /** @param listOf - Makes a RangeList. */
  constructor(
    context: SheetsContext,
    listOf: (ranges: readonly AreaObject[]) => ServiceObject,
  ) {
    super();
    this.#context = context;
    this.#listOf = listOf;
  }

  getActiveRange(): AreaObject {
    return activeRange(this.#context);
  }

  getActiveRangeList(): ServiceObject {
    return this.#listOf(activeRanges(this.#context));
  }

  getActiveSheet(): ServiceObject {
    return this.#context.makeSheet(this.#context.activeSheet());
  }

  getCurrentCell(): AreaObject {
    return currentCell(this.#context);
  }

  /** The active range stretched to where Ctrl, Shift and an arrow would. */
  async getNextDataRange(direction: unknown): Promise<AreaObject> {
    if (!(direction instanceof EnumValue)) {
      throw mismatch("Selection.getNextDataRange", direction);
    }
    const { book } = this.#context;
    await book.settle();
    const { sheetId, area } = activeRange(this.#context);
    const from = { row: area.startRow, column: area.startColumn };
    const next = nextDataCell(book, sheetId, from, direction);
    return this.#context.makeRange(sheetId, {
      startRow: Math.min(area.startRow, next.row),
      endRow: Math.max(area.endRow, next.row),
      startColumn: Math.min(area.startColumn, next.column),
      endColumn: Math.max(area.endColumn, next.column),
    });
  }
}
