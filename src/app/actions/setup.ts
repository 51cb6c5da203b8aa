/** «Настроить программу…»: tabs, settings, lists, criteria, indicators. Repeating it changes nothing. */
import * as z from "zod/mini";
import { type Book, findRow, setting, textSetting } from "../../book/book";
import { counterEdits } from "../../book/counter-rows";
import type { Edit } from "../../book/edits";
import { indicatorRows } from "../../book/indicator-rows";
import { startEdits } from "../../book/start-rows";
import { type CellValue, rowId } from "../../book/table";
import { INITIAL_CRITERIA } from "../../book/tables/criteria-rows";
import { INITIAL_LISTS } from "../../book/tables/lists";
import {
  MODE_CODES,
  MODE_NAMES,
  SETTINGS,
  type Setting,
} from "../../book/tables/settings";
import { CORE_TABLES, TABLE_IDS, TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { RISK_TITLE, riskLines } from "../../domain/people/mode-risk";
import type { Field, JsonObject, Problem } from "../../shared/rpc";
import { namesAstray } from "../check/structure";
import {
  modeEdits,
  modeLine,
  namedPeople,
  riskSection,
} from "../personal/mode-edits";
import type { Action, Context, Plan } from "../plan";
import { usualHint } from "../roadmap/usual-hint";
import { everyRun } from "../run/undo-store";
import {
  integerOf,
  optionalDate,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";
import { changedSections, datesAfter, datesSummary } from "./roadmap-dates";

const ASKED = SETTINGS.filter(({ asked }) => asked !== false);

const LABELS = Object.fromEntries(ASKED.map((one) => [one.key, one.name]));

const MODES: readonly string[] = [MODE_CODES, MODE_NAMES];

const schema = z.object(
  Object.fromEntries(
    ASKED.map((one) => [
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
  reads: [...CORE_TABLES, "undo"],
  readsLayout: true,
  undoable: true,
  fields: (book, today) => ASKED.map((one) => fieldOf(one, book, today)),
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
    hint: one.about + usualHint(one.key, book, today),
    ...(one.key === "mode"
      ? { reading: { title: RISK_TITLE, lines: riskLines() } }
      : {}),
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
  context: Pick<Context, "today" | "user">,
): Plan {
  const values = readInput(schema, input, LABELS);
  const choice = chosenMode(book, String(values["mode"] ?? ""));
  const missing = CORE_TABLES.filter((id) => !book.tables[id].present);
  const edits: Edit[] = [
    ...missing.map((table): Edit => ({ kind: "tab", table })),
    ...settingEdits(book, values, choice.mode, context),
    ...(book.tables.lists.present ? [] : listEdits()),
    ...criteriaEdits(book),
    ...counterEdits(book),
    ...indicatorEdits(book),
    ...startEdits(book),
    ...nameEdits(book),
  ];
  const dates = datesAfter(book, edits);
  const written = edits.filter(
    (edit) => edit.table === "settings" && edit.kind !== "tab",
  ).length;
  const isNewMode = textSetting(book, "mode") !== choice.mode;
  const names = edits.filter(({ kind }) => kind === "names");
  const summary = [
    ...(missing.length > 0
      ? [
          `Новые вкладки (${missing.length}): ${missing.map((id) => `«${TABLES[id].title}»`).join(", ")}.`,
        ]
      : []),
    ...(names.length > 0
      ? [
          `Формулы будут видеть все строки вкладок: ${names.map(({ table }) => `«${TABLES[table].title}»`).join(", ")}.`,
        ]
      : []),
    ...(written > 0 ? [`Новые значения настроек: ${written}.`] : []),
    ...(isNewMode ? [modeLine(book, choice.mode)] : []),
    ...(dates.edits.length > 0 ? datesSummary(dates) : []),
    ...(edits.length === 0
      ? ["Всё уже настроено: вкладки на месте, настройки те же. Менять нечего."]
      : []),
  ];
  return {
    summary,
    edits: [...edits, ...dates.edits],
    effects: [],
    problems: [...choice.problems, ...dates.problems],
    details: [
      ...(isNewMode ? riskSection(choice.mode) : []),
      ...changedSections(dates),
    ],
    verb:
      missing.length > 0
        ? `Создать ${missing.length} ${plural(missing.length, ["вкладку", "вкладки", "вкладок"])}`
        : "Записать настройки",
    links: [
      { label: TABLES.start.title, tab: TABLES.start.title },
      { label: TABLES.settings.title, tab: TABLES.settings.title },
    ],
    // What was done with names must not be remembered by codes.
    ...(isNewMode && choice.mode === MODE_CODES
      ? { erases: everyRun(book) }
      : {}),
  };
}

/** The mode to be; names are not stranded in a book that turns to codes. */
function chosenMode(
  book: Book,
  given: string,
): { readonly mode: string; readonly problems: readonly Problem[] } {
  const before = textSetting(book, "mode");
  const wanted = given.trim() || before || MODE_CODES;
  if (given.trim() !== "" && !MODES.includes(wanted)) {
    throw new UserError(
      "INPUT",
      `Режим персональных данных – «${MODES.join("» или «")}», а указано «${wanted}».`,
    );
  }
  const people = namedPeople(book);
  // What is neither has been typed over: names that are there stay in sight.
  const isKept = people > 0 && before !== MODE_CODES && before !== "";
  const mode = MODES.includes(wanted) ? wanted : MODE_CODES;
  return isKept && mode === MODE_CODES
    ? {
        mode: MODE_NAMES,
        problems: [
          {
            severity: "error",
            tab: TABLES.settings.title,
            message: `Режим не изменён: в банках стоят имена или контакты (${people} ${plural(people, ["человек", "человека", "человек"])}). Выберите «Персональные данные → Перейти на коды…»: имена уйдут в файл ключа, и режим сменится.`,
          },
        ],
      }
    : { mode, problems: [] };
}

/** Names of present tables that formulas could not lean on. */
export function nameEdits(book: Book): Edit[] {
  return TABLE_IDS.filter(
    (id) => book.tables[id].shortNames || namesAstray(book, id).length > 0,
  ).map((table): Edit => ({ kind: "names", table }));
}

function settingEdits(
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
