/** Forms of mentoring that do not fit the people: «студент – ученик» with pupils as mentors. */

import { BANKS, type Bank } from "../../book/banks";
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import { type Side, sideOf, sidesOfForm } from "../../domain/people/form-sides";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

export const formSides: Check = (book) => [
  ...BANKS.flatMap((bank) =>
    rowsOf(book, bank)
      .filter((row) => !["выбыл", "завершил"].includes(textOf(row, "status")))
      .flatMap((row) => misfit(book, bank, row, bank, row)),
  ),
  ...rowsOf(book, "pairs")
    .filter((row) =>
      ["черновик", ...CURRENT_PAIR].includes(textOf(row, "status")),
    )
    .flatMap((row) => pairMisfit(book, row)),
];

/** Only where the pair's form is another than the one the person's row names. */
function pairMisfit(book: Book, row: Row): readonly Problem[] {
  return (
    [
      ["mentors", "mentorId"],
      ["mentees", "menteeId"],
    ] as const
  ).flatMap(([bank, key]) => {
    const person = findRow(book, bank, textOf(row, key));
    return person === null || textOf(person, "form") === textOf(row, "form")
      ? []
      : misfit(book, bank, person, "pairs", row);
  });
}

function misfit(
  book: Book,
  bank: Bank,
  person: Row,
  table: Bank | "pairs",
  row: Row,
): readonly Problem[] {
  const role = bank === "mentors" ? "mentor" : "mentee";
  const form = textOf(row, "form");
  const word = sidesOfForm(form)[role];
  const wanted = sideOf(word);
  const found = whoIs(person);
  if (wanted === null || found === null || agrees(wanted, found.side)) {
    return [];
  }
  const whose = role === "mentor" ? "наставник" : "наставляемый";
  return [
    remark(
      book,
      table,
      row,
      "form",
      "warning",
      `${personName(person)}: в форме «${form}» ${whose} – ${word}, а в банке ${found.why}. Выберите подходящую форму${advice(role, found.side)} или исправьте банк.`,
    ),
  ];
}

function advice(role: "mentor" | "mentee", side: Side): string {
  return role === "mentor" && side === "pupil"
    ? ", например «ученик – ученик»,"
    : "";
}

/** What the row says of the person: a class without a position, or the reverse. */
function whoIs(row: Row): { readonly side: Side; readonly why: string } | null {
  const grade = textOf(row, "grade").trim();
  const position = textOf(row, "position").trim();
  const named = sideOf(position);
  if (position !== "" && grade === "") {
    return {
      side: named ?? "worker",
      why: `указана должность «${position.slice(0, 40)}»`,
    };
  }
  if (grade !== "" && position === "") {
    return {
      side: /курс|студ/i.test(grade)
        ? "student"
        : /групп/i.test(grade)
          ? "learner"
          : "pupil",
      why: `в графе «Класс» стоит «${grade.slice(0, 40)}»`,
    };
  }
  return textOf(row, "kind") === "класс"
    ? { side: "pupil", why: "это класс" }
    : null;
}

/** «Обучающийся» may be a pupil and a student; a partner works elsewhere. */
function agrees(wanted: Side, found: Side): boolean {
  const learns = (side: Side) => side === "pupil" || side === "student";
  if (wanted === "learner" || found === "learner") {
    return learns(wanted === "learner" ? found : wanted) || wanted === found;
  }
  return wanted === found || (!learns(wanted) && !learns(found));
}
