/** The two banks as an import sees them, and its plan as their edits. */

import type { Bank } from "../../book/banks";
import {
  type Book,
  findRow,
  listValues,
  type Row,
  rowsOf,
  textOf,
} from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { isErased } from "../../book/erased";
import { nextId } from "../../book/next-id";
import {
  type CellValue,
  type Column,
  columnOf,
  rowId,
  rowNumberOfId,
} from "../../book/table";
import { INTERVIEW_KEYS, MAX_POINTS } from "../../book/tables/mentor-screening";
import { TABLES } from "../../book/tables/tables";
import type { ImportColumn } from "../../domain/import/columns";
import type {
  FileBank,
  FilePlan,
  FileResult,
} from "../../domain/import/file-plan";
import { CONSENT_WORDS, listHeaders } from "../../domain/import/list-headers";
import type { Role } from "../../domain/import/read-role";
import { YOUNG_SPECIALIST } from "../../domain/vocabulary";

export const BANK_OF: Readonly<Record<Role, Bank>> = {
  mentee: "mentees",
  mentor: "mentors",
};

/** What lists write for a value of a choice, by column key. */
const ALIASES: Readonly<
  Record<string, readonly (readonly [string, string])[]>
> = {
  consent: CONSENT_WORDS,
  source: [
    ["ученик", "обучающийся"],
    ["студент", "обучающийся"],
    ["учитель", "педагог"],
    ["воспитатель", "педагог"],
    ["мама", "родитель"],
    ["папа", "родитель"],
    ["законный представитель", "родитель"],
    ["работодатель", "сотрудник предприятия"],
    ["специалист предприятия", "сотрудник предприятия"],
    ["сотрудник компании", "сотрудник предприятия"],
    ["выпускник школы", "выпускник"],
  ],
  category: [
    ["мс", YOUNG_SPECIALIST],
    ["молодой педагог", YOUNG_SPECIALIST],
    ["молодой учитель", YOUNG_SPECIALIST],
    ["стаж до 3 лет", YOUNG_SPECIALIST],
    ["0–3 года", YOUNG_SPECIALIST],
    ["новый сотрудник", "вновь прибывший"],
    ["вновь принятый", "вновь прибывший"],
    ["после декрета", "после перерыва в работе"],
    ["после декретного отпуска", "после перерыва в работе"],
    ["после перерыва", "после перерыва в работе"],
    ["испытывает затруднения", "испытывающий затруднения"],
    ["с профессиональными дефицитами", "испытывающий затруднения"],
    ["учитель", "педагог"],
    ["ученик", "обучающийся"],
    ["студент", "обучающийся"],
  ],
  qualification: [
    ["первая категория", "первая"],
    ["1", "первая"],
    ["1 категория", "первая"],
    ["I", "первая"],
    ["высшая категория", "высшая"],
    ["вкк", "высшая"],
    ["1кк", "первая"],
    ["сзд", "соответствие должности"],
    ["соответствие", "соответствие должности"],
    ["соответствие занимаемой должности", "соответствие должности"],
    ["без категории", "нет категории"],
    ["нет", "нет категории"],
  ],
  interviewDecision: [
    ["принят", "рекомендован"],
    ["допущен", "рекомендован"],
    ["да", "рекомендован"],
    ["отказ", "отказано"],
    ["не рекомендован", "отказано"],
    ["нет", "отказано"],
  ],
};

export function fileBank(book: Book, table: Bank): FileBank {
  return {
    columns: importColumns(book, table),
    // Who was erased and comes again is somebody new.
    existing: rowsOf(book, table)
      .filter((row) => !isErased(row))
      .map(existing),
  };
}

