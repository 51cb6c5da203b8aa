/** Makes rows as high as their wrapped text, as Google Sheets does; measured by each window for itself. */
import { SetWorksheetRowAutoHeightMutation } from "@univerjs/preset-sheets-core";
import {
  type FUniver,
  ICommandService,
  type Injector,
  type Worksheet,
} from "@univerjs/presets";
import { drawnBook } from "./drawn-book";
import { type RowMeter, rowMeter } from "./row-meter";

export type RowHeights = {
  /** Measures a tab that is shown for the first time. */
  readonly show: (sheetId: string) => void;
  /** Measures rows anew after their text changed; 0-based, inclusive. */
  readonly touch: (sheetId: string, first: number, last: number) => void;
  /** Forgets all tabs: the book was loaded again. */
  readonly reset: () => void;
};

type Task = {
  readonly sheetId: string;
  readonly first: number;
  readonly last: number;
};

/** Rows are measured so long in one go, below a frame; chosen, ms. */
const AT_ONCE_MS = 8;
/** Rows further down wait for a quiet moment, but not longer; chosen, ms. */
const WAIT_MS = 200;

export function followRowHeights(api: FUniver, injector: Injector): RowHeights {
  const shown = new Set<string>();
  let tasks: Task[] = [];
  let isPlanned = false;

  /** @param isStart - Rows that somebody waits for; the rest can do so. */
  const schedule = (isStart: boolean) => {
    if (isPlanned) return;
    isPlanned = true;
    if (isStart) setTimeout(work, 0);
    else requestIdleCallback(work, { timeout: WAIT_MS });
  };

  function work(): void {
    isPlanned = false;
    const task = tasks.shift();
    if (task === undefined) return;
    const next = measure(api, injector, task);
    const isCut = next <= task.last;
    if (isCut) tasks.unshift({ ...task, first: next });
    if (tasks.length > 0) schedule(!isCut);
  }

  const add = (task: Task, isUrgent: boolean) => {
    if (isUrgent) tasks.unshift(task);
    else tasks.push(task);
    schedule(true);
  };

  return {
    show(sheetId) {
      if (shown.has(sheetId)) return;
      shown.add(sheetId);
      const sheet = api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
      const last = sheet?.getSheet().getLastRowWithContent() ?? -1;
      if (last >= 0) add({ sheetId, first: 0, last }, true);
    },
    touch(sheetId, first, last) {
      if (shown.has(sheetId)) add({ sheetId, first, last }, false);
    },
    reset() {
      shown.clear();
      tasks = [];
    },
  };
}

/** Measures some rows of a task, and says at which one to go on. */
function measure(api: FUniver, injector: Injector, task: Task): number {
  const nothing = task.last + 1;
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(task.sheetId)?.getSheet();
  if (!book || sheet === undefined) return nothing;
  const unitId = book.getId();
  const skeleton = drawnBook(injector, unitId)?.skeletons.ensureSkeleton(
    task.sheetId,
  );
  if (!skeleton) return nothing;
  const meter = rowMeter(injector, book.getWorkbook(), sheet, skeleton);
  const { next, rowsAutoHeightInfo } = changedRows(sheet, meter, task);
  if (rowsAutoHeightInfo.length > 0) {
    injector
      .get(ICommandService)
      .syncExecuteCommand(
        SetWorksheetRowAutoHeightMutation.id,
        { unitId, subUnitId: task.sheetId, rowsAutoHeightInfo },
        { onlyLocal: true },
      );
  }
  return next;
}

function changedRows(sheet: Worksheet, meter: RowMeter, task: Task) {
  const rows = sheet.getConfig().rowData;
  const last = Math.min(task.last, sheet.getRowCount() - 1);
  const until = performance.now() + AT_ONCE_MS;
  const rowsAutoHeightInfo: { row: number; autoHeight: number }[] = [];
  let row = task.first;
  for (; row <= last && performance.now() < until; row += 1) {
    // A height somebody chose stays.
    const { h, ia } = rows[row] ?? {};
    if (ia === 0 || (h !== undefined && ia !== 1)) continue;
    const autoHeight = meter(row);
    if (sheet.getRowHeight(row) !== autoHeight) {
      rowsAutoHeightInfo.push({ row, autoHeight });
    }
  }
  return { next: row > last ? task.last + 1 : row, rowsAutoHeightInfo };
}
