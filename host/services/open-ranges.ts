/** Ranges without an end (A2:A, A2:2): the engine has none, so theirs lies beyond every sheet. */
import type { BaseReferenceObject } from "@univerjs/engine-formula";

/** Rows from this one on, 0-based, stand for the last row of the sheet. */
const BEYOND_ROWS = 999_999;
/** Columns from this one on, 0-based, stand for the last column. */
const BEYOND_COLUMNS = 16_000;

const OPEN_BELOW =
  /^(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.$(!])/u;
const OPEN_RIGHT = /^(\$?[A-Za-z]{1,3}\$?\d+):(\$?\d+)(?![\p{L}\p{N}_.$(!])/u;
/** Structural changes move the end by a few lines. */
const CLOSED_BELOW =
  /^(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})\$?1\d{6}(?![\p{L}\p{N}_.$(!])/u;
const CLOSED_RIGHT =
  /^(\$?[A-Za-z]{1,3}\$?\d+):\$?X[D-G][A-Z](\$?\d+)(?![\p{L}\p{N}_.$(!])/u;

/** A range found at the start of a text. */
export type FoundRange = {
  /** The range in the other spelling. */
  readonly text: string;
  /** Characters it takes in the text given. */
  readonly length: number;
};

/** `A2:A` → `A2:A$1048576`, `A2:2` → `A2:$XFD2`; null when none starts here. */
export function closeRange(text: string): FoundRange | null {
  const below = OPEN_BELOW.exec(text);
  if (below !== null) {
    return { text: `${below[1]}$1048576`, length: below[0].length };
  }
  const right = OPEN_RIGHT.exec(text);
  if (right === null) return null;
  return { text: `${right[1]}:$XFD${right[2]}`, length: right[0].length };
}

/** The way back; null when no such range starts here. */
export function openRange(text: string): FoundRange | null {
  const below = CLOSED_BELOW.exec(text);
  if (below !== null) {
    return { text: String(below[1]), length: below[0].length };
  }
  const right = CLOSED_RIGHT.exec(text);
  if (right === null) return null;
  return { text: `${right[1]}:${right[2]}`, length: right[0].length };
}

type References = { readonly prototype: BaseReferenceObject };

/**
 * Makes the engine end such ranges at the last row or column of their sheet.
 *
 * @param references - The engine's BaseReferenceObject, from whichever build.
 */
export function endOpenRanges({ prototype }: References): void {
  const position = prototype.getRangePosition;
  prototype.getRangePosition = function inSheet(this: BaseReferenceObject) {
    const range = position.call(this);
    if (range.endRow >= BEYOND_ROWS) {
      range.endRow = this.getActiveSheetRowCount() - 1;
    }
    if (range.endColumn >= BEYOND_COLUMNS) {
      range.endColumn = this.getActiveSheetColumnCount() - 1;
    }
    return range;
  };
}
