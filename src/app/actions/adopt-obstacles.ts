/** What stands against a tab becoming a bank, each with its place. */
import type { Adopted } from "../../book/adopt";
import type { Bank } from "../../book/banks";
import type { Book, ForeignTab } from "../../book/book";
import { columnOf } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { PART_COLUMNS } from "../../domain/import/columns";
import type { FilePlan } from "../../domain/import/file-plan";
import type { Role } from "../../domain/import/read-role";
import type { Problem } from "../../shared/rpc";
import { BANK_OF } from "./import-banks";
import { isPerson } from "./import-sections";

type Kept = Adopted["kept"];

const PARTS = new Set(PART_COLUMNS.map(({ key }) => key));

/**
 * @param roles - Banks that the people of the tab would go to.
 * @param kept - The tab's columns that would carry a key.
 * @returns Errors; none when the tab can be adopted.
 */
export function obstaclesOf(
  book: Book,
  tab: ForeignTab,
  plan: FilePlan,
  roles: readonly Role[],
  kept: Kept,
  byCodes: boolean,
): Problem[] {
  const [role] = roles;
  return [
    ...shapeProblems(tab, plan, roles),
    ...(role === undefined ? [] : bankProblems(book, tab, BANK_OF[role])),
    ...(role === undefined || !byCodes
      ? []
      : nameProblems(tab, plan, role, kept)),
    ...rowProblems(tab, plan, kept),
  ];
}

function obstacle(tab: ForeignTab, message: string, row?: number): Problem {
  return {
    severity: "error",
    tab: tab.title,
    ...(row === undefined ? {} : { row }),
    message,
  };
}

function shapeProblems(
  tab: ForeignTab,
  plan: FilePlan,
  roles: readonly Role[],
): Problem[] {
  const { header } = plan;
  if (header === null || header.row !== 1 || header.rows !== 1) {
    return [
      obstacle(
        tab,
        header === null
          ? "В строке 1 нет названий граф."
          : "Названия граф должны стоять в строке 1 и занимать одну строку.",
        header?.row ?? 1,
      ),
    ];
  }
  const [merge] = tab.merges;
  return [
    ...(merge === undefined
      ? []
      : [
          obstacle(
            tab,
            "В таблице есть объединённые ячейки. Отмените объединение.",
            merge[0],
          ),
        ]),
    ...(roles.length === 1
      ? []
      : [
          obstacle(
            tab,
            roles.length === 0
              ? "На вкладке не найдено ни одного человека."
              : "На вкладке и наставники, и наставляемые, а банк – для одних. Разделите их на две вкладки.",
          ),
        ]),
  ];
}

/** The bank's own tab goes, so nothing may be lost with it. */
function bankProblems(book: Book, tab: ForeignTab, table: Bank): Problem[] {
  const state = book.tables[table];
  const isUntouched =
    state.rows.length === 0 &&
    state.lastRow <= 1 &&
    state.lastColumn <= state.table.columns.length;
  return isUntouched
    ? []
    : [
        obstacle(
          tab,
          `В банке «${TABLES[table].title}» уже что-то записано, а заменить можно только пустой.`,
        ),
      ];
}

/** By codes no column of names or contacts, whole or in parts, may come in. */
function nameProblems(
  tab: ForeignTab,
  plan: FilePlan,
  role: Role,
  kept: Kept,
): Problem[] {
  const table = TABLES[BANK_OF[role]];
  const whole = kept
    .filter(({ key }) => columnOf(table, key).personal === true)
    .map(({ header }) => header);
  const parts = Object.entries(plan.headers[role]?.mapping ?? {})
    .filter(([key]) => PARTS.has(key))
    .map(([, index]) => String(tab.raw.values[0]?.[index] ?? ""));
  return [...new Set([...whole, ...parts])].map((header) =>
    obstacle(
      tab,
      `В режиме «По кодам» имена и контакты в таблице не хранятся, а они стоят в графе «${header}».`,
      1,
    ),
  );
}

/** Totals, headings and rows without a name would be taken for people later. */
function rowProblems(tab: ForeignTab, plan: FilePlan, kept: Kept): Problem[] {
  return plan.results
    .filter(
      (result) =>
        result.sourceRow > 1 &&
        !isPerson(result) &&
        kept.some(
          ({ column }) =>
            !["", false].includes(
              (tab.raw.values[result.sourceRow - 1]?.[column - 1] ?? "") as
                | string
                | false,
            ),
        ),
    )
    .map((result) =>
      obstacle(
        tab,
        `Строка не о человеке. ${result.reason ?? ""}`.trim(),
        result.sourceRow,
      ),
    );
}
