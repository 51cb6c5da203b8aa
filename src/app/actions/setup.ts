/** «Настроить программу…»: tabs, settings, lists, criteria, indicators. Repeating it changes nothing. */
import * as z from "zod/mini";
import { type Book, findRow, setting } from "../../book/book";
import type { Edit } from "../../book/edits";
import { indicatorRows } from "../../book/indicator-rows";
import { type CellValue, rowId } from "../../book/table";
import { INITIAL_CRITERIA } from "../../book/tables/criteria-rows";
import { INITIAL_LISTS } from "../../book/tables/lists";
import { SETTINGS, type Setting } from "../../book/tables/settings";
import { CORE_TABLES, TABLES } from "../../book/tables/tables";
import { plural } from "../../domain/language/plural";
import type { Field, JsonObject } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import {
  integerOf,
  optionalDate,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";

const LABELS = Object.fromEntries(SETTINGS.map((one) => [one.key, one.name]));

const schema = z.object(
  Object.fromEntries(
    SETTINGS.map((one) => [
      one.key,
      one.kind === "integer"
        ? optionalInteger
        : one.kind === "date"
          ? optionalDate
          : optionalText,
    ]),
  ),
);

export const setup: Action = {
  id: "setup",
  title: "Настроить программу",
  intro:
    "Создаст вкладки программы и запишет сведения об организации. Пустые поля можно заполнить позже на вкладке «Настройки».",
  needs: [],
  reads: CORE_TABLES,
  undoable: true,
  fields: (book, today) =>
    SETTINGS.filter(({ asked }) => asked !== false).map((one) =>
      fieldOf(one, book, today),
    ),
  blocked: () => null,
  plan: planSetup,
};

function fieldOf(one: Setting, book: Book, today: string): Field {
  const current = setting(book, one.key) ?? suggested(one, today);
  const value = typeof current === "boolean" ? null : current;
  return {
    key: one.key,
    label: one.name,
    kind: one.kind,
    hint: one.about,
    ...(one.choices === undefined
      ? {}
      : {
          choices: one.choices.map((choice) => ({
            value: choice,
            label: choice,
          })),
        }),
    ...(value === null ? {} : { value }),
  };
}

/** Values that follow from today's date; a school year begins in July. */
function suggested(one: Setting, today: string): CellValue {
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

function planSetup(
  book: Book,
  input: JsonObject,
  context: { readonly today: string },
): Plan {
  const values = readInput(schema, input, LABELS);
  const missing = CORE_TABLES.filter((id) => !book.tables[id].present);
  const edits: Edit[] = [
    ...missing.map((table): Edit => ({ kind: "tab", table })),
    ...settingEdits(book, values, context.today),
    ...(book.tables.lists.present ? [] : listEdits()),
    ...criteriaEdits(book),
    ...indicatorEdits(book),
  ];
  const written = edits.filter(
    (edit) => edit.table === "settings" && edit.kind !== "tab",
  ).length;
  const summary = [
    ...(missing.length > 0
      ? [
          `Новые вкладки (${missing.length}): ${missing.map((id) => `«${TABLES[id].title}»`).join(", ")}.`,
        ]
      : []),
    ...(written > 0 ? [`Новые значения настроек: ${written}.`] : []),
    ...(edits.length === 0
      ? ["Всё уже настроено: вкладки на месте, настройки те же. Менять нечего."]
      : []),
  ];
  return {
    summary,
    edits,
    effects: [],
    problems: [],
    verb:
      missing.length > 0
        ? `Создать ${missing.length} ${plural(missing.length, ["вкладку", "вкладки", "вкладок"])}`
        : "Записать настройки",
    links: [{ label: "Настройки", tab: TABLES.settings.title }],
  };
}

function settingEdits(
  book: Book,
  values: Readonly<Record<string, string | number>>,
  today: string,
): Edit[] {
  return SETTINGS.flatMap((one): Edit[] => {
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
            value: given ?? suggested(one, today),
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

function listEdits(): Edit[] {
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

function criteriaEdits(book: Book): Edit[] {
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
