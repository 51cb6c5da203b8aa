/** Rows of the banks as matching sees them. */
import {
  CRITERIA,
  type CriterionRow,
  WEIGHT_OF_WORD,
} from "../domain/matching/criteria";
import type { Participant } from "../domain/matching/participant";
import { normalizeName } from "../domain/people/normalize-name";
import type { Problem } from "../shared/rpc";
import {
  type Book,
  findRow,
  listOf,
  numberOf,
  type Row,
  rowsOf,
  textOf,
} from "./book";

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
  return rowsOf(book, role === "mentor" ? "mentors" : "mentees").map((row) =>
    participant(row, role),
  );
}

function participant(row: Row, role: Participant["role"]): Participant {
  const name = textOf(row, "fio");
  return {
    id: row.id,
    role,
    form: textOf(row, "form") || null,
    topics: listOf(row, "topics"),
    time: listOf(row, "time"),
    birthYear: numberOf(row, "birthYear"),
    experienceYears: numberOf(row, "experience"),
    capacity: Math.max(0, numberOf(row, "capacity") ?? 1),
    consent: CONSENT[textOf(row, "consent")] ?? "no",
    active: !INACTIVE.includes(textOf(row, "status")),
    personKey: name === "" ? null : normalizeName(name),
    workplace: textOf(row, role === "mentor" ? "work" : "grade") || null,
  };
}

/** The curator's criteria; a word nobody knows is reported and not counted. */
export function criteriaOf(book: Book): {
  rows: CriterionRow[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const rows = CRITERIA.flatMap(({ key }): CriterionRow[] => {
    const row = findRow(book, "criteria", key);
    const word = row === null ? "" : textOf(row, "weight");
    const weight = WEIGHT_OF_WORD[word];
    if (weight !== undefined) {
      return [{ key, weight }];
    }
    if (row !== null) {
      problems.push({
        severity: "warning",
        tab: "Критерии",
        row: row.row,
        column: "Важность",
        message: `Слово «${word}» не подходит. Выберите: ${Object.keys(WEIGHT_OF_WORD).join(", ")}. Пока критерий не учитывается.`,
      });
    }
    return [];
  });
  return { rows, problems };
}
