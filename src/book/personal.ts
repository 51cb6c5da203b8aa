/** Names and contacts of participants: where they stand, and that «По кодам» shows them to nobody. */
import { BANKS, type Bank } from "./banks";
import type { Book, Row, TableState } from "./book";
import type { Edit, Values } from "./edits";
import type { CellValue, Column, TableId } from "./table";
import { MODE_CODES } from "./tables/settings";
import { TABLES } from "./tables/tables";

export function isBank(table: TableId): table is Bank {
  return BANKS.some((bank) => bank === table);
}

const KEYS: Readonly<Record<Bank, readonly string[]>> = {
  mentees: personalColumns("mentees"),
  mentors: personalColumns("mentors"),
};

function personalColumns(table: Bank): string[] {
  return TABLES[table].columns
    .filter(({ personal, derived }) => personal === true && derived !== true)
    .map(({ key }) => key);
}

/** Keys of a bank's columns that hold names, contacts and the like. */
export function personalKeys(table: Bank): readonly string[] {
  return KEYS[table];
}

export function isPersonal(table: TableId, column: string): boolean {
  return isBank(table) && KEYS[table].includes(column);
}

/** Whether the book keeps participants by code alone. */
export function isByCodes(book: Pick<Book, "tables">): boolean {
  return (
    book.tables.settings.rows.find(({ id }) => id === "mode")?.values[
      "value"
    ] === MODE_CODES
  );
}

/**
 * By codes no plan sees what somebody has typed into a personal column all the
 * same: the cells count as empty, and what stands there is in `veiled`, for
 * those that report or remove it.
 */
export function veil(
  tables: Readonly<Record<TableId, TableState>>,
): Readonly<Record<TableId, TableState>> {
  if (!isByCodes({ tables })) {
    return tables;
  }
  return {
    ...tables,
    mentees: veilBank(tables.mentees, "mentees"),
    mentors: veilBank(tables.mentors, "mentors"),
  };
}

function veilBank(state: TableState, bank: Bank): TableState {
  return { ...state, rows: state.rows.map((row) => veilRow(row, bank)) };
}

function veilRow(row: Row, bank: Bank): Row {
  const veiled: Record<string, CellValue> = {};
  for (const key of KEYS[bank]) {
    const value = row.values[key] ?? null;
    if (value !== null && value !== "") {
      veiled[key] = value;
    }
  }
  const keys = Object.keys(veiled);
  return keys.length === 0
    ? row
    : {
        ...row,
        values: {
          ...row.values,
          ...Object.fromEntries(keys.map((key) => [key, null])),
        },
        veiled,
      };
}

/** What stands in a person's personal cells, seen or veiled; blanks are absent. */
export function personalValues(row: Row, bank: Bank): Values {
  return Object.fromEntries(
    KEYS[bank].flatMap((key): [string, CellValue][] => {
      const value = row.veiled?.[key] ?? row.values[key] ?? null;
      return value === null || value === "" ? [] : [[key, value]];
    }),
  );
}

/**
 * The edits without names and contacts, where the book is kept by codes after
 * them: whatever an action planned, they are not written.
 */
export function withoutPersonal(book: Book, edits: readonly Edit[]): Edit[] {
  if (!isByCodesAfter(book, edits)) {
    return [...edits];
  }
  return edits.flatMap((edit): Edit[] => {
    if (edit.kind === "insert" && isBank(edit.table)) {
      const values = Object.entries(edit.values).filter(
        ([key]) => !isPersonal(edit.table, key),
      );
      return [{ ...edit, values: Object.fromEntries(values) }];
    }
    const isName =
      edit.kind === "set" &&
      edit.value !== null &&
      edit.value !== "" &&
      isPersonal(edit.table, edit.column);
    return isName ? [] : [edit];
  });
}

/** Whether the book is kept by codes once the edits are written. */
export function isByCodesAfter(book: Book, edits: readonly Edit[]): boolean {
  let isCoded = isByCodes(book);
  for (const edit of edits) {
    if (edit.table === "settings" && "row" in edit && edit.row === "mode") {
      if (edit.kind === "insert") {
        isCoded = edit.values["value"] === MODE_CODES;
      } else if (edit.kind === "set" && edit.column === "value") {
        isCoded = edit.value === MODE_CODES;
      }
    }
  }
  return isCoded;
}

const PERSONAL = new Set(
  BANKS.flatMap((bank) =>
    TABLES[bank].columns.filter(({ key }) => KEYS[bank].includes(key)),
  ),
);

/** Whether a column is one of a bank's for names and contacts. */
export function isOfBanks(column: Column): boolean {
  return PERSONAL.has(column);
}
