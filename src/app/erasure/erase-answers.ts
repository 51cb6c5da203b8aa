/** The answers that these people gave to forms. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { TOKEN_TITLE } from "../../domain/forms/questionnaire";
import { readToken } from "../../domain/forms/token";
import { hash } from "../../domain/hash";
import type { Effect } from "../plan";
import type { AnswersOf } from "../ports";

export type GivenAnswers = {
  readonly effects: readonly Effect[];
  /** Answers of them in the tabs of the forms. */
  readonly count: number;
  /** Whether a row of a response tab is one of theirs. */
  readonly isTheirs: (
    formId: string,
    stamp: string,
    written: string,
  ) => boolean;
};

/** One effect for each form that one of them has answered. */
export function givenAnswers(book: Book, people: readonly Row[]): GivenAnswers {
  const codes = new Set(people.map(({ id }) => id));
  const tokens = people
    .map((row) => textOf(row, "token"))
    .filter((token) => token !== "");
  // Answers without a key that the curator has given to a person.
  const sources = rowsOf(book, "answers")
    .filter((row) => codes.has(textOf(row, "person")))
    .map((row) => textOf(row, "source"));
  const isTheirs = (formId: string, stamp: string, written: string) =>
    tokens.includes(readToken(written) ?? "") ||
    sources.includes(`${formId}|${stamp}|${written}`);
  const effects: Effect[] = [];
  let count = 0;
  for (const form of rowsOf(book, "forms")) {
    const formId = textOf(form, "formId");
    const grid = book.responses.find((one) => one.formId === formId);
    const key = grid?.headers.indexOf(TOKEN_TITLE) ?? -1;
    const rows = (grid?.rows ?? []).filter(({ stamp, cells }) =>
      isTheirs(formId, stamp, cells[key] ?? ""),
    );
    const mine = sources.filter((source) => source.startsWith(`${formId}|`));
    if (formId !== "" && rows.length + mine.length > 0) {
      count += rows.length;
      const answers: AnswersOf = { tokens, others: mine.map(partsOf) };
      effects.push({
        kind: "unanswer",
        key: `unanswer:${formId}:${hash(JSON.stringify(answers))}`,
        formId,
        form: textOf(form, "title") || form.id,
        answers,
      });
    }
  }
  return { effects, count, isTheirs };
}

/** Stamp and written key out of «form|stamp|written». */
function partsOf(source: string): AnswersOf["others"][number] {
  const [, stamp = "", ...written] = source.split("|");
  return { stamp, written: written.join("|") };
}
