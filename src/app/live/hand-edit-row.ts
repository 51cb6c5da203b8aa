/** Edits that follow when a person has changed a code or the status in a row of «Пары». */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { derive } from "../../book/derive";
import { applyEdits, type Edit } from "../../book/edits";
import {
  HAND_EDIT_TITLE,
  type HandEdit,
  rememberHandEdit,
} from "../../book/hand-edit";
import { nextId } from "../../book/next-id";
import { isByCodes } from "../../book/personal";
import type { TableId } from "../../book/table";
import { judgePair, loadsOf } from "../pairs/judge-pair";
import { DRAFT, isCurrent, openScene, pairOf } from "../pairs/open-scene";
import { handDoubt, rescoreEdits, setEdits } from "../pairs/rescore-row";

export type WatchedColumn = "mentorId" | "menteeId" | "status";

const COLUMN_WORD: Readonly<Record<WatchedColumn, string>> = {
  mentorId: "наставник",
  menteeId: "наставляемый",
  status: "статус",
};

const CODE = /^\p{L}{1,6}-\d+$/u;

export type HandEditOfRow = {
  readonly column: WatchedColumn;
  readonly oldValue: string | null;
  readonly user: string;
  readonly today: string;
  readonly now: string;
  /** Whether partners of the people are known, for the banks' columns. */
  readonly touchesBanks: boolean;
};

export type HandEdited = {
  /** None when nothing changes. */
  readonly edits: readonly Edit[];
  /** Null where it cannot be taken back: the cell before is not known. */
  readonly remembered: HandEdit | null;
};

/**
 * The row scored anew or its status taken back, the derived columns of the
 * people concerned, and a line for the journal.
 */
export function handEditRow(
  book: Book,
  row: Row,
  edit: HandEditOfRow,
): HandEdited {
  const own = [
    ...idEdits(book, row),
    ...(edit.column === "status"
      ? statusEdits(book, row, edit)
      : codeEdits(book, row, edit)),
  ];
  const after = applyEdits(book, own);
  const concerned = new Set([...pairOf(row), edit.oldValue ?? ""]);
  const derived = derive(after).filter(
    (one) =>
      one.kind === "set" &&
      // Forms are not read, and no edit of a pair changes a link.
      one.column !== "link" &&
      (one.table === "pairs"
        ? one.row === row.id
        : edit.touchesBanks && concerned.has(one.row)),
  );
  const isWorthALine = own.length > 0 || edit.column === "status";
  if (!isWorthALine) {
    return { edits: derived, remembered: null };
  }
  const line = lineOf(book, after, row, edit);
  return {
    edits: [...own, ...derived, ...journalEdits(book, edit, line)],
    remembered:
      edit.oldValue === null || mayNameSomebody(book, row, edit)
        ? null
        : rememberHandEdit(
            book,
            { row, column: edit.column, old: edit.oldValue || null },
            own,
            { ...line, started: edit.now },
          ),
  };
}

/** By codes a name that was typed in place of a code is kept nowhere else. */
function mayNameSomebody(
  book: Book,
  row: Row,
  { column, oldValue }: HandEditOfRow,
): boolean {
  return (
    column !== "status" &&
    isByCodes(book) &&
    [oldValue ?? "", textOf(row, column)].some(
      (text) => text !== "" && !CODE.test(text),
    )
  );
}

/** The code promised to a row typed in by hand. */
export function idEdits(
  book: Book,
  row: Row,
  table: TableId = "pairs",
): Edit[] {
  return book.tables[table].newIds[row.row] === undefined
    ? []
    : [{ kind: "id", table, sheetRow: row.row, row: row.id }];
}

function codeEdits(book: Book, row: Row, edit: HandEditOfRow): Edit[] {
  const now = textOf(row, edit.column);
  if (edit.oldValue === now) {
    return [];
  }
  const { scene } = openScene(book, { only: pairOf(row) });
  const judgement = judgePair(book, scene, loadsOf(book), row);
  return rescoreEdits(book, row, judgement, {
    changed: `Вручную: ${change(edit, now)}.`,
    isNewPair: true,
  });
}

/** A status that approves is checked as «Утвердить пары» would. */
function statusEdits(book: Book, row: Row, edit: HandEditOfRow): Edit[] {
  const wasCurrent = isCurrent({
    ...row,
    values: { status: edit.oldValue ?? "" },
  });
  if (!isCurrent(row) || wasCurrent) {
    return [];
  }
  const { scene } = openScene(book, { only: pairOf(row) });
  const judgement = judgePair(book, scene, loadsOf(book), row);
  const needsReason =
    judgement.rules.length > 0 && textOf(row, "exception") === "";
  if (judgement.refusals.length > 0 || needsReason) {
    return setEdits(row, {
      status: DRAFT,
      changed: `Статус «${textOf(row, "status")}» возвращён: см. «Сомнение».`,
      doubt: handDoubt(judgement),
    });
  }
  return textOf(row, "approved") !== ""
    ? []
    : setEdits(row, { approved: edit.today, approvedBy: edit.user });
}

/** «наставник НМ-002 → НМ-005»; what is no code may be a name and is not quoted. */
function change({ column, oldValue }: HandEditOfRow, now: string): string {
  const shown = (text: string) =>
    column === "status" || CODE.test(text)
      ? text
      : text === ""
        ? "пусто"
        : "не код";
  const from = oldValue === null ? "" : `${shown(oldValue)} → `;
  return `${COLUMN_WORD[column]} ${from}${shown(now)}`;
}

type Line = Pick<HandEdit, "run" | "summary">;

function lineOf(book: Book, after: Book, row: Row, edit: HandEditOfRow): Line {
  const now = rowsOf(after, "pairs").find(({ id }) => id === row.id) ?? row;
  const score = (one: Row) => textOf(one, "score") || "–";
  const lines = [
    `${row.id}: ${change(edit, textOf(row, edit.column))}.`,
    ...(score(now) === score(row)
      ? []
      : [`Балл ${score(row)} → ${score(now)}.`]),
    ...(textOf(now, "status") === textOf(row, "status")
      ? []
      : [`Статус: ${textOf(now, "status")}.`]),
  ];
  return { run: nextId(book, "journal"), summary: lines.join(" ") };
}

function journalEdits(book: Book, edit: HandEditOfRow, line: Line): Edit[] {
  return book.tables.journal.present
    ? [
        {
          kind: "insert",
          table: "journal",
          row: line.run,
          values: {
            when: edit.now,
            who: edit.user,
            action: HAND_EDIT_TITLE,
            state: "выполнено",
            summary: line.summary,
          },
        },
      ]
    : [];
}
