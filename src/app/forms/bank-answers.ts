/** Answers about oneself on their way into a bank. */
import type { Book, ResponseGrid, Row } from "../../book/book";
import type { Edit } from "../../book/edits";
import { type CellValue, columnOf } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import type { Question, Questionnaire } from "../../domain/forms/questionnaire";
import { readInteger } from "../../domain/import/cells";
import type { Problem } from "../../shared/rpc";
import type { HideNames } from "../personal/hide-names";

/** One new answer, before it gets its row. */
export type Answer = {
  readonly form: Row;
  readonly questionnaire: Questionnaire;
  readonly grid: ResponseGrid;
  readonly row: ResponseGrid["rows"][number];
  readonly source: string;
  readonly person: Row | null;
};

export function cellOf(
  grid: ResponseGrid,
  row: ResponseGrid["rows"][number],
  title: string,
): string {
  return row.cells[grid.headers.indexOf(title)] ?? "";
}

type SetEdit = Extract<Edit, { kind: "set" }>;

/** Answers about oneself go into the bank; an empty answer changes nothing. */
export function profileEdits(
  answer: Answer,
  problems: Problem[],
  hide: HideNames,
): SetEdit[] {
  const { person, questionnaire } = answer;
  if (person === null) {
    return [];
  }
  return questionnaire.questions.flatMap((question): SetEdit[] => {
    const text = cellOf(answer.grid, answer.row, question.title).trim();
    if (question.column === undefined || text === "") {
      return [];
    }
    const value = bankValue(questionnaire, question, hide(text));
    if (value === null) {
      problems.push({
        severity: "warning",
        tab: answer.grid.tab,
        row: answer.row.row,
        column: question.title,
        message: `Ответ «${hide(text).slice(0, 40)}» не удалось записать в банк: нужно целое число. Впишите его вручную.`,
      });
      return [];
    }
    return [
      {
        kind: "set",
        table: questionnaire.role,
        row: person.id,
        column: question.column,
        value,
      },
    ];
  });
}

function bankValue(
  questionnaire: Questionnaire,
  question: Question,
  text: string,
): CellValue {
  const column = columnOf(TABLES[questionnaire.role], question.column ?? "");
  if (column.kind === "integer" || column.kind === "number") {
    const number = readInteger(text);
    return typeof number === "number" ? number : null;
  }
  if (question.list === true && !text.includes(";")) {
    const items = text.split(",").map((item) => item.trim());
    return items.filter((item) => item !== "").join("; ");
  }
  // Checkbox answers come joined by commas; topics may hold commas themselves.
  return question.kind === "many"
    ? (question.choices ?? [])
        .filter((choice) => text.includes(choice))
        .join("; ") || text
    : text;
}

/** Newer columns that the book does not have yet: their answers stay in «Ответы». */
export function missingColumns(
  book: Book,
  answers: readonly Answer[],
): readonly Problem[] {
  const seen = new Set<string>();
  return answers.flatMap(({ questionnaire, grid, row, person }) =>
    questionnaire.questions.flatMap(({ column, title }): Problem[] => {
      const { table, positions } = book.tables[questionnaire.role];
      const key = `${table.id}.${column}`;
      const isLost =
        column !== undefined &&
        person !== null &&
        positions[column] === undefined &&
        cellOf(grid, row, title).trim() !== "" &&
        !seen.has(key);
      if (!isLost) {
        return [];
      }
      seen.add(key);
      return [
        {
          severity: "warning",
          tab: table.title,
          row: 1,
          message: `На вкладке ещё нет графы «${columnOf(table, column).header}»: ответы о ней останутся на вкладке «Ответы». Сначала выберите «Проверить и исправить», тогда они попадут и в банк.`,
        },
      ];
    }),
  );
}
