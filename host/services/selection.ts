/** What is selected in the book: by the person at the page, then by the script. */
import type { PageSelection } from "../types";
import { writeAddress } from "./a1";
import type { Book } from "./book";
import { nextDataCell } from "./cell-search";
import type { Execution } from "./registry";
import { EnumValue, ServiceObject } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needRange,
  type SheetsContext,
} from "./sheets-context";
import type { Area } from "./tracked-areas";

type TabSelection = Omit<PageSelection, "sheetId">;
type Selected = {
  /** The active tab; null when nobody chose one. */
  sheetId: string | null;
  readonly tabs: Map<string, TabSelection>;
};

/** What an execution sees: it begins with what its window shows. */
const OF_EXECUTION = new WeakMap<Execution, Selected>();
/** By person: what a call without a window goes on from. */
const REMEMBERED = new WeakMap<Book, Map<string, Selected>>();

const FIRST_CELL: Area = {
  startRow: 0,
  endRow: 0,
  startColumn: 0,
  endColumn: 0,
};

/** Lets an execution begin with this selected; a trigger begins with nothing of its owner's. */
export function startWith(
  execution: Execution,
  selection: PageSelection | undefined,
): Selected {
  const { kind, user, workspace } = execution;
  const people = REMEMBERED.get(workspace.book) ?? new Map<string, Selected>();
  REMEMBERED.set(workspace.book, people);
  const isPersons = kind === "menu" || kind === "rpc";
  const before = isPersons ? people.get(user) : undefined;
  const selected: Selected = {
    sheetId: before?.sheetId ?? null,
    tabs: new Map(before?.tabs),
  };
  if (selection !== undefined) put(selected, selection);
  OF_EXECUTION.set(execution, selected);
  if (isPersons) people.set(user, selected);
  return selected;
}

function put(selected: Selected, { sheetId, ...rest }: PageSelection): void {
  selected.sheetId = sheetId;
  selected.tabs.set(sheetId, rest);
}

function selectedBy(execution: Execution): Selected {
  return (
    OF_EXECUTION.get(execution) ?? startWith(execution, execution.selection)
  );
}

/** The tab chosen by the person or the script; it may be gone. */
export function chosenTab(execution: Execution): string | null {
  return selectedBy(execution).sheetId;
}

export function chooseTab(execution: Execution, sheetId: string): void {
  selectedBy(execution).sheetId = sheetId;
}

/** What is selected on the tab, as far as it still exists; A1 when nothing is. */
function selectedOn(context: SheetsContext, sheetId: string): TabSelection {
  const known = selectedBy(context.execution).tabs.get(sheetId);
  const sheet = context.book.worksheet(sheetId);
  const isInside = (area: Area) =>
    area.endRow < sheet.getRowCount() &&
    area.endColumn < sheet.getColumnCount();
  return known?.areas.every(isInside) && isInside(known.current)
    ? known
    : { areas: [FIRST_CELL], current: FIRST_CELL };
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
  const { execution } = context;
  put(selectedBy(execution), { sheetId, areas, current: cell });
  execution.show({
    kind: "activate",
    sheetId,
    a1: writeAddress(last.area),
    selection: { areas, current: cell },
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
