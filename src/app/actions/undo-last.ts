/** «Отменить последнее действие»: takes back what still stands as the add-on wrote it. */

import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { takeBack } from "../../book/take-back";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Context, Effect, Plan } from "../plan";
import { keptProblems } from "../run/kept-problems";
import { type RunRecord, readRecord, storedRuns } from "../run/undo-store";

export const undoLast: Action = {
  id: "undo",
  title: "Отменить последнее действие",
  intro:
    "Вернёт таблицу к виду до последнего действия надстройки. Всё, что после него изменено вручную, останется и будет перечислено.",
  needs: [],
  reads: TABLE_IDS,
  readsResponses: true,
  undoable: false,
  fields: () => [],
  blocked: (book) =>
    lastRecord(book) === null
      ? "Отменять нечего: действий надстройки ещё не было или все уже отменены."
      : null,
  plan: planUndo,
};

/** Newest stored run that can be taken back. */
function lastRecord(book: Book): RunRecord | null {
  for (const run of storedRuns(book).reverse()) {
    const record = readRecord(book, run);
    if (record?.undoable === true) {
      return record;
    }
  }
  return null;
}

function planUndo(book: Book, _input: JsonObject, _context: Context): Plan {
  const record = lastRecord(book);
  if (record === null) {
    return {
      summary: ["Отменять нечего."],
      edits: [],
      effects: [],
      problems: [],
      verb: "Отменить",
    };
  }
  const back = takeBack(book, record.inverse);
  const { effects, problems } = trashEffects(book, record);
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
      `Отмена действия «${record.title}» от ${record.started}: ${count} ${plural(count, ["изменение", "изменения", "изменений"])}.`,
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
    problems: keptProblems(book, back.kept),
    verb: "Отменить 1 действие",
    forgets: [record.run],
    undoes: record.run,
  };
}

/** Documents and forms go to the bin unless signed or already answered. */
function trashEffects(
  book: Book,
  record: RunRecord,
): { effects: Effect[]; problems: Problem[] } {
  const effects: Effect[] = [];
  const problems: Problem[] = [];
  for (const effect of record.effects) {
    const row =
      effect.kind === "trash" ? null : findRow(book, effect.table, effect.row);
    if (effect.kind === "trash" || row === null) {
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
