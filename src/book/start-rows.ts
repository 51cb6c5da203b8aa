/** Rows of «Начало»: steps with their state, counters, the last check. */
import { type Book, findRow } from "./book";
import type { Edit, Values } from "./edits";
import { asFormula, call, type Formula, text } from "./formula";
import { COUNTERS, counterId } from "./start-counters";
import { STEP_ROWS, type StartRow } from "./start-steps";
import type { TableId } from "./table";

/** Row that «Проверить данные» writes into. */
export const CHECK_ROW = "check";

const ROWS: readonly StartRow[] = [
  ...STEP_ROWS,
  ...Object.entries(COUNTERS).map(([key, { name, count, tab }]) => ({
    id: counterId(key),
    section: "Счётчики",
    name,
    count,
    tab,
  })),
  {
    id: CHECK_ROW,
    section: "Проверка",
    name: "Замечания при последней проверке данных",
    tab: "settings",
  },
];

/** Table whose tab the link of a row of «Начало» opens; null for a row of the curator's. */
export function linkedTable(row: string): TableId | null {
  return ROWS.find(({ id }) => id === row)?.tab ?? null;
}

/** Stands in a link until the tab's id is known. */
const TAB_MARK = /\{tab:([a-zA-Z]+)\}/;

export function linkFormula(tab: TableId): string {
  return asFormula(
    call("HYPERLINK", text(`#gid={tab:${tab}}`), text("Открыть вкладку")),
  );
}

/** The formula with the id in it; null while the tab does not exist. */
export function resolveLink(
  formula: string,
  ids: Readonly<Partial<Record<string, number>>>,
): string | null {
  const table = TAB_MARK.exec(formula)?.[1];
  const id = table === undefined ? undefined : ids[table];
  return table === undefined
    ? formula
    : id === undefined
      ? null
      : formula.replace(TAB_MARK, String(id));
}

function valuesOf(row: StartRow): Values {
  const formula = (one: Formula | undefined) =>
    one === undefined ? null : asFormula(one);
  const isCheck = row.id === CHECK_ROW;
  return {
    section: row.section,
    name: row.name,
    state: isCheck ? "ещё не было" : formula(row.state),
    count: formula(row.count),
    todo: isCheck
      ? "Выберите «Проверить данные»"
      : formula(row.todo === undefined ? undefined : call("TRIM", row.todo)),
    link: isCheck ? null : linkFormula(row.tab),
  };
}

/** Rows of «Начало» that are missing; those that stand keep what the curator changed. */
export function startEdits(book: Book): Edit[] {
  return ROWS.filter((row) => findRow(book, "start", row.id) === null).map(
    (row): Edit => ({
      kind: "insert",
      table: "start",
      row: row.id,
      values: valuesOf(row),
    }),
  );
}
