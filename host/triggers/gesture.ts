/** What one gesture of a person at the page did, as Apps Script's events name it. */
import type { Area } from "../services/tracked-areas";
import type { BookMutation } from "../types";

/** @see https://developers.google.com/apps-script/guides/triggers/events#change */
export type ChangeType =
  | "EDIT"
  | "INSERT_ROW"
  | "INSERT_COLUMN"
  | "REMOVE_ROW"
  | "REMOVE_COLUMN"
  | "INSERT_GRID"
  | "REMOVE_GRID"
  | "FORMAT"
  | "OTHER";

export type Gesture = {
  /** Null when nothing of the book changed by the person's will. */
  readonly change: ChangeType | null;
  /** The edited rectangle; null when no cell got another content. */
  readonly edited: { readonly sheetId: string; readonly area: Area } | null;
};

const STRUCTURE: Readonly<Record<string, ChangeType>> = {
  "sheet.mutation.insert-row": "INSERT_ROW",
  "sheet.mutation.insert-col": "INSERT_COLUMN",
  "sheet.mutation.remove-rows": "REMOVE_ROW",
  "sheet.mutation.remove-col": "REMOVE_COLUMN",
  "sheet.mutation.insert-sheet": "INSERT_GRID",
  "sheet.mutation.remove-sheet": "REMOVE_GRID",
};
const SET_VALUES = "sheet.mutation.set-range-values";
const MOVE_RANGE = "sheet.mutation.move-range";
/** Sorting. */
const REORDER = "sheet.mutation.reorder-range";
const FORMAT =
  /(?:numfmt|style|merge|theme|row-height|col-width|row-(?:hidden|visible)|col-(?:hidden|visible)|gridlines|frozen)/;
/** Rows grow by themselves around what was typed. */
const BY_ITSELF = /auto-height/;
/** Parts of a cell that are its content; `s` is its look. */
const CONTENT = ["v", "f", "si", "p"];

type Cells = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
type Written = { readonly sheetId: string; readonly area: Area };

/** @param mutations - Of one gesture, in order. */
export function gestureOf(mutations: readonly BookMutation[]): Gesture {
  const structure = mutations
    .map(({ id }) => STRUCTURE[id])
    .find((type) => type !== undefined);
  if (structure !== undefined) return { change: structure, edited: null };
  const edited = mutations.reduce<Written | null>(
    (sum, mutation) => union(sum, writtenBy(mutation)),
    null,
  );
  if (edited !== null) return { change: "EDIT", edited };
  const kinds = mutations
    .filter(({ id }) => !BY_ITSELF.test(id))
    .map(({ id }) => id === SET_VALUES || FORMAT.test(id));
  if (kinds.length === 0) return { change: null, edited: null };
  return { change: kinds.includes(true) ? "FORMAT" : "OTHER", edited: null };
}

/** Whether the area is one cell: only then events tell values. */
export function isOneCell(area: Area): boolean {
  return area.startRow === area.endRow && area.startColumn === area.endColumn;
}

function writtenBy({ id, params }: BookMutation): Written | null {
  if (id === SET_VALUES) {
    const { subUnitId, cellValue } = (params ?? {}) as {
      readonly subUnitId?: string;
      readonly cellValue?: Cells;
    };
    return boxOf(subUnitId ?? "", cellValue ?? {});
  }
  if (id === MOVE_RANGE) {
    const { to } = (params ?? {}) as {
      readonly to?: { readonly subUnitId: string; readonly value?: Cells };
    };
    return boxOf(to?.subUnitId ?? "", to?.value ?? {}, () => true);
  }
  if (id === REORDER) {
    const { subUnitId, range } = (params ?? {}) as {
      readonly subUnitId?: string;
      readonly range?: Area;
    };
    if (subUnitId === undefined || range === undefined) return null;
    const { startRow, endRow, startColumn, endColumn } = range;
    const area = { startRow, endRow, startColumn, endColumn };
    return { sheetId: subUnitId, area };
  }
  return null;
}

function boxOf(
  sheetId: string,
  cells: Cells,
  counts: (cell: unknown) => boolean = isContent,
): Written | null {
  let written: Written | null = null;
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      if (!counts(cell)) continue;
      const area = {
        startRow: Number(row),
        endRow: Number(row),
        startColumn: Number(column),
        endColumn: Number(column),
      };
      written = union(written, { sheetId, area });
    }
  }
  return written;
}

function isContent(cell: unknown): boolean {
  return (
    cell === null ||
    (typeof cell === "object" && CONTENT.some((key) => key in cell))
  );
}

/** The rectangle around both; of two tabs the first one's. */
function union(one: Written | null, other: Written | null): Written | null {
  if (one === null) return other;
  if (other === null || other.sheetId !== one.sheetId) return one;
  const { area } = one;
  const added = other.area;
  return {
    sheetId: one.sheetId,
    area: {
      startRow: Math.min(area.startRow, added.startRow),
      endRow: Math.max(area.endRow, added.endRow),
      startColumn: Math.min(area.startColumn, added.startColumn),
      endColumn: Math.max(area.endColumn, added.endColumn),
    },
  };
}
