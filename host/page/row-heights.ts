/** Makes rows as high as their wrapped text, as Google Sheets does; measured by each window for itself. */
import { SetWorksheetRowAutoHeightMutation } from "@univerjs/preset-sheets-core";
import {
  type FUniver,
  ICommandService,
  type Injector,
} from "@univerjs/presets";
import { drawnBook } from "./drawn-book";

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

/** So many rows are measured in one go, below a frame or two; chosen. */
const ROWS_AT_ONCE = 60;

export function followRowHeights(api: FUniver, injector: Injector): RowHeights {
  const shown = new Set<string>();
  let tasks: Task[] = [];
  let isPlanned = false;

  const schedule = () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(work, 0);
  };

  function work(): void {
    isPlanned = false;
    const task = tasks.shift();
    if (task === undefined) return;
    const end = Math.min(task.last, task.first + ROWS_AT_ONCE - 1);
    measure(api, injector, { ...task, last: end });
    if (end < task.last) tasks.unshift({ ...task, first: end + 1 });
    schedule();
  }

  const add = (task: Task, isUrgent: boolean) => {
    if (isUrgent) tasks.unshift(task);
    else tasks.push(task);
    schedule();
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

function measure(api: FUniver, injector: Injector, task: Task): void {
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(task.sheetId)?.getSheet();
  if (!book || sheet === undefined) return;
  const unitId = book.getId();
  const skeleton = drawnBook(injector, unitId)?.skeletons.ensureSkeleton(
    task.sheetId,
  );
  if (!skeleton) return;
  const rows = sheet.getConfig().rowData;
  const range = {
    startRow: task.first,
    endRow: Math.min(task.last, sheet.getRowCount() - 1),
    startColumn: 0,
    endColumn: sheet.getColumnCount() - 1,
  };
  const rowsAutoHeightInfo = skeleton
    .calculateAutoHeightInRange([range])
    .filter(({ row, autoHeight }) => {
      // A height somebody chose stays.
      const isChosen = rows[row]?.h !== undefined && rows[row]?.ia !== 1;
      return !isChosen && autoHeight && sheet.getRowHeight(row) !== autoHeight;
    });
  if (rowsAutoHeightInfo.length === 0) return;
  injector
    .get(ICommandService)
    .syncExecuteCommand(
      SetWorksheetRowAutoHeightMutation.id,
      { unitId, subUnitId: task.sheetId, rowsAutoHeightInfo },
      { onlyLocal: true },
    );
}
