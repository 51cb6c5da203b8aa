/** What happens at once when the curator changes a cell: pairs are scored anew, columns that follow are made true. */
import { rowsOf } from "../../book/book";
import { countersAfter, type Edit } from "../../book/edits";
import type { TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { SOURCE } from "../pairs/open-scene";
import { setEdits } from "../pairs/rescore-row";
import type { Ports } from "../ports";
import { completeDerived } from "../run/complete-plan";
import { keptHandEdit } from "../run/hand-edits";
import {
  type Memory,
  type OpenedBook,
  PROPERTY,
  readBook,
  readMemory,
} from "../run/read-book";
import { writeEdits } from "../run/write-edits";
import { FOLLOWED, followers, hasFollowers } from "./follow-edit";
import { roadmapFollowers } from "./follow-roadmap";
import { handEditRow, idEdits, type WatchedColumn } from "./hand-edit-row";
import { readForEdit } from "./read-for-edit";

/** A rectangle of cells that a person changed; all numbers 1-based. */
export type SheetEdit = {
  readonly tabId: number;
  /** Title of the tab, where it is known. */
  readonly title?: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Text of a single cell before, null when it is not told. */
  readonly oldValue: string | null;
  /** E-mail, "" where Google does not tell it. */
  readonly user: string;
};

/** Columns of «Пары» whose change concerns other cells. */
const WATCHED: readonly WatchedColumn[] = ["mentorId", "menteeId", "status"];

/** Tabs in which an edit concerns other cells. */
const LIVE_TABLES: readonly TableId[] = [
  "pairs",
  ...TABLE_IDS.filter(hasFollowers),
];

/**
 * Deals with one edit within the 30 seconds of a simple trigger. In «Пары» a
 * single cell with a code or a status brings its row and the banks' rows of its
 * people up to date, with a line in the journal; of a pasted range the rows are
 * marked. In the banks, the register of consents and the roadmap the columns
 * that follow from the changed ones are made true. Nothing happens while somebody else
 * holds the document: the next action does it.
 */
export function onSheetEdit(ports: Ports, edit: SheetEdit): void {
  const memory = readMemory(ports);
  const table = LIVE_TABLES.find((id) =>
    memory.tabIds[id] === undefined
      ? TABLES[id].title === edit.title
      : memory.tabIds[id] === edit.tabId,
  );
  if (table === undefined) {
    return;
  }
  const { book } = readBook(ports, memory, {
    tables: [table],
    responses: false,
    parts: { [table]: "header" },
  });
  const isTouched = (key: string) => {
    const at = book.tables[table].positions[key] ?? 0;
    return at >= edit.column && at < edit.column + edit.columns;
  };
  if (table !== "pairs") {
    if (FOLLOWED[table]?.some(isTouched) === true) {
      holding(ports, () => {
        const followed =
          table === "roadmap"
            ? roadmapFollowers(ports, edit)
            : followers(ports);
        save(ports, ...followed);
      });
    }
    return;
  }
  const touched = WATCHED.find(isTouched);
  if (touched !== undefined) {
    const isOneCell = edit.rows === 1 && edit.columns === 1;
    holding(ports, () => {
      // Read under the lock: somebody may have given numbers while it was waited for.
      const fresh = readMemory(ports);
      if (isOneCell) {
        editRow(ports, fresh, edit, touched);
      } else {
        markRows(ports, fresh, edit);
      }
    });
  }
}

function holding(ports: Ports, work: () => void): void {
  try {
    ports.lock.hold(work);
  } catch (error) {
    if (!(error instanceof UserError && error.code === "BUSY")) {
      throw error;
    }
  }
}

/** A pasted range: its rows wait for «Пересчитать строки». */
function markRows(ports: Ports, memory: Memory, edit: SheetEdit): void {
  const opened = readBook(ports, memory, {
    tables: ["pairs"],
    responses: false,
  });
  const rows = rowsOf(opened.book, "pairs").filter(
    ({ row }) => row >= edit.row && row < edit.row + edit.rows,
  );
  const edits = rows.flatMap((row) => [
    ...idEdits(opened.book, row),
    ...setEdits(row, { source: SOURCE.stale }),
  ]);
  save(ports, opened, edits);
}

function editRow(
  ports: Ports,
  memory: Memory,
  edit: SheetEdit,
  column: WatchedColumn,
): void {
  const opened = readForEdit(ports, memory, edit);
  const { book, touchesBanks } = opened;
  const row = rowsOf(book, "pairs").find((one) => one.row === edit.row);
  if (row !== undefined) {
    const { edits, remembered } = handEditRow(book, row, {
      column,
      oldValue: edit.oldValue,
      user: edit.user || "правка в таблице",
      today: ports.today(),
      now: ports.now(),
      touchesBanks,
    });
    save(
      ports,
      opened,
      completeDerived(book, edits),
      remembered === null ? {} : keptHandEdit(memory.handEdits, remembered),
    );
  }
}

/**
 * Numbers given are remembered first: one lost to a cut is never used twice. So
 * is how to take the edit back.
 *
 * @param kept - Properties to write beside.
 */
function save(
  ports: Ports,
  { book, tabIds }: OpenedBook,
  edits: readonly Edit[],
  kept: Readonly<Record<string, string>> = {},
): void {
  if (edits.length === 0) {
    return;
  }
  if (edits.some(({ kind }) => kind === "id" || kind === "insert")) {
    const counters = countersAfter(book, edits);
    ports.properties.write({
      [PROPERTY.counters]: JSON.stringify(counters),
      ...kept,
    });
  }
  writeEdits(ports, book, edits, tabIds);
  ports.workbook.flush();
}
