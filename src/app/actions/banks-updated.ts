/** «Банки обновлены»: notes that the banks were gone through, on which day and by whom. */

import * as z from "zod/mini";
import { settingEdit, UPDATED, UPDATED_BY } from "../../book/bank-updates";
import { BANKS, type Bank } from "../../book/banks";
import { type Book, rowsOf, textOf, textSetting } from "../../book/book";
import { isErased } from "../../book/erased";
import { isIsoDate } from "../../book/parse-cell";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { russianDate } from "../../domain/language/dates";
import { counted } from "../../domain/language/plural";
import type { JsonObject } from "../../shared/rpc";
import type { Action, Context, Plan } from "../plan";
import { readInput } from "./read-input";

const LABELS = { which: "Какой банк", day: "Когда обновлён" };

const schema = z.object({
  which: z._default(z.enum(["both", ...BANKS]), "both"),
  day: z.string().check(z.refine(isIsoDate, "нужна дата")),
});

/** What is looked at once a year, and how a blank of it is called. */
const LOOKED_AT: readonly (readonly [key: string, blank: string])[] = [
  ["form", "без формы наставничества"],
  ["topics", "без тем"],
  ["time", "без удобного времени"],
  ["birthYear", "без года рождения"],
];

export const banksUpdated: Action = {
  id: "banks-updated",
  title: "Банки обновлены",
  intro:
    "Положения о наставничестве требуют обновлять банки не реже раза в год. Пройдите по строкам: кто выбыл, у кого изменились класс, должность, темы, время и места, а затем отметьте день.",
  needs: ["settings", "mentees", "mentors"],
  undoable: true,
  fields: (_book, today) => [
    {
      key: "which",
      label: LABELS.which,
      kind: "choice",
      choices: [
        { value: "both", label: "Оба" },
        ...BANKS.map((bank) => ({ value: bank, label: TABLES[bank].title })),
      ],
      value: "both",
    },
    {
      key: "day",
      label: LABELS.day,
      kind: "date",
      required: true,
      value: today,
    },
  ],
  blocked: (book) =>
    BANKS.every((bank) => rowsOf(book, bank).length === 0)
      ? "Банки пусты. Сначала выберите «Загрузить людей…»."
      : null,
  plan: planUpdated,
};

function planUpdated(
  book: Book,
  input: JsonObject,
  { today, user }: Context,
): Plan {
  const { which, day } = readInput(schema, input, LABELS);
  if (day > today) {
    throw new UserError(
      "INPUT",
      "День обновления ещё не наступил. Исправьте дату.",
    );
  }
  const banks = which === "both" ? BANKS : [which];
  return {
    summary: banks.map(
      (bank) => `Банк «${TABLES[bank].title}» обновлён ${russianDate(day)}.`,
    ),
    edits: [
      ...banks.map((bank) => settingEdit(book, UPDATED[bank], day)),
      settingEdit(book, UPDATED_BY, user),
    ],
    effects: [],
    problems: [],
    details: banks.map((bank) => ({
      title: TABLES[bank].title,
      lines: [lastUpdate(book, bank), ...blanks(book, bank)],
    })),
    verb: "Отметить обновление",
    links: banks.map((bank) => ({
      label: TABLES[bank].title,
      tab: TABLES[bank].title,
    })),
  };
}

function lastUpdate(book: Book, bank: Bank): string {
  const last = textSetting(book, UPDATED[bank]);
  const who = textSetting(book, UPDATED_BY);
  return last === ""
    ? "Прежде обновление не отмечалось."
    : `Прежняя отметка: ${russianDate(last)}${who === "" ? "" : `, ${who}`}.`;
}

/** How many rows of people in the programme lack what matters for pairing. */
function blanks(book: Book, bank: Bank): string[] {
  const rows = rowsOf(book, bank).filter(
    (row) =>
      !isErased(row) && !["выбыл", "завершил"].includes(textOf(row, "status")),
  );
  const lacking = LOOKED_AT.map(
    ([key, words]) =>
      [rows.filter((row) => textOf(row, key) === "").length, words] as const,
  ).filter(([count]) => count > 0);
  return [
    `В программе: ${counted(rows.length, ["строка", "строки", "строк"])}.`,
    ...lacking.map(([count, words]) => `${count} – ${words}.`),
  ];
}
