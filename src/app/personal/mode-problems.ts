/** What «Проверить данные» says of the mode of personal data: names where only codes may stand. */

import { BANKS, type Bank } from "../../book/banks";
import { type Book, rowsOf, textSetting } from "../../book/book";
import { isByCodes, personalValues } from "../../book/personal";
import { MODE_CHOSEN } from "../../book/tables/settings";
import { TABLES } from "../../book/tables/tables";
import { FINDING_WORDS } from "../../domain/people/finding";
import type { Problem } from "../../shared/rpc";
import { isModeAsChosen } from "./mode-edits";
import { scanBook, type TextPlace } from "./scan-book";

/** Letters of a finding that a message repeats. */
const QUOTED_LETTERS = 40;

export function modeProblems(book: Book): Problem[] {
  return [
    ...unchosenMode(book),
    ...(isByCodes(book)
      ? [
          ...BANKS.flatMap((bank) => namesLeft(book, bank)),
          ...scanBook(book).map(textProblem),
        ]
      : []),
  ];
}

/** The cell of the setting was typed over: nobody answers for it. */
function unchosenMode(book: Book): Problem[] {
  const mode = textSetting(book, "mode");
  return mode === "" ||
    textSetting(book, MODE_CHOSEN) === "" ||
    isModeAsChosen(book)
    ? []
    : [
        {
          severity: "error",
          tab: TABLES.settings.title,
          message: `Режим персональных данных («${mode}») изменён в ячейке вручную: даты и имени того, кто его выбрал, нет. Выберите нужный режим через меню «Персональные данные».`,
        },
      ];
}

function namesLeft(book: Book, bank: Bank): Problem[] {
  const { table, headers } = book.tables[bank];
  return rowsOf(book, bank).flatMap((row) =>
    Object.keys(personalValues(row, bank)).map(
      (key): Problem => ({
        severity: "error",
        tab: table.title,
        row: row.row,
        column: headers[key] ?? key,
        message: `${row.id}: книга ведётся по кодам, а ячейка заполнена. Надстройка её не читает. Выберите «Персональные данные → Перейти на коды…»: записанное уйдёт в файл ключа, и ячейка очистится.`,
      }),
    ),
  );
}

/** A text with something personal in it, as a remark that leads there. */
export function textProblem(place: TextPlace): Problem {
  const parts = place.findings.map(
    ({ kind, from, to }) =>
      `${FINDING_WORDS[kind]} «${short(place.text.slice(from, to))}»`,
  );
  return {
    severity: "warning",
    tab: place.tab,
    row: place.row,
    column: place.column,
    message: `Похоже на персональные данные: ${[...new Set(parts)].join(", ")}. Если это участник, замените кодом или удалите; если нет, оставьте.`,
  };
}

function short(text: string): string {
  return text.length > QUOTED_LETTERS
    ? `${text.slice(0, QUOTED_LETTERS - 1)}…`
    : text;
}
