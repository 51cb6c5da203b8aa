/** «Перейти на коды…»: names and contacts leave the book for a key file. */

import { BANKS, type Bank } from "../../book/banks";
import { type Book, rowsOf, textSetting } from "../../book/book";
import type { Edit } from "../../book/edits";
import { personalValues } from "../../book/personal";
import { MODE_CODES } from "../../book/tables/settings";
import { TABLE_IDS } from "../../book/tables/tables";
import { russianDate } from "../../domain/language/dates";
import { plural } from "../../domain/language/plural";
import type { KeyEntry } from "../../domain/people/key-file";
import type { JsonObject, Section } from "../../shared/rpc";
import { keyFileOf } from "../personal/import-key";
import { modeEdits, modeLine } from "../personal/mode-edits";
import { textProblem } from "../personal/mode-problems";
import { outOfReach } from "../personal/out-of-reach";
import { type Replaced, replaceNames } from "../personal/replace-names";
import { officials, textsOf } from "../personal/scan-book";
import type { Action, Context, Plan } from "../plan";
import { everyRun } from "../run/undo-store";

const PEOPLE = ["человек", "человека", "человек"] as const;

export const toCodes: Action = {
  id: "toCodes",
  title: "Перейти на коды",
  intro:
    "Имена, контакты и даты рождения участников уйдут из таблицы в файл ключа, который Вы скачаете до подтверждения; в таблице останутся коды. Вернуть их можно только этим файлом.",
  needs: ["settings", "mentees", "mentors", "pairs"],
  reads: TABLE_IDS,
  readsResponses: true,
  // Only the titles of the curator's own tabs.
  chosenTab: () => null,
  undoable: false,
  fields: () => [],
  blocked: () => null,
  plan: planToCodes,
};

function planToCodes(book: Book, _input: JsonObject, context: Context): Plan {
  const entries = BANKS.flatMap((bank) => keyEntries(book, bank));
  const replaced = replaceNames(textsOf(book), entries, officials(book));
  const mode = modeEdits(book, MODE_CODES, context);
  const edits = [...mode, ...clearing(book), ...replaced.edits];
  const runs = everyRun(book);
  return {
    summary: summaryOf(book, entries.length, replaced.edits.length, edits),
    edits,
    effects: [],
    problems: replaced.left.map(textProblem),
    details: [...placesOf(book, replaced), outOfReach(book)],
    ...(entries.length === 0 && replaced.texts.length === 0
      ? {}
      : { download: keyFileOf(entries, context.today, replaced.texts) }),
    verb:
      entries.length > 0
        ? `Убрать имена: ${entries.length} ${plural(entries.length, PEOPLE)}`
        : "Вести книгу по кодам",
    links: [{ label: "Наставляемые", tab: "Наставляемые" }],
    erases: runs,
    irrevocable: "forward",
  };
}

function summaryOf(
  book: Book,
  people: number,
  texts: number,
  edits: readonly Edit[],
): string[] {
  if (edits.length === 0) {
    return ["Книга уже ведётся по кодам, имён в ней не найдено."];
  }
  return [
    ...(textSetting(book, "mode") === MODE_CODES
      ? []
      : [modeLine(book, MODE_CODES)]),
    `Имена и контакты уходят в файл ключа: ${people} ${plural(people, PEOPLE)}. Графы очищаются, вписывать в них больше нельзя.`,
    ...(texts > 0
      ? [
          `Участник назван в текстах: ${texts} ${plural(texts, ["ячейка", "ячейки", "ячеек"])}. Вместо имени станет код, прежний текст – в файле ключа.`,
        ]
      : []),
    "Память для отмены прежних действий очищается: в ней были имена. Это действие не отменяется; имена возвращает «Вернуть имена…» с файлом ключа.",
  ];
}

function keyEntries(book: Book, bank: Bank): KeyEntry[] {
  return rowsOf(book, bank).flatMap((row) => {
    const values = personalValues(row, bank);
    const text = (key: string) => String(values[key] ?? "");
    const birthDate = text("birthDate");
    return Object.keys(values).length === 0
      ? []
      : [
          {
            code: row.id,
            name: text("fio"),
            contacts: text("contacts"),
            birthDate: birthDate === "" ? "" : russianDate(birthDate),
          },
        ];
  });
}

function clearing(book: Book): Edit[] {
  return BANKS.flatMap((bank) =>
    rowsOf(book, bank).flatMap((row) =>
      Object.keys(personalValues(row, bank)).map(
        (column): Edit => ({
          kind: "set",
          table: bank,
          row: row.id,
          column,
          value: null,
        }),
      ),
    ),
  );
}

/** What is cleared and where texts change; names are in the key alone. */
function placesOf(book: Book, { places }: Replaced): Section[] {
  const columns = BANKS.flatMap((bank) => {
    const { table, headers } = book.tables[bank];
    const counts = new Map<string, number>();
    for (const row of rowsOf(book, bank)) {
      for (const key of Object.keys(personalValues(row, bank))) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return [...counts].map(([key, count]) => [
      table.title,
      headers[key] ?? key,
      String(count),
    ]);
  });
  return [
    ...(columns.length === 0
      ? []
      : [
          {
            title: "Что очищается",
            headers: ["Вкладка", "Графа", "Ячеек"],
            rows: columns,
          },
        ]),
    ...(places.length === 0
      ? []
      : [
          {
            title: "Тексты, где имя заменится кодом",
            headers: ["Вкладка", "Строка", "Графа"],
            rows: places.map(({ tab, row, column }) => [
              tab,
              String(row),
              column,
            ]),
          },
        ]),
  ];
}
