/** The book on the page: shows server changes, hands the curator's edits over. */
import {
  type FUniver,
  type ICommandInfo,
  ICommandService,
  type IExecutionOptions,
  type Injector,
  type IWorkbookData,
} from "@univerjs/presets";
import type { BookSnapshot, NumberedMutation } from "../server/protocol";
import type { BookMutation, PageSelection } from "../types";
import { openChartLayer } from "./charts/chart-layer";
import { checkUnhurriedly } from "./checking";
import { leaveCellsToServer } from "./computing";
import { copyWithBreaks } from "./copying";
import { drawAgain } from "./drawn-book";
import { followLinks } from "./follow-links";
import { watchListKeys } from "./list-keys";
import { offerTabMoves } from "./moving-tabs";
import { readPasted } from "./pasting";
import { placeOf, returnTo } from "./place";
import { formatQuickly } from "./quick-formats";
import { readingLocale, setReadingLocale } from "./reading";
import { readCellsOnce } from "./reading-cells";
import { followRowHeights } from "./row-heights";
import { type Activation, activate, selectionOf } from "./selection";
import { sortAsGoogle } from "./sorting";
import { type TypedCell, textOf } from "./typed-cells";
import { translateTyping } from "./typing";
import { watchUndoing } from "./undoing";
import { startUniver } from "./univer";

/** What the curator does with the book. */
export type BookListeners = {
  /** Gets all changes of one gesture, once it is over. */
  readonly onEdit: (mutations: readonly BookMutation[]) => void;
  /** A cell's editor was closed; what it made of the cell comes as an edit. */
  readonly onTyped: () => void;
};

export type BookView = {
  /** Shows another state of the book; the active tab stays when it exists. */
  readonly load: (
    snapshot: Pick<BookSnapshot, "workbook" | "spills" | "locale">,
  ) => void;
  /** @throws Error when the book here cannot take the change. */
  readonly apply: (change: NumberedMutation) => void;
  /** Makes a tab active and, unless nothing is said of them, ranges in it. */
  readonly activate: (event: Activation) => void;
  /** Undefined before the first book. */
  readonly selection: () => PageSelection | undefined;
  /** Id of the tab that is shown; null before the first book. */
  readonly activeTab: () => string | null;
  readonly focus: () => void;
  readonly isTyping: () => boolean;
  /** Whether keys go into the book now, not into a menu or a panel. */
  readonly hasFocus: () => boolean;
  /** Puts what is being typed into its cell, as Enter does. */
  readonly finishTyping: () => Promise<void>;
  /** Text of a cell as typedCells gives it, "" for none. */
  readonly textAt: (cell: Omit<TypedCell, "text">) => string;
};

const MUTATION = 2;
const SET_ACTIVE = "sheet.operation.set-worksheet-active";
const SET_VALUES = "sheet.mutation.set-range-values";
const SET_SPILLS = "formula.mutation.set-array-formula-data";
/** Nobody's edit. */
const OWN = { onlyLocal: true };
/** Change the book; the rest is the window's own view or bookkeeping. */
const BOOK_MUTATION =
  /^(?:sheet\.mutation\.|data-validation\.mutation\.|formula\.mutation\.(?:set|remove)-defined-name$)/;
/** Measured or marked by each window for itself. */
const OWN_VIEW = /auto-height|mark-dirty|toggle-note-popup/;

