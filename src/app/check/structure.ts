/** The book itself: tabs that are gone, cells that cannot be read, names and formulas that are broken. */
import { type Book, type Row, rowsOf, type TableState } from "../../book/book";
import { CHECK_ROW } from "../../book/start-rows";
import type { Column, TableId } from "../../book/table";
import { CORE_TABLES, NEWER_TABLES, TABLE_IDS } from "../../book/tables/tables";
import type { Problem } from "../../shared/rpc";
import { type Check, remark, tabRemark } from "./check-type";

const REPAIR = "«Проверить и исправить»";

export const lostTabs: Check = (book) => {
  const missing = CORE_TABLES.filter((id) => !book.tables[id].present);
  if (missing.length === CORE_TABLES.length) {
    return [
      {
        severity: "error",
        message:
          "Программа ещё не настроена: вкладок надстройки в таблице нет. Начните с «Настроить программу…».",
      },
    ];
  }
  return missing.map((id): Problem => {
    const { title } = book.tables[id].table;
    return NEWER_TABLES.includes(id)
      ? {
          severity: "hint",
          message: `Вкладки «${title}» в этой таблице ещё нет. ${REPAIR} добавит её; без неё всё работает как прежде.`,
        }
      : {
          severity: "error",
          message: `Нет вкладки «${title}». Если её удалили по ошибке, верните через «Файл → История версий»; ${REPAIR} создаст пустую.`,
        };
  });
};

/** What reading the tabs has found: bad cells, lost keys, doubled codes, short names. */
export const unreadCells: Check = (book) =>
  TABLE_IDS.flatMap((id) => book.tables[id].problems);

/** Defined names that formulas lean on: gone, or pointing elsewhere. */
export const lostNames: Check = (book) =>
  TABLE_IDS.flatMap((id) => {
    const lost = namesAstray(book, id);
    return lost.length === 0
      ? []
      : [
          tabRemark(
            book,
            id,
            "error",
            `Формулы не находят графы вкладки: ${lost.map(({ header }) => `«${header}»`).join(", ")} (имена диапазонов удалены или указывают не туда). Выберите ${REPAIR}.`,
          ),
        ];
  });

/** Columns of a present table whose defined name does not cover their rows. */
export function namesAstray(book: Book, id: TableId): readonly Column[] {
  const state = book.tables[id];
  const { layout } = book;
  return layout === undefined || !state.present
    ? []
    : state.table.columns.filter(
        (column) =>
          column.name !== undefined &&
          state.positions[column.key] !== undefined &&
          !isNamed(state, column, layout, layout.tabIds[id]),
      );
}

function isNamed(
  { positions, lastRow }: TableState,
  { key, name }: Column,
  { names }: NonNullable<Book["layout"]>,
  tabId: number | undefined,
): boolean {
  const range = names.find(
    (one) => one.name.toLowerCase() === name?.toLowerCase(),
  )?.range;
  return (
    range !== undefined &&
    range !== null &&
    range.tabId === tabId &&
    range.column === positions[key] &&
    range.firstRow === 2 &&
    range.lastRow >= lastRow
  );
}

/** What Sheets, LibreOffice and Excel show in place of a value. */
const FAULT = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!)/;

/** Cells with an error, and cells of formulas in which something else stands. */
export const brokenFormulas: Check = (book) =>
  TABLE_IDS.flatMap((id) => {
    const { table, positions, formulaCells } = book.tables[id];
    return rowsOf(book, id).flatMap((row): Problem[] => [
      ...ownFaults(table.title, row),
      ...table.columns.flatMap(({ key, kind, rowFormula }): Problem[] => {
        const value = row.values[key];
        const at = positions[key];
        if (typeof value === "string" && FAULT.test(value)) {
          return [
            remark(
              book,
              id,
              row,
              key,
              "error",
              `Формула показывает ошибку ${value.slice(0, 12)}. ${kind === "formula" ? formulaBack(rowFormula !== undefined) : "Исправьте формулу или впишите значение."}`,
            ),
          ];
        }
        return kind === "formula" &&
          // A counter of the curator's own may be a plain number.
          id !== "counters" &&
          at !== undefined &&
          // The row of the last check holds its result, empty cells nothing.
          row.id !== CHECK_ROW &&
          value !== null &&
          value !== undefined &&
          !formulaCells.has(`${row.row}:${at}`)
          ? [
              remark(
                book,
                id,
                row,
                key,
                "warning",
                `Здесь была формула, а стоит значение: оно больше не меняется вместе с данными. ${formulaBack(rowFormula !== undefined)}`,
              ),
            ]
          : [];
      }),
    ]);
  });

/** How a formula of the add-on comes back: in its cell, or with its row. */
function formulaBack(isOfRow: boolean): string {
  return `${isOfRow ? "Очистите ячейку" : "Удалите строку"} и выберите ${REPAIR}: формула вернётся.`;
}

/** In columns of the curator's own, which criteria may name. */
function ownFaults(tab: string, row: Row): Problem[] {
  return Object.entries(row.own ?? {}).flatMap(([column, value]) =>
    typeof value === "string" && FAULT.test(value)
      ? [
          {
            severity: "warning",
            tab,
            row: row.row,
            column: column.trim(),
            message: `Ваша формула показывает ошибку ${value.slice(0, 12)}. Исправьте её или впишите значение.`,
          },
        ]
      : [],
  );
}
