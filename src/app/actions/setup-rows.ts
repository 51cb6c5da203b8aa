/** Rows that set-up brings into the book; those that stand keep the curator's changes. */
import { type Book, findRow } from "../../book/book";
import type { Edit } from "../../book/edits";
import { indicatorRows } from "../../book/indicator-rows";
import { type CellValue, rowId } from "../../book/table";
import { INITIAL_CRITERIA } from "../../book/tables/criteria-rows";
import { INITIAL_LISTS } from "../../book/tables/lists";
import { SETTINGS, type Setting } from "../../book/tables/settings";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { namesAstray } from "../check/structure";
import { modeEdits } from "../personal/mode-edits";
import type { Context } from "../plan";
import { integerOf } from "./read-input";

/** Settings that the form of set-up asks. */
export const ASKED = SETTINGS.filter(({ asked }) => asked !== false);

/** Values that follow from today's date; a school year begins in July. */
export function suggested(one: Setting, today: string): CellValue {
  const first =
    Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 7 ? 1 : 0);
  switch (one.key) {
    case "schoolYear":
      return first;
    case "periodFrom":
      return `${first}-09-01`;
    case "periodTo":
      return `${first + 1}-05-31`;
    default:
      return one.initial;
  }
}

/** Names of present tables that formulas could not lean on. */
export function nameEdits(book: Book): Edit[] {
  return TABLE_IDS.filter(
    (id) => book.tables[id].shortNames || namesAstray(book, id).length > 0,
  ).map((table): Edit => ({ kind: "names", table }));
}

export function settingEdits(
  book: Book,
  values: Readonly<Record<string, string | number>>,
  mode: string,
  context: Pick<Context, "today" | "user">,
): Edit[] {
  return ASKED.flatMap((one): Edit[] => {
    if (one.key === "mode") {
      return modeEdits(book, mode, context);
    }
    const given = givenValue(one, values[one.key] ?? "");
    const row = findRow(book, "settings", one.key);
    if (row === null) {
      return [
        {
          kind: "insert",
          table: "settings",
          row: one.key,
          values: {
            name: one.name,
            value: given ?? suggested(one, context.today),
            about: one.about,
          },
        },
      ];
    }
    // An empty field means «leave as it is», so that nothing is lost by haste.
    return given === null || given === row.values["value"]
      ? []
      : [
          {
            kind: "set",
            table: "settings",
            row: one.key,
            column: "value",
            value: given,
          },
        ];
  });
}

function givenValue(one: Setting, given: string | number): CellValue {
  if (one.kind === "integer") {
    return integerOf(given);
  }
  const text = String(given).trim();
  return text === "" ? null : text;
}

export function listEdits(): Edit[] {
  const longest = Math.max(
    ...Object.values(INITIAL_LISTS).map((list) => list.length),
  );
  return Array.from({ length: longest }, (_, index) => ({
    kind: "insert",
    table: "lists",
    row: rowId(TABLES.lists, index + 1),
    values: Object.fromEntries(
      Object.entries(INITIAL_LISTS).map(([key, list]) => [
        key,
        list[index] ?? null,
      ]),
    ),
  }));
}

export function criteriaEdits(book: Book): Edit[] {
  return INITIAL_CRITERIA.filter(
    (row) => findRow(book, "criteria", row.id) === null,
  ).map(
    (row): Edit => ({
      kind: "insert",
      table: "criteria",
      row: row.id,
      values: row.values,
    }),
  );
}

/** Missing indicators; those that stand keep the curator's changes. */
export function indicatorEdits(book: Book): Edit[] {
  return indicatorRows()
    .filter((row) => findRow(book, "indicators", row.id) === null)
    .map(
      (row): Edit => ({
        kind: "insert",
        table: "indicators",
        row: row.id,
        values: row.values,
      }),
    );
}
