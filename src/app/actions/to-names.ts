/** «Вернуть имена…»: the mode with names, and a key file back into the banks. */

import * as z from "zod/mini";
import { BANKS } from "../../book/banks";
import { type Book, findRow, textSetting } from "../../book/book";
import type { Edit } from "../../book/edits";
import { isIsoDate } from "../../book/parse-cell";
import { personalValues } from "../../book/personal";
import { MODE_NAMES } from "../../book/tables/settings";
import { TABLES } from "../../book/tables/tables";
import { russianDate } from "../../domain/language/dates";
import { plural } from "../../domain/language/plural";
import { type KeyEntry, readKeyFile } from "../../domain/people/key-file";
import { RISK_TITLE, riskLines } from "../../domain/people/mode-risk";
import type { JsonObject, Problem } from "../../shared/rpc";
import {
  isModeAsChosen,
  modeEdits,
  modeLine,
  riskSection,
} from "../personal/mode-edits";
import type { Action, Context, Plan } from "../plan";
import { textSource } from "./import-source";
import { optionalText, readInput } from "./read-input";

const LABELS = { file: "Файл ключа" };

const schema = z.object({ file: optionalText });

const PEOPLE = ["человек", "человека", "человек"] as const;

export const toNames: Action = {
  id: "toNames",
  title: "Вернуть имена",
  intro:
    "Книга будет вестись с именами: их можно вписывать в банки, а имена из файла ключа встанут на свои места сами.",
  needs: ["settings", "mentees", "mentors", "pairs"],
  // Taken back, it would leave the names in the memory of what was undone.
  undoable: false,
  fields: () => [
    {
      key: "file",
      label: LABELS.file,
      kind: "file",
      accept: ".csv,.xlsx,.txt,.tsv",
      hint: "Тот, что Вы скачали при загрузке или при переходе на коды. Без файла только сменится режим.",
      reading: { title: RISK_TITLE, lines: riskLines() },
    },
  ],
  blocked: () => null,
  plan: planToNames,
};

function planToNames(book: Book, input: JsonObject, context: Context): Plan {
  const { file } = readInput(schema, input, LABELS);
  const key =
    file.trim() === ""
      ? { entries: [], problems: [] }
      : readKeyFile(textSource(file).rows);
  const merged = mergeKey(book, key.entries);
  const isNew = textSetting(book, "mode") !== MODE_NAMES;
  const mode =
    isNew || !isModeAsChosen(book) ? modeEdits(book, MODE_NAMES, context) : [];
  const edits = [...mode, ...merged.edits];
  const { people } = merged;
  return {
    summary: [
      ...(isNew ? [modeLine(book, MODE_NAMES)] : []),
      ...(file.trim() === ""
        ? []
        : [
            `Имён в файле: ${key.entries.length}, из них встают в банки: ${people}.`,
          ]),
      ...(isNew
        ? [
            "Действие не отменяется: обратно ведёт «Перейти на коды…», тогда имена снова уйдут в файл ключа.",
          ]
        : []),
    ],
    edits,
    effects: [],
    problems: [
      ...key.problems.map(
        (message): Problem => ({ severity: "warning", message }),
      ),
      ...merged.problems,
    ],
    details: riskSection(isNew ? MODE_NAMES : ""),
    secretInput: true,
    irrevocable: "anew",
    verb:
      people > 0
        ? `Вернуть имена: ${people} ${plural(people, PEOPLE)}`
        : "Вести книгу с именами",
    links: BANKS.map((bank) => ({
      label: TABLES[bank].title,
      tab: TABLES[bank].title,
    })),
  };
}

type Merged = {
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** How many people get anything. */
  readonly people: number;
};

/** Blank cells are filled; what stands in a cell stays and is told. */
function mergeKey(book: Book, entries: readonly KeyEntry[]): Merged {
  const merged = entries.map((entry) => mergePerson(book, entry));
  const unknown = entries.filter((_, index) => merged[index] === null);
  const known = merged.flatMap((one) => (one === null ? [] : [one]));
  return {
    edits: known.flatMap(({ edits }) => edits),
    people: known.filter(({ edits }) => edits.length > 0).length,
    problems: [
      ...known.flatMap(({ problems }) => problems),
      ...(unknown.length > 0
        ? [
            {
              severity: "warning" as const,
              message: `Этих кодов нет в банках, их имена не записаны: ${unknown.map(({ code }) => code).join(", ")}.`,
            },
          ]
        : []),
    ],
  };
}

/** Null for a code that is in no bank. */
function mergePerson(
  book: Book,
  entry: KeyEntry,
): Pick<Merged, "edits" | "problems"> | null {
  const bank = BANKS.find((one) => findRow(book, one, entry.code) !== null);
  const row = bank === undefined ? null : findRow(book, bank, entry.code);
  if (bank === undefined || row === null) {
    return null;
  }
  const standing = personalValues(row, bank);
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const [column, value] of Object.entries(valuesOf(entry))) {
    const now = standing[column] ?? null;
    if (now === null) {
      edits.push({ kind: "set", table: bank, row: row.id, column, value });
    } else if (now !== value) {
      problems.push({
        severity: "warning",
        tab: TABLES[bank].title,
        row: row.row,
        column: book.tables[bank].headers[column] ?? column,
        message: `${row.id}: в ячейке записано другое, чем в файле ключа. Ячейка остаётся.`,
      });
    }
  }
  return { edits, problems };
}

function valuesOf({
  name,
  contacts,
  birthDate,
}: KeyEntry): Readonly<Record<string, string>> {
  const iso = birthDate.split(".").reverse().join("-");
  return {
    ...(name === "" ? {} : { fio: name }),
    ...(contacts === "" ? {} : { contacts }),
    ...(isIsoDate(iso) && russianDate(iso) === birthDate
      ? { birthDate: iso }
      : {}),
  };
}
