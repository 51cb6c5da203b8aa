/** Article 351.8: a worker who mentors a worker has agreed in writing and signed an agreement. */
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import {
  consentPerson,
  consentRules,
  consentStanding,
  type Register,
  registerOf,
} from "../../book/consents";
import { personName } from "../../book/derive";
import { neededKinds } from "../../domain/consents/needs";
import { gapText } from "../../domain/consents/words";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

const PAPERS = {
  mentoring: "письменное согласие наставника",
  agreement: "дополнительное соглашение к трудовому договору",
} as const;

export const labourPapers: Check = (book, { today }) => {
  if (!book.tables.consents.present) {
    return [];
  }
  const register = registerOf(book);
  return rowsOf(book, "pairs")
    .filter((row) => CURRENT_PAIR.includes(textOf(row, "status")))
    .flatMap((row) => lackingPapers(book, register, row, today));
};

function lackingPapers(
  book: Book,
  register: Register,
  row: Row,
  today: string,
): readonly Problem[] {
  const mentor = findRow(book, "mentors", textOf(row, "mentorId"));
  if (mentor === null) {
    return [];
  }
  const rules = consentRules(book);
  const person = {
    ...consentPerson("mentors", mentor),
    form: textOf(row, "form") || textOf(mentor, "form"),
  };
  const lacks = neededKinds(person, rules).flatMap((kind) => {
    if (kind !== "mentoring" && kind !== "agreement") {
      return [];
    }
    const standing = consentStanding(
      register,
      "mentors",
      mentor,
      kind,
      rules,
      today,
    );
    return standing.state === "valid"
      ? []
      : [`${PAPERS[kind]} – ${gapText(standing, person.birth)}`];
  });
  return lacks.length === 0
    ? []
    : [
        remark(
          book,
          "pairs",
          row,
          "mentorId",
          "warning",
          `${personName(mentor)}, статья 351.8 ТК РФ: ${lacks.join("; ")}. Подготовьте документы («Согласия») и отметьте подпись либо поставьте «да» в графе «Наставничество – трудовая функция».`,
        ),
      ];
}
