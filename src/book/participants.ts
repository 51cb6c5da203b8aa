/** Rows of the banks as matching sees them. */
import type { Answer, Participant } from "../domain/matching/participant";
import { normalizeName } from "../domain/people/normalize-name";
import { ownValue, plainRecord } from "../domain/record";
import { REFUSED_CANDIDATE } from "../domain/vocabulary";
import {
  type Book,
  listOf,
  numberOf,
  type Row,
  rowsOf,
  setting,
  textOf,
} from "./book";
import { ID, type Table } from "./table";
import { AGE } from "./tables/age";

export { criteriaOf } from "./criteria-of";
export { rulesOf } from "./rules-of";

const CONSENT: Readonly<Record<string, Participant["consent"]>> = {
  получено: "yes",
  отозвано: "withdrawn",
};

/** Statuses in which nobody is offered. */
const INACTIVE: readonly string[] = ["завершил", "выбыл", "приостановлен"];

export function participants(
  book: Book,
  role: "mentor" | "mentee",
): Participant[] {
  const id = role === "mentor" ? "mentors" : "mentees";
  const columns = answerColumns(book.tables[id].table);
  const year = setting(book, "schoolYear");
  return rowsOf(book, id).map((row) => {
    const name = textOf(row, "fio");
    const places = numberOf(row, role === "mentor" ? "capacity" : "wanted");
    return {
      id: row.id,
      role,
      form: textOf(row, "form") || null,
      capacity: Math.max(0, places ?? 1),
      headcount: Math.max(1, numberOf(row, "headcount") ?? 1),
      consent: ownValue(CONSENT, textOf(row, "consent")) ?? "no",
      active:
        !INACTIVE.includes(textOf(row, "status")) &&
        textOf(row, "interviewDecision") !== REFUSED_CANDIDATE,
      // Who is in both banks has a key; without it the name tells.
      personKey:
        textOf(row, "personKey") || (name === "" ? null : normalizeName(name)),
      answers: answersOf(row, columns, typeof year === "number" ? year : null),
    };
  });
}

type AnswerColumns = readonly {
  readonly key: string;
  readonly many: boolean;
}[];

/** Columns that may be compared: nothing personal, nothing the add-on fills. */
function answerColumns(table: Table): AnswerColumns {
  return table.columns
    .filter(
      ({ key, personal, derived, hidden }) =>
        key !== ID && personal !== true && derived !== true && hidden !== true,
    )
    .map(({ key, kind }) => ({ key, many: kind === "many" }));
}

/** @param year - First year of the school year: an age is of its first September. */
function answersOf(
  row: Row,
  columns: AnswerColumns,
  year: number | null,
): Participant["answers"] {
  const answers = plainRecord<Answer>(Object.entries(row.own ?? {}));
  for (const { key, many } of columns) {
    const answer = answerIn(row, key, many);
    if (answer !== null) {
      answers[key] = answer;
    }
  }
  const born = numberOf(row, "birthYear");
  if (born !== null && year !== null && year >= born) {
    answers[AGE.key] = year - born;
  }
  return answers;
}

function answerIn(row: Row, key: string, many: boolean): Answer | null {
  const value = row.values[key] ?? null;
  if (typeof value === "boolean") {
    return value ? "да" : "нет";
  }
  return value === null || value === ""
    ? null
    : many
      ? listOf(row, key)
      : value;
}
