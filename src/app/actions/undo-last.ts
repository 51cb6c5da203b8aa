/** «Отменить последнее действие»: takes back what still stands as the add-on wrote it. */

import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { HAND_EDIT_TITLE, type HandEdit } from "../../book/hand-edit";
import { columnOf } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { type TakenBack, takeBack } from "../../book/take-back";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import {
  type Action,
  type Context,
  type Effect,
  isMaking,
  type Plan,
} from "../plan";
import { runNumber } from "../run/hand-edits";
import { keptProblems } from "../run/kept-problems";
import { type RunRecord, readRecord, storedRuns } from "../run/undo-store";

export const undoLast: Action = {
  id: "undo",
  title: "Отменить последнее действие",
  intro:
    "Вернёт таблицу к виду до последнего действия надстройки или до последней правки наставника, наставляемого или статуса на вкладке «Пары». Всё, что после него изменено вручную, останется и будет перечислено.",
  needs: [],
  reads: TABLE_IDS,
  readsResponses: true,
  undoable: false,
  fields: () => [],
  blocked: (book) =>
    deedsOf(book).next().done === true
      ? "Отменять нечего: действий надстройки ещё не было или все уже отменены."
      : null,
  plan: planUndo,
};

/** An action or an edit by hand that can be taken back. */
type Deed = Pick<
  RunRecord,
  "run" | "title" | "started" | "inverse" | "effects"
> & {
  /** What the edit was; actions are told by their title. */
  readonly told: readonly string[];
  /** Columns of «Пары» that are not put back. */
  readonly left: readonly string[];
};

/** Newest first; records are read only as far as they are asked for. */
function* deedsOf(book: Book): Generator<Deed> {
  const hand = [...(book.handEdits ?? [])];
  for (const run of storedRuns(book).reverse()) {
    const record = readRecord(book, run);
    if (record?.undoable === true) {
      yield* handDeeds(hand, runNumber(run));
      yield { ...record, told: [], left: [] };
    }
  }
  yield* handDeeds(hand, 0);
}

/** Takes the edits that came after a run out of the list. */
function* handDeeds(hand: HandEdit[], after: number): Generator<Deed> {
  for (;;) {
    const newest = hand[hand.length - 1];
    if (newest === undefined || runNumber(newest.run) < after) {
      return;
    }
    hand.pop();
    yield {
      ...newest,
      title: HAND_EDIT_TITLE,
      effects: [],
      told: [newest.summary],
    };
  }
}

/** Deeds of which nothing is left to take back go with the first that has something. */
function planUndo(book: Book, _input: JsonObject, _context: Context): Plan {
  const spent: Deed[] = [];
  for (const deed of deedsOf(book)) {
    const back = takeBack(book, deed.inverse);
    const bin = trashEffects(book, deed);
    if (back.edits.length + bin.effects.length + bin.problems.length > 0) {
      return planOf(book, deed, back, bin, spent);
    }
    spent.push(deed);
  }
  return {
    summary: [
      "Отменять нечего: всё, что записали последние действия, уже изменено вручную.",
    ],
    edits: [],
    effects: [],
    problems: [],
    verb: "Отменить",
  };
}

function planOf(
  book: Book,
  record: Deed,
  back: TakenBack,
  { effects, problems }: Trash,
  spent: readonly Deed[],
): Plan {
  if (problems.length > 0) {
    // Half of an action taken back would leave pairs or answers hanging.
    return {
      summary: [
        `Действие «${record.title}» от ${record.started} отменить нельзя.`,
      ],
      edits: [],
      effects: [],
      problems,
      verb: "Отменить",
    };
  }
  const count = back.edits.length;
  return {
    summary: [
      ...spent.map(
        ({ title, started }) =>
          `Действие «${title}» от ${started}: отменять уже нечего.`,
      ),
      `Отмена действия «${record.title}» от ${record.started}: ${count} ${plural(count, ["изменение", "изменения", "изменений"])}.`,
      ...record.told,
      ...(effects.length > 0
        ? [
            `В корзину: ${effects.length} ${plural(effects.length, ["файл", "файла", "файлов"])}.`,
          ]
        : []),
      ...(back.kept.length > 0
        ? [`Остаётся изменённое вручную: ${back.kept.length}.`]
        : []),
    ],
    edits: back.edits,
    effects,
    problems: [...keptProblems(book, back.kept), ...leftProblems(book, record)],
    verb: "Отменить 1 действие",
    forgets: [...spent, record].map(({ run }) => run),
  };
}

function leftProblems(book: Book, { left }: Deed): Problem[] {
  const { headers, table } = book.tables.pairs;
  return left.map((key) => ({
    severity: "warning",
    tab: table.title,
    column: headers[key] ?? columnOf(table, key).header,
    message:
      "Прежний текст слишком длинный и не сохранён: ячейка остаётся как есть.",
  }));
}

type Trash = {
  readonly effects: readonly Effect[];
  readonly problems: readonly Problem[];
};

/** Documents and forms go to the bin unless signed or already answered. */
function trashEffects(book: Book, record: Pick<RunRecord, "effects">): Trash {
  const effects: Effect[] = [];
  const problems: Problem[] = [];
  for (const effect of record.effects) {
    const row = isMaking(effect)
      ? findRow(book, effect.table, effect.row)
      : null;
    if (!isMaking(effect) || row === null) {
      continue;
    }
    const reason = reasonToKeep(book, effect, row);
    const file = textOf(row, effect.kind === "form" ? "formId" : "file");
    if (reason !== null) {
      const tab = TABLES[effect.table].title;
      problems.push({
        severity: "warning",
        tab,
        row: row.row,
        message: reason,
      });
    } else if (file !== "") {
      effects.push({ kind: "trash", key: `trash:${file}`, file });
    }
  }
  return { effects, problems };
}

function reasonToKeep(book: Book, effect: Effect, row: Row): string | null {
  if (effect.kind === "document" && textOf(row, "status") === "подписан") {
    return "Документ подписан: он остаётся.";
  }
  const isAnswered =
    effect.kind === "form" &&
    (rowsOf(book, "answers").some(
      (answer) => textOf(answer, "form") === row.id,
    ) ||
      book.responses.some(
        ({ formId, rows }) =>
          formId === textOf(row, "formId") && rows.length > 0,
      ));
  return isAnswered
    ? "На анкету уже ответили: она остаётся, ответы целы."
    : null;
}
