/** What is read from a file of another program, before any of it is in the book. */
import type { IStyleData } from "@univerjs/core";
import type { Area } from "../services/tracked-areas";
import type { RuleBody } from "../services/validation-rules";

/** Everything is plain data: it crosses from the thread that reads files. */
export type FileBook = {
  readonly kind: "xlsx" | "ods" | "csv";
  readonly tabs: readonly FileTab[];
  readonly names: readonly FileName[];
  /** Styles that cells name by their place here. */
  readonly styles: readonly IStyleData[];
  /** Russian sentences: what the file has and the book will not. */
  readonly problems: readonly string[];
};

/** Rows and columns are 0-based, sizes in pixels. */
export type FileTab = {
  readonly title: string;
  readonly hidden: boolean;
  readonly color: string | null;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly showGrid: boolean;
  readonly defaultColumnWidth: number | null;
  readonly rows: Readonly<Record<number, FileLine>>;
  readonly columns: Readonly<Record<number, FileLine>>;
  readonly cells: readonly FileCell[];
  readonly merges: readonly Area[];
  readonly notes: readonly FileNote[];
  readonly validations: readonly FileValidation[];
  readonly conditionals: readonly FileConditional[];
  readonly filter: Area | null;
};

export type FileLine = { readonly size?: number; readonly hidden?: true };

export type FileCell = {
  readonly row: number;
  readonly column: number;
  /** Value; for a formula the one the other program computed last. */
  readonly value: string | number | boolean | null;
  /** With `=`, commas and English names. */
  readonly formula?: string;
  readonly style?: number;
  readonly link?: string;
  /** The text is to be read as if a person had typed it. */
  readonly typed?: true;
};

export type FileNote = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
};

export type FileName = {
  readonly name: string;
  /** Reference or formula without `=`. */
  readonly formula: string;
  /** Title of the only tab that knows it; null for the whole book. */
  readonly tab: string | null;
};

export type FileValidation = {
  readonly areas: readonly Area[];
  readonly body: RuleBody;
};

export type FileConditional = {
  readonly areas: readonly Area[];
  readonly stopIfTrue: boolean;
  /** The engine's rule without id and place. */
  readonly rule: Readonly<Record<string, unknown>>;
};

/** A tab with nothing in it, to be filled by a reader. */
export function emptyTab(title: string): FileTab {
  return {
    title,
    hidden: false,
    color: null,
    frozenRows: 0,
    frozenColumns: 0,
    showGrid: true,
    defaultColumnWidth: null,
    rows: {},
    columns: {},
    cells: [],
    merges: [],
    notes: [],
    validations: [],
    conditionals: [],
    filter: null,
  };
}

/** Rows and columns that hold something. */
export function sizeOf(tab: FileTab): {
  readonly rows: number;
  readonly columns: number;
} {
  let rows = 0;
  let columns = 0;
  for (const { row, column } of tab.cells) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}
