/** «Загрузить людей…»: a list from a file or the clipboard into the banks. */
import * as z from "zod/mini";
import {
  type Book,
  findRow,
  listValues,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { type CellValue, columnOf } from "../../book/table";
import { MODE_CODES } from "../../book/tables/settings";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import type { ImportColumn } from "../../domain/import/columns";
import type { FilePlan, FileResult } from "../../domain/import/file-plan";
import { planFile } from "../../domain/import/import-file";
import { readDelimited } from "../../domain/import/read-delimited";
import type { JsonObject } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { problemsOf, summaryOf, verbOf } from "./import-summary";
import { optionalText, readInput } from "./read-input";

const schema = z.object({
  file: optionalText,
  text: optionalText,
  into: z._default(z.enum(["auto", "mentees", "mentors"]), "auto"),
});

const LABELS = { file: "Файл", text: "Список", into: "Куда загрузить" };

export const importPeople: Action = {
  id: "import",
  title: "Загрузить людей",
  intro:
    "Выберите файл .csv или вставьте таблицу из буфера обмена. До подтверждения ничего не записывается; каждая строка списка будет учтена.",
  needs: ["settings", "lists", "mentees", "mentors", "pairs"],
  undoable: true,
  fields: () => [
    {
      key: "file",
      label: "Файл со списком (.csv, .txt)",
      kind: "file",
      accept: ".csv,.txt,.tsv",
    },
    {
      key: "text",
      label: "Или вставьте таблицу сюда",
      kind: "longtext",
      hint: "Первая строка – названия граф.",
    },
    {
      key: "into",
      label: "Куда загрузить",
      kind: "choice",
      choices: [
        { value: "auto", label: "По графе «Роль»" },
        { value: "mentees", label: "Все – наставляемые" },
        { value: "mentors", label: "Все – наставники" },
      ],
      value: "auto",
    },
  ],
  blocked: () => null,
  plan: planImportAction,
};

const BANK = { mentee: "mentees", mentor: "mentors" } as const;

function planImportAction(book: Book, input: JsonObject): Plan {
  const { file, text, into } = readInput(schema, input, LABELS);
  const source = file.trim() === "" ? text : file;
  if (source.trim() === "") {
    throw new UserError(
      "INPUT",
      "Список пуст. Выберите файл или вставьте таблицу вместе со строкой заголовков.",
    );
  }
  const byCodes = textSetting(book, "mode") === MODE_CODES;
  const plan = planFile({
    rows: readDelimited(source).rows,
    into: into === "auto" ? "auto" : into === "mentees" ? "mentee" : "mentor",
    banks: {
      mentor: {
        columns: importColumns(book, "mentors"),
        existing: existing(book, "mentors"),
      },
      mentee: {
        columns: importColumns(book, "mentees"),
        existing: existing(book, "mentees"),
      },
    },
    nameRequired: !byCodes,
  });
  const edits = bankEdits(book, plan, byCodes);
  const updated = new Set(
    edits.flatMap((edit) => (edit.kind === "set" ? [edit.row] : [])),
  ).size;
  return {
    summary: summaryOf(plan, updated, byCodes),
    edits,
    effects: [],
    problems: problemsOf(plan),
    details: [
      {
        headers: ["Строка", "Что будет", "Кто", "Почему"],
        rows: plan.results
          .filter(
            (result) => result.action !== "skip" && result.action !== "add",
          )
          .map((result) => [
            String(result.sourceRow),
            ACTION_WORDS[result.action],
            String(result.values["fio"] ?? result.targetId ?? ""),
            result.reason ?? "",
          ]),
      },
    ],
    verb: verbOf(plan, updated),
    links: [
      { label: TABLES.mentees.title, tab: TABLES.mentees.title },
      { label: TABLES.mentors.title, tab: TABLES.mentors.title },
    ],
  };
}

const ACTION_WORDS = {
  add: "добавить",
  update: "обновить",
  doubtful: "проверить",
  refused: "не записывать",
  skip: "пропустить",
} as const;

/** How lists mark a consent that is there. */
const CONSENT_WORDS: readonly (readonly [string, string])[] = [
  ["да", "получено"],
  ["есть", "получено"],
  ["+", "получено"],
];

/** Kinds of columns that a list may fill; derived and official-only ones are left alone. */
function importColumns(
  book: Book,
  table: "mentees" | "mentors",
): ImportColumn[] {
  return TABLES[table].columns.flatMap((column): ImportColumn[] => {
    const { kind } = column;
    if (
      column.derived === true ||
      column.hidden === true ||
      kind === "formula" ||
      kind === "any"
    ) {
      return [];
    }
    const allowed =
      column.choices ??
      (column.list === undefined ? undefined : listValues(book, column.list));
    return [
      {
        key: column.key,
        header: book.tables[table].headers[column.key] ?? column.header,
        kind,
        synonyms: [column.header, ...(column.synonyms ?? [])],
        // An empty list must not refuse every value.
        ...(allowed === undefined || allowed.length === 0 ? {} : { allowed }),
        ...(column.key === "consent" ? { aliases: CONSENT_WORDS } : {}),
      },
    ];
  });
}

function existing(book: Book, table: "mentees" | "mentors") {
  return rowsOf(book, table).map((row: Row) => {
    const contacts = textOf(row, "contacts");
    const birthYear = row.values["birthYear"];
    return {
      id: row.id,
      name: textOf(row, "fio"),
      email: contacts,
      phone: contacts,
      birthYear: typeof birthYear === "number" ? birthYear : null,
    };
  });
}

function bankEdits(book: Book, plan: FilePlan, byCodes: boolean): Edit[] {
  const added = { mentees: 0, mentors: 0 };
  return plan.results.flatMap((result): Edit[] => {
    if (
      result.bank === null ||
      (result.action !== "add" && result.action !== "update")
    ) {
      return [];
    }
    const table = BANK[result.bank];
    const values = Object.fromEntries(
      Object.entries(result.values).filter(
        ([key, value]) =>
          key !== "id" &&
          value !== null &&
          !(byCodes && columnOf(TABLES[table], key).personal === true),
      ),
    ) as Record<string, CellValue>;
    if (result.action === "add") {
      const row = nextId(book, table, added[table]);
      added[table] += 1;
      return [
        { kind: "insert", table, row, values: withDefaults(table, values) },
      ];
    }
    const row = targetRow(result);
    const before = findRow(book, table, row)?.values ?? {};
    const changed = Object.entries(values).filter(
      ([column, value]) => !sameCell(before[column] ?? null, value),
    );
    return changed.map(([column, value]) => ({
      kind: "set",
      table,
      row,
      column,
      value,
    }));
  });
}

/** Blank consent means «нет»: a gate must not stand open by silence. */
function withDefaults(
  table: "mentees" | "mentors",
  values: Record<string, CellValue>,
): Record<string, CellValue> {
  const consent = values["consent"] ?? "нет";
  return table === "mentees"
    ? {
        ...values,
        consent,
        kind: values["kind"] ?? "персона",
        headcount: values["headcount"] ?? 1,
      }
    : { ...values, consent, capacity: values["capacity"] ?? 1 };
}

function targetRow(result: FileResult): string {
  if (result.targetId === undefined) {
    throw new RangeError(
      `importPeople: row ${result.sourceRow} updates nobody`,
    );
  }
  return result.targetId;
}
