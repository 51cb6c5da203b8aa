/** What the runner adds to every plan: ids, derived columns, and the refusals. */
import type { Book, Row, TableState } from "../../book/book";
import { consentEdits } from "../../book/consents";
import { derive } from "../../book/derive";
import { applyEdits, type Edit, sameCell } from "../../book/edits";
import { withoutPersonal } from "../../book/personal";
import { type Column, columnOf, ID, type TableId } from "../../book/table";
import { UserError } from "../../domain/errors";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Context, Plan } from "../plan";
import { markEdits } from "../roadmap/marks";
import { fitCells } from "./fit-cells";
import { withUpkeep } from "./upkeep";

/**
 * The whole plan of an action: ids promised to rows without one, the action's
 * own edits, derived columns. Pure.
 *
 * @throws UserError `TAB_MISSING`, `COLUMN_MISSING` before anything is written.
 */
export function completePlan(
  action: Action,
  book: Book,
  input: JsonObject,
  context: Context,
): Plan {
  requireTabs(action, book);
  // Consents end by the calendar alone: the plan must not see yesterday's gate.
  const due = consentEdits(book, context.today);
  const plan = action.plan(applyEdits(book, due), input, context);
  const ids = idEdits(book, action.needs);
  const planned = [...ids, ...due, ...plan.edits];
  const own = withoutPersonal(book, planned);
  const after = applyEdits(book, own);
  const derived = [
    ...derive(after),
    ...consentEdits(after, context.today),
    ...markEdits(after),
  ];
  const { edits, problems } = writable(book, [...own, ...derived]);
  const fitted = fitCells(book, edits);
  return {
    ...plan,
    edits: withUpkeep(book, action, plan, fitted.edits),
    problems: [
      ...plan.problems,
      ...problems,
      ...fitted.problems,
      ...tableProblems(action, book),
    ],
  };
}

export function requireTabs(action: Action, book: Book): void {
  const isUntouched = Object.values(book.tables).every(
    ({ present }) => !present,
  );
  for (const id of action.needs) {
    const state = book.tables[id];
    if (!state.present && isUntouched) {
      throw new UserError(
        "TAB_MISSING",
        "Программа в этой таблице ещё не настроена. Выберите «Настроить программу…»: вкладки будут созданы, Ваши останутся как есть.",
      );
    }
    if (!state.present) {
      throw new UserError(
        "TAB_MISSING",
        `Нет вкладки «${state.table.title}». Выберите «Проверить и исправить»: она будет создана заново. Если вкладку удалили по ошибке, сначала верните её через «Файл → История версий».`,
      );
    }
    for (const column of state.table.columns) {
      const isNeeded = column.required === true || column.key === ID;
      if (isNeeded && state.positions[column.key] === undefined) {
        throw new UserError(
          "COLUMN_MISSING",
          missingColumn(state.table.title, column.header),
        );
      }
    }
  }
}

function missingColumn(tab: string, header: string): string {
  return `На вкладке «${tab}» нет графы «${header}» (строка 1). Верните прежний заголовок или выберите «Проверить и исправить»: графа будет добавлена справа. Ничего не записано.`;
}

function idEdits(book: Book, tables: readonly TableId[]): Edit[] {
  return tables.flatMap((table) =>
    Object.entries(book.tables[table].newIds).map(
      ([sheetRow, row]): Edit => ({
        kind: "id",
        table,
        sheetRow: Number(sheetRow),
        row,
      }),
    ),
  );
}

function tableProblems(action: Action, book: Book): Problem[] {
  return action.needs.flatMap((id) => book.tables[id].problems);
}

