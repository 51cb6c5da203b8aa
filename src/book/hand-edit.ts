/** What is remembered of an edit by hand, so that it can be taken back. */
import type { Book, Row } from "./book";
import { applyEdits, type Edit } from "./edits";
import { type Inverse, invert } from "./invert";
import type { CellValue } from "./table";

export type HandEdit = {
  /** Id of its line in the journal. */
  readonly run: string;
  /** «20.11.2026 19:30». */
  readonly started: string;
  /** What was edited, in codes. */
  readonly summary: string;
  readonly inverse: readonly Inverse[];
  /** Columns of the row whose texts were too long to be remembered. */
  readonly left: readonly string[];
};

/** What the journal and the undo call it. */
export const HAND_EDIT_TITLE = "Правка вручную";

/** Room for one edit in a property of 9 KB, its key taken off. */
const MOST_BYTES = 8_900;

/** The cell that a person changed. */
export type EditedCell = {
  readonly row: Row;
  readonly column: string;
  readonly old: CellValue;
};

/**
 * The inverse of the edit itself and of what followed from it in its row; the
 * derived columns follow anew. A row that came with the edit goes with it.
 *
 * @param book - As the edit left it.
 * @param followed - Edits of the row of «Пары».
 * @returns null when even the codes do not fit.
 */
export function rememberHandEdit(
  book: Book,
  cell: EditedCell,
  followed: readonly Edit[],
  line: Pick<HandEdit, "run" | "started" | "summary">,
): HandEdit | null {
  const steps = isOnlyCell(cell)
    ? invertNewRow(book, cell, followed)
    : invertCells(book, cell, followed);
  const left: string[] = [];
  // The longest texts go first: reasons and doubts can be worked out again.
  const byLength = [...steps].sort((a, b) => bytesOf(b) - bytesOf(a));
  for (;;) {
    const inverse = steps.filter((step) => byLength.includes(step));
    const edit = { ...line, inverse, left };
    if (bytesOf(edit) <= MOST_BYTES) {
      return edit;
    }
    const longest = byLength.shift();
    if (longest?.kind !== "restore" || longest.column === cell.column) {
      return null;
    }
    left.push(longest.column);
  }
}

/** Whether nothing but the edited cell stands in the row. */
function isOnlyCell({ row, column, old }: EditedCell): boolean {
  return (
    old === null &&
    Object.entries(row.values).every(
      ([key, value]) => key === column || value === null || value === "",
    )
  );
}

function invertNewRow(
  book: Book,
  { row }: EditedCell,
  followed: readonly Edit[],
): readonly Inverse[] {
  const after = applyEdits(book, followed).tables.pairs.rows;
  const written = after.find(({ id }) => id === row.id)?.values ?? row.values;
  return [{ kind: "delete", table: "pairs", row: row.id, written }];
}

function invertCells(
  book: Book,
  { row, column, old }: EditedCell,
  followed: readonly Edit[],
): readonly Inverse[] {
  const cell = { kind: "set", table: "pairs", row: row.id, column } as const;
  const before = applyEdits(book, [{ ...cell, value: old }]);
  const typed = { ...cell, value: row.values[column] ?? null };
  return invert(before, [typed, ...followed]);
}

/** Length of the JSON in UTF-8. */
function bytesOf(value: unknown): number {
  let bytes = 0;
  for (const character of JSON.stringify(value)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
