/** «Настроить программу…»: tabs, settings, lists, criteria, indicators. Repeating it changes nothing. */
import * as z from "zod/mini";
import { type Book, setting, textSetting } from "../../book/book";
import { counterEdits } from "../../book/counter-rows";
import type { Edit } from "../../book/edits";
import { startEdits } from "../../book/start-rows";
import {
  MODE_CODES,
  MODE_NAMES,
  type Setting,
} from "../../book/tables/settings";
import { CORE_TABLES, TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { RISK_TITLE, riskLines } from "../../domain/people/mode-risk";
import type { Field, JsonObject, Problem } from "../../shared/rpc";
import { modeLine, namedPeople, riskSection } from "../personal/mode-edits";
import type { Action, Context, Plan } from "../plan";
import { usualHint } from "../roadmap/usual-hint";
import { everyRun } from "../run/undo-store";
import {
  optionalDate,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";
import { changedSections, datesAfter, datesSummary } from "./roadmap-dates";
import {
  ASKED,
  criteriaEdits,
  indicatorEdits,
  listEdits,
  nameEdits,
  settingEdits,
  suggested,
} from "./setup-rows";

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