export function openBookView(
  container: HTMLElement,
  { onEdit, onTyped }: BookListeners,
): BookView {
  readCellsOnce();
  const listKeys = watchListKeys();
  const { api, injector } = startUniver(container);
  listKeys.follow(api);
  // For tests and for the curious at the browser's console.
  Object.assign(window, { univerAPI: api });
  const commands = injector.get(ICommandService);
  let bookId = "";
  let gesture: BookMutation[] = [];

  const heights = followRowHeights(api, injector);
  const undoing = watchUndoing(injector);
  const charts = openChartLayer(api, injector, readingLocale);
  followLinks(api);
  offerTabMoves(api);
  api.addEvent(api.Event.SheetEditEnded, onTyped);
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SET_ACTIVE) return;
    heights.show((params as { readonly subUnitId: string }).subUnitId);
  });
  commands.onMutationExecutedForCollab((command, options) => {
    if (!isOwnEdit(command, options, bookId)) return;
    // Univer goes on changing the objects it executed.
    const params = JSON.parse(JSON.stringify(command.params)) as unknown;
    if (gesture.length === 0) {
      queueMicrotask(() => {
        const finished = gesture;
        gesture = [];
        onEdit(finished);
      });
    }
    gesture.push({ id: command.id, params });
  });

  return {
    load({ workbook, spills, locale }) {
      const data = workbook as IWorkbookData;
      const place = placeOf(api);
      if (bookId !== "") api.disposeUnit(bookId);
      const isFirst = bookId === "";
      bookId = data.id;
      setReadingLocale(locale);
      gesture = [];
      const book = api.createWorkbook(data);
      // Univer's spreadsheet services begin with the first book.
      if (isFirst) {
        translateTyping(injector);
        checkUnhurriedly(api, injector);
        leaveCellsToServer(api, injector);
        formatQuickly(api, injector);
        readPasted(api, injector);
        copyWithBreaks(api, injector);
        sortAsGoogle(api, injector);
      }
      commands.syncExecuteCommand(SET_SPILLS, spills as object, OWN);
      book.setNumfmtLocal(readingLocale().startsWith("en") ? "en" : "ru");
      undoing.forget(bookId);
      returnTo(api, place);
      heights.reset();
      heights.show(book.getActiveSheet().getSheetId());
      charts.load();
    },
    apply(change) {
      applyChange(injector, api, change);
      const { mutation, isComputed } = change;
      if (mutation !== undefined && isComputed !== true) {
        undoing.crossed(bookId, mutation);
      }
      const rows = change.isComputed === true ? null : writtenRows(change);
      if (rows !== null) heights.touch(rows.sheetId, rows.first, rows.last);
    },
    activate: (event) => activate(api, event),
    selection: () => selectionOf(api),
    activeTab: () =>
      api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? null,
    focus: () => container.querySelector<HTMLElement>("canvas")?.focus(),
    isTyping: () => api.getActiveWorkbook()?.isCellEditing() ?? false,
    hasFocus: () => container.contains(document.activeElement),
    async finishTyping() {
      const book = api.getActiveWorkbook();
      if (book?.isCellEditing() === true) await book.endEditingAsync(true);
    },
    textAt({ sheetId, row, column }) {
      const sheet = api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
      return textOf(sheet?.getSheet().getCellRaw(row, column) ?? null);
    },
  };
}

/** Rows whose text the change wrote, 0-based; null for other changes. */
function writtenRows({ mutation }: NumberedMutation) {
  if (mutation?.id !== SET_VALUES) return null;
  const { subUnitId, cellValue } = mutation.params as ValuesParams;
  const rows = Object.keys(cellValue ?? {}).map(Number);
  if (rows.length === 0) return null;
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  return { sheetId: subUnitId, first, last };
}

function isOwnEdit(
  command: Readonly<ICommandInfo>,
  options: IExecutionOptions | undefined,
  bookId: string,
): boolean {
  if (command.type !== MUTATION || !BOOK_MUTATION.test(command.id)) {
    return false;
  }
  const isLocal =
    options?.onlyLocal === true ||
    options?.fromCollab === true ||
    options?.["fromFormula"] === true;
  const { unitId } = (command.params ?? {}) as { readonly unitId?: string };
  return !isLocal && unitId === bookId && !OWN_VIEW.test(command.id);
}

function applyChange(
  injector: Injector,
  api: FUniver,
  change: NumberedMutation,
): void {
  const { mutation, isComputed } = change;
  if (mutation === undefined) return;
  const commands = injector.get(ICommandService);
  if (isComputed === true && mutation.id === SET_SPILLS) {
    commands.syncExecuteCommand(SET_SPILLS, mutation.params as object, OWN);
    const book = api.getActiveWorkbook();
    if (book) drawAgain(injector, book.getWorkbook());
    return;
  }
  if (isComputed === true) {
    const params = onFormulasOnly(api, mutation.params as ValuesParams);
    // Not `onlyLocal`: formats and rules that look at the value follow.
    commands.syncExecuteCommand(SET_VALUES, params, {
      fromCollab: true,
      fromChangeset: true,
      fromFormula: true,
    });
    return;
  }
  const params = mutation.params as object;
  const isDone = commands.syncExecuteCommand(mutation.id, params, {
    fromCollab: true,
  });
  if (!isDone) throw new Error(`applyChange: ${mutation.id} was refused`);
}

type ValuesParams = {
  readonly subUnitId: string;
  readonly cellValue: Readonly<
    Record<number, Readonly<Record<number, object>>>
  >;
};

/** Leaves out cells whose formula the curator has just written over. */
function onFormulasOnly(api: FUniver, params: ValuesParams): ValuesParams {
  const sheet = api
    .getActiveWorkbook()
    ?.getSheetBySheetId(params.subUnitId)
    ?.getSheet();
  const cellValue: Record<number, Record<number, object>> = {};
  for (const [row, cells] of Object.entries(params.cellValue)) {
    for (const [column, cell] of Object.entries(cells)) {
      const shown = sheet?.getCellRaw(Number(row), Number(column));
      if (!shown?.f && !shown?.si) continue;
      const kept = cellValue[Number(row)] ?? {};
      kept[Number(column)] = cell;
      cellValue[Number(row)] = kept;
    }
  }
  return { ...params, cellValue };
}
