/** «Проверить и исправить»: deleted tabs, lost keys, missing columns come back; data stay. */
import type { Book } from "../../book/book";
import type { Edit } from "../../book/edits";
import { lacksWords } from "../../book/looks";
import { nextIds } from "../../book/next-id";
import { personKeys } from "../../book/person-keys";
import { missingFormulas } from "../../book/row-formulas";
import { INITIAL_LISTS } from "../../book/tables/lists";
import { CORE_TABLES, TABLE_IDS, TABLES } from "../../book/tables/tables";
import type { JsonObject } from "../../shared/rpc";
import { scheduleOf } from "../digest/schedule";
import type { Action, Context, Effect, Plan } from "../plan";
import { setup } from "./setup";
import { nameEdits } from "./setup-rows";

export const repair: Action = {
  id: "repair",
  title: "Проверить и исправить",
  intro:
    "Создаст заново недостающие вкладки и графы, вернёт примечания к заголовкам, списки выбора и формат ячеек, выдаст коды строкам без кода, вернёт расписание включённого письма. Введённые данные, Ваши графы, списки и цвета не меняются.",
  needs: [],
  reads: TABLE_IDS,
  readsLooks: true,
  readsLayout: true,
  undoable: false,
  fields: () => [],
  blocked: (book) =>
    CORE_TABLES.every((id) => !book.tables[id].present)
      ? "Программа ещё не настроена. Начните с «Настроить программу…»."
      : null,
  plan: planRepair,
};

type LooksEdit = Extract<Edit, { kind: "looks" }>;

function planRepair(book: Book, _input: JsonObject, context: Context): Plan {
  const columns = TABLE_IDS.flatMap((table): Edit[] => {
    const state = book.tables[table];
    const missing = state.table.columns.filter(
      (column) => state.positions[column.key] === undefined,
    );
    const keys = [...state.unmarked, ...missing.map((column) => column.key)];
    return state.present && keys.length > 0
      ? [{ kind: "columns", table, keys }]
      : [];
  });
  const ids = TABLE_IDS.flatMap((table): Edit[] =>
    Object.entries(book.tables[table].newIds).map(([row, id]) => ({
      kind: "id",
      table,
      sheetRow: Number(row),
      row: id,
    })),
  );
  const looks = TABLE_IDS.flatMap((table): LooksEdit[] => {
    const lacks = book.lacks?.[table];
    return lacks !== undefined && lacksWords(book.tables[table], lacks) !== ""
      ? [{ kind: "looks", table, lacks }]
      : [];
  });
  const formulas = TABLE_IDS.filter(
    (id) => missingFormulas(book.tables[id]).length > 0,
  ).map((table): Edit => ({ kind: "formulas", table }));
  const names = nameEdits(book);
  // Set-up with nothing filled in makes what is missing and leaves the rest.
  const restored = setup.plan(book, {}, context);
  const keys = personKeys(book);
  const edits = [
    ...columns,
    ...looks,
    ...ids,
    ...formulas,
    ...restored.edits,
    ...newLists(book),
    ...keys.edits,
  ];
  const timer = timerEffect(book);
  const tabs = restored.edits.filter((edit) => edit.kind === "tab");
  return {
    summary: [
      ...(tabs.length > 0
        ? [
            `Вкладки, созданные заново: ${tabs.map((edit) => `«${TABLES[edit.table].title}»`).join(", ")}.`,
          ]
        : []),
      ...columns.map(
        (edit) =>
          `Вкладка «${TABLES[edit.table].title}»: графы и примечания к заголовкам – ${edit.kind === "columns" ? edit.keys.length : 0}.`,
      ),
      ...looks.map(
        ({ table, lacks }) =>
          `Вкладка «${TABLES[table].title}»: ${lacksWords(book.tables[table], lacks)}.`,
      ),
      ...names.map(
        ({ table }) =>
          `Вкладка «${TABLES[table].title}»: формулы будут видеть все строки.`,
      ),
      ...formulas.map(
        ({ table }) =>
          `Вкладка «${TABLES[table].title}»: недостающие формулы строк.`,
      ),
      ...(ids.length > 0
        ? [`Новые коды у строк без кода: ${ids.length}.`]
        : []),
      ...(keys.edits.length > 0
        ? [
            `Люди в обоих банках, отмеченные общим ключом: ${keys.edits.filter(({ table }) => table === "mentees").length}.`,
          ]
        : []),
      ...(timer === null ? [] : [timer.words]),
      ...(edits.length === 0 && timer === null
        ? ["Всё на месте, исправлять нечего."]
        : []),
    ],
    edits,
    effects: timer === null ? [] : [timer.effect],
    problems: [
      ...TABLE_IDS.flatMap((id) => book.tables[id].problems),
      ...keys.problems,
    ],
    verb: "Исправить",
  };
}

/** The letter that is switched on needs one trigger of whoever gets it. */
function timerEffect(
  book: Book,
): { readonly effect: Effect; readonly words: string } | null {
  const { count = null, isMine = false } = book.layout?.timer ?? {};
  const on = isMine && scheduleOf(book).on;
  if (count === null || !isMine || count === Number(on)) {
    return null;
  }
  return {
    effect: { kind: "mendTimer", key: `mendTimer:${on}`, on },
    words: !on
      ? "Еженедельное письмо выключено: его расписание будет убрано."
      : count === 0
        ? "Еженедельное письмо включено: расписание будет создано заново."
        : "Еженедельное письмо: лишнее расписание будет убрано, останется одно.",
  };
}

/** Usual values of lists that are newer than the book, into the rows that are there. */
function newLists(book: Book): Edit[] {
  const { present, positions, rows } = book.tables.lists;
  const next = nextIds(book, "lists");
  const missing = Object.entries(INITIAL_LISTS).filter(
    ([key]) => present && positions[key] === undefined,
  );
  const added = new Map<number, string>();
  return missing.flatMap(([column, values]) =>
    values.map((value, index): Edit => {
      const row = rows[index]?.id ?? added.get(index);
      if (row !== undefined) {
        return { kind: "set", table: "lists", row, column, value };
      }
      const id = next();
      added.set(index, id);
      return {
        kind: "insert",
        table: "lists",
        row: id,
        values: { [column]: value },
      };
    }),
  );
}
