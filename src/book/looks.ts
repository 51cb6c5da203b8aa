/** What of notes, choices and formats of the add-on's own columns is not as it is defined now. */
import type { TableState } from "./book";
import { isBank } from "./personal";
import { type Column, columnOf, ID } from "./table";
import { formatOf, TEXT_FORMAT } from "./write-cell";

/** A rule of a cell as far as the add-on's own can be told from others. */
export type RuleLook = null | { readonly list: readonly string[] } | "other";

export type ColumnLook = {
  /** Note of the header. */
  readonly note: string;
  /** Rules of the first data row and of the last sheet row. */
  readonly rules: readonly RuleLook[];
  /** Number format of the last sheet row; null where something stands there. */
  readonly format: string | null;
};

/** By column key. */
export type Looks = Readonly<Record<string, ColumnLook>>;

/** Keys of columns, in the order of the definition. */
export type Lacks = {
  readonly notes: readonly string[];
  readonly choices: readonly string[];
  readonly formats: readonly string[];
};

/**
 * Rules that the curator has made stay, and so do the columns of a tab of the
 * curator's own that became a bank.
 *
 * @param hasValues - Whether the values of a column stand somewhere in the book.
 */
export function lacksOf(
  state: TableState,
  looks: Looks,
  hasValues: (column: Column) => boolean,
): Lacks {
  const keysWhere = (
    isLacking: (column: Column, look: ColumnLook) => boolean,
  ) =>
    state.table.columns
      .filter((column) => {
        const look = looks[column.key];
        return look !== undefined && isLacking(column, look);
      })
      .map(({ key }) => key);
  return {
    notes: keysWhere(
      ({ key, note }, look) =>
        !state.unmarked.includes(key) && !look.note.includes(note),
    ),
    choices: keysWhere(
      (column, { rules }) =>
        !isCurators(state, column.key) &&
        (column.choices !== undefined ||
          (column.kind !== "many" && hasValues(column))) &&
        rules.some((rule) => isFree(column, rule)),
    ),
    formats: keysWhere(
      (column, { format }) =>
        !isCurators(state, column.key) &&
        format !== null &&
        column.kind !== "any" &&
        column.kind !== "formula" &&
        (formatOf(column, undefined) === TEXT_FORMAT) !==
          (format === TEXT_FORMAT),
    ),
  };
}

/** Adoption puts the codes to the right of the columns that the tab had. */
function isCurators({ table, positions }: TableState, key: string): boolean {
  const at = (one: string) => positions[one] ?? 0;
  return isBank(table.id) && at("fio") < at(ID) && at(key) < at(ID);
}

/** Whether the add-on may put its rule here: there is none, or an older list of its own. */
export function isFree({ choices = [] }: Column, rule: RuleLook): boolean {
  return (
    rule === null ||
    (typeof rule === "object" &&
      "list" in rule &&
      rule.list.length < choices.length &&
      rule.list.every((word) => choices.includes(word)))
  );
}

/** «списки выбора: «Код наставника»; примечания: «Статус»»; "" when nothing lacks. */
export function lacksWords(state: TableState, lacks: Lacks): string {
  const parts = [
    ["списки выбора", lacks.choices],
    ["примечания к заголовкам", lacks.notes],
    ["формат пустых ячеек", lacks.formats],
  ] as const;
  return parts
    .filter(([, keys]) => keys.length > 0)
    .map(([what, keys]) => {
      const headers = keys.map(
        (key) => `«${state.headers[key] ?? columnOf(state.table, key).header}»`,
      );
      return `${what} – ${headers.join(", ")}`;
    })
    .join("; ");
}
