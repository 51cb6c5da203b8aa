/** Cells that something further on cannot do without. */

import { BANKS } from "../../book/banks";
import {
  type Book,
  findRow,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import type { TableId } from "../../book/table";
import { MODE_NAMES, SETTINGS } from "../../book/tables/settings";
import type { Problem } from "../../shared/rpc";
import { type Check, headerOf, remark } from "./check-type";

type Needed = {
  readonly table: TableId;
  readonly key: string;
  readonly severity: Problem["severity"];
  /** What is missing without it and what to do. */
  readonly message: string;
  readonly when?: (book: Book, row: Row) => boolean;
};

const inProgramme = (_: Book, row: Row) =>
  !["выбыл", "завершил"].includes(textOf(row, "status"));

const withNames = (book: Book, row: Row) =>
  textSetting(book, "mode") === MODE_NAMES && inProgramme(book, row);

const PERSON: readonly Needed[] = BANKS.flatMap((table): Needed[] => [
  {
    table,
    key: "fio",
    severity: "error",
    message:
      "Не указано имя: в приказах и анкетах вместо него будет код. Впишите фамилию, имя и отчество или название группы.",
    when: withNames,
  },
  {
    table,
    key: "form",
    severity: "warning",
    message:
      "Не выбрана форма наставничества: без неё не видно, кто кому подходит и какие нужны согласия. Выберите из списка.",
    when: inProgramme,
  },
]);

const NEEDED: readonly Needed[] = [
  ...PERSON,
  {
    table: "pairs",
    key: "form",
    severity: "warning",
    message:
      "Не выбрана форма наставничества пары: от неё зависят приказ и согласие наставника. Выберите из списка.",
    when: (_, row) => textOf(row, "status") !== "черновик",
  },
  {
    table: "pairs",
    key: "status",
    severity: "error",
    message: "Не указан статус пары: она не учитывается. Выберите из списка.",
  },
  {
    table: "roadmap",
    key: "stage",
    severity: "warning",
    message: "У этапа нет названия. Впишите его.",
    when: (_, row) => textOf(row, "content") === "",
  },
  {
    table: "documents",
    key: "number",
    severity: "warning",
    message:
      "Документ подписан, а номера нет. Впишите номер из журнала регистрации.",
    when: (_, row) => isSignedOrder(row),
  },
  {
    table: "documents",
    key: "date",
    severity: "warning",
    message: "Документ подписан, а даты нет. Впишите дату подписания.",
    when: (_, row) => isSignedOrder(row),
  },
];

function isSignedOrder(row: Row): boolean {
  return (
    textOf(row, "status") === "подписан" && textOf(row, "kind") === "приказ"
  );
}

/** Settings that stand in every order, or that dates are counted from. */
const NEEDED_SETTINGS: readonly string[] = [
  "organization",
  "headPosition",
  "headName",
  "curatorName",
  "schoolYear",
];

export const emptyCells: Check = (book) => [
  ...emptySettings(book),
  ...NEEDED.flatMap(({ table, key, severity, message, when }) =>
    book.tables[table].positions[key] === undefined
      ? []
      : rowsOf(book, table)
          .filter(
            (row) =>
              textOf(row, key).trim() === "" &&
              !book.tables[table].unreadable.has(`${row.row}:${key}`) &&
              (when === undefined || when(book, row)),
          )
          .map((row) => remark(book, table, row, key, severity, message)),
  ),
];

function emptySettings(book: Book): readonly Problem[] {
  return NEEDED_SETTINGS.flatMap((key) => {
    const row = findRow(book, "settings", key);
    const name = SETTINGS.find((one) => one.key === key)?.name ?? key;
    return row === null || textOf(row, "value").trim() !== ""
      ? []
      : [
          remark(
            book,
            "settings",
            row,
            "value",
            "warning",
            `Настройка «${name}» пуста, а нужна для приказов и дат. Впишите её в графу «${headerOf(book, "settings", "value")}».`,
          ),
        ];
  });
}