/** Kinds of columns that a list may fill; derived and official-only ones are left alone. */
function importColumns(book: Book, table: Bank): ImportColumn[] {
  return TABLES[table].columns.flatMap((column): ImportColumn[] => {
    const { kind } = column;
    if (
      column.derived === true ||
      column.hidden === true ||
      // An older book has the year alone.
      (column.later === true &&
        column.key === "birthDate" &&
        book.tables[table].positions[column.key] === undefined) ||
      kind === "formula" ||
      kind === "any"
    ) {
      return [];
    }
    const allowed = allowedValues(book, column);
    return [
      {
        key: column.key,
        header: book.tables[table].headers[column.key] ?? column.header,
        kind,
        synonyms: [
          column.header,
          ...(column.synonyms ?? []),
          ...listHeaders(table === "mentors" ? "mentor" : "mentee", column.key),
        ],
        ...(allowed === null ? {} : { allowed }),
        aliases: (ALIASES[column.key] ?? []).filter(
          ([, value]) => allowed === null || allowed.includes(value),
        ),
        ...(INTERVIEW_KEYS.includes(column.key) ? { max: MAX_POINTS } : {}),
      },
    ];
  });
}

/** Values of a choice or list; null = anything. */
export function allowedValues(
  book: Book,
  column: Column,
): readonly string[] | null {
  const allowed =
    column.choices ??
    (column.list === undefined ? [] : listValues(book, column.list));
  // An empty list must not refuse every value.
  return allowed.length === 0 ? null : allowed;
}

function existing(row: Row) {
  const contacts = textOf(row, "contacts");
  const birthYear = row.values["birthYear"];
  return {
    id: row.id,
    name: textOf(row, "fio"),
    email: contacts,
    phone: contacts,
    birthYear: typeof birthYear === "number" ? birthYear : null,
  };
}

/** Inserts and sets for the rows of the plan that are taken. */
export function bankEdits(
  book: Book,
  plan: FilePlan,
  byCodes: boolean,
): Edit[] {
  const next = {
    mentees: idsFrom(book, "mentees"),
    mentors: idsFrom(book, "mentors"),
  };
  return plan.results.flatMap((result): Edit[] => {
    if (
      result.bank === null ||
      (result.action !== "add" && result.action !== "update")
    ) {
      return [];
    }
    const table = BANK_OF[result.bank];
    const values = writtenValues(table, result, byCodes);
    if (result.action === "add") {
      const row = next[table]();
      return [
        { kind: "insert", table, row, values: withDefaults(table, values) },
      ];
    }
    const row = targetRow(result);
    const before = findRow(book, table, row)?.values ?? {};
    return Object.entries(values)
      .filter(([column, value]) => !sameCell(before[column] ?? null, value))
      .map(([column, value]) => ({ kind: "set", table, row, column, value }));
  });
}

/** A source of the ids after the highest one given or seen. */
export function idsFrom(book: Book, table: Bank): () => string {
  const definition = TABLES[table];
  let number = rowNumberOfId(definition, nextId(book, table));
  return () => rowId(definition, number++);
}

function writtenValues(
  table: Bank,
  result: FileResult,
  byCodes: boolean,
): Record<string, CellValue> {
  return asCells(
    table,
    Object.fromEntries(
      Object.entries(result.values).filter(
        ([key, value]) =>
          key !== "id" &&
          value !== null &&
          !(byCodes && columnOf(TABLES[table], key).personal === true),
      ),
    ),
  );
}

/** Lists say «да» and «нет» where a cell holds a truth value. */
function asCells(
  table: Bank,
  values: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  const isYesNo = (key: string) =>
    TABLES[table].columns.find((column) => column.key === key)?.kind ===
    "yesno";
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      isYesNo(key) && typeof value === "string" ? value === "да" : value,
    ]),
  );
}

/** Blank consent means «нет»: a gate must not stand open by silence. */
export function withDefaults(
  table: Bank,
  given: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  const values = asCells(table, given);
  const consent = values["consent"] ?? "нет";
  const kind = values["kind"] ?? "персона";
  const headcount = values["headcount"] ?? 1;
  return table === "mentees"
    ? { ...values, consent, kind, headcount }
    : {
        ...values,
        consent,
        kind,
        headcount,
        capacity: values["capacity"] ?? 1,
      };
}

function targetRow(result: FileResult): string {
  if (result.targetId === undefined) {
    throw new RangeError(`bankEdits: row ${result.sourceRow} updates nobody`);
  }
  return result.targetId;
}