/** Leaves out writes that change nothing or would replace the curator's formula. */
function writable(
  book: Book,
  edits: readonly Edit[],
): { edits: Edit[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const created = new Set(
    edits.flatMap((edit) => (edit.kind === "tab" ? [edit.table] : [])),
  );
  const added = new Set(
    edits.flatMap((edit) =>
      addedKeys(edit).map((key) => `${edit.table}.${key}`),
    ),
  );
  const rows = new Map<TableId, Map<string, Row>>();
  const rowIn = (table: TableId, id: string) => {
    const known =
      rows.get(table) ??
      new Map(book.tables[table].rows.map((row) => [row.id, row]));
    rows.set(table, known);
    return known.get(id);
  };
  const known = (table: TableId, key: string) =>
    created.has(table) ||
    added.has(`${table}.${key}`) ||
    book.tables[table].positions[key] !== undefined;
  const kept = besideAdopted(edits).flatMap((edit): Edit[] => {
    const state = book.tables[edit.table];
    if (edit.kind === "insert") {
      const entries = Object.entries(edit.values).filter(([key, value]) => {
        if (known(edit.table, key) || value === null) {
          return true;
        }
        return refuseOrSkip(state.table.title, columnOf(state.table, key));
      });
      return [
        {
          ...edit,
          values: Object.fromEntries(
            entries.filter(([key]) => known(edit.table, key)),
          ),
        },
      ];
    }
    if (edit.kind !== "set") {
      return [edit];
    }
    const column = columnOf(state.table, edit.column);
    if (!known(edit.table, edit.column)) {
      refuseOrSkip(state.table.title, column);
      return [];
    }
    const row = rowIn(edit.table, edit.row);
    if (row === undefined) {
      return [edit];
    }
    const reason = whyLeft(state, row.row, column);
    if (
      reason !== null &&
      !sameCell(row.values[column.key] ?? null, edit.value)
    ) {
      problems.push({
        severity: "warning",
        tab: state.table.title,
        row: row.row,
        column: state.headers[edit.column] ?? column.header,
        message: reason,
      });
    }
    if (reason !== null) {
      return [];
    }
    return [edit];
  });
  return { edits: withoutIdle(book, kept), problems };
}

function addedKeys(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case "columns":
      return edit.keys;
    case "adopt":
      return edit.adopted.added;
    default:
      return [];
  }
}

/** A tab just adopted gets values in the columns added to it, in no other. */
function besideAdopted(edits: readonly Edit[]): readonly Edit[] {
  const adopted = new Map(
    edits.flatMap((edit) =>
      edit.kind === "adopt"
        ? [[edit.table, new Set(edit.adopted.added)] as const]
        : [],
    ),
  );
  return edits.filter(
    (edit) =>
      edit.kind !== "set" ||
      (adopted.get(edit.table)?.has(edit.column) ?? true),
  );
}

/** Why a cell is not written over, or null. */
function whyLeft(
  state: TableState,
  row: number,
  column: Column,
): string | null {
  const position = state.positions[column.key] ?? 0;
  if (
    column.kind !== "formula" &&
    state.formulaCells.has(`${row}:${position}`)
  ) {
    return "В ячейке стоит Ваша формула: надстройка её не меняет.";
  }
  return state.unreadable.has(`${row}:${column.key}`)
    ? "Записанное здесь не удалось прочитать, поэтому ячейка оставлена как есть. Исправьте или очистите её и повторите."
    : null;
}

/** A derived or newer column may be missing; one with the action's own data may not. */
function refuseOrSkip(
  tab: string,
  column: Pick<Column, "header" | "derived" | "later">,
): boolean {
  if (column.derived === true || column.later === true) {
    return false;
  }
  throw new UserError("COLUMN_MISSING", missingColumn(tab, column.header));
}

/** Drops sets of a value that already stands there and is set only once. */
function withoutIdle(book: Book, edits: readonly Edit[]): Edit[] {
  const last = new Map<string, number>();
  edits.forEach((edit, index) => {
    if (edit.kind === "set") {
      last.set(`${edit.table}\n${edit.row}\n${edit.column}`, index);
    }
  });
  const index = new Map<TableId, Map<string, Row>>();
  return edits.filter((edit, at) => {
    if (edit.kind !== "set") {
      return true;
    }
    if (last.get(`${edit.table}\n${edit.row}\n${edit.column}`) !== at) {
      return false;
    }
    const rows =
      index.get(edit.table) ??
      new Map(book.tables[edit.table].rows.map((row) => [row.id, row]));
    index.set(edit.table, rows);
    const old = rows.get(edit.row);
    const standing =
      old?.veiled?.[edit.column] ?? old?.values[edit.column] ?? null;
    return old === undefined || !sameCell(standing, edit.value);
  });
}

/** The derived edits that can be written into the book as it stands. */
export function completeDerived(book: Book, edits: readonly Edit[]): Edit[] {
  return writable(book, edits).edits;
}
