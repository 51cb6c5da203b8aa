/** What the sheet of one person says, and what all sheets say of the organisation. */
import {
  type Book,
  findRow,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { consentRules } from "../../book/consents";
import { personName } from "../../book/derive";
import { retentionYears } from "../../book/retention";
import { MODE_CODES } from "../../book/tables/settings";
import type { ConsentKind, Signer } from "../../domain/consents/kinds";
import type {
  ConsentFacts,
  ConsentSheet,
} from "../../domain/documents/consent-documents";
import { CURRENT_PAIR } from "../../domain/vocabulary";

export function consentFacts(book: Book, kind: ConsentKind): ConsentFacts {
  const iso = (key: string) => textSetting(book, key) || null;
  return {
    organization: {
      full: textSetting(book, "organization"),
      short: textSetting(book, "organizationShort"),
      address: textSetting(book, "address"),
      city: textSetting(book, "city"),
      site: textSetting(book, "site"),
    },
    head: {
      position: textSetting(book, "headPosition"),
      name: textSetting(book, "headName"),
    },
    period: { from: iso("periodFrom"), to: iso("periodTo") },
    years: retentionYears(book, kind),
    selfFrom: consentRules(book).selfFrom,
  };
}

export function consentSheet(
  book: Book,
  row: Row,
  signers: readonly Signer[],
): ConsentSheet {
  return {
    person: person(book, row),
    signers,
    mentees: rowsOf(book, "pairs")
      .filter(
        (pair) =>
          textOf(pair, "mentorId") === row.id &&
          ["черновик", ...CURRENT_PAIR].includes(textOf(pair, "status")),
      )
      .flatMap(
        (pair) => findRow(book, "mentees", textOf(pair, "menteeId")) ?? [],
      )
      .map((mentee) => person(book, mentee)),
  };
}

/** In «По кодам» the mark stands even where a name has been left in the bank. */
function person(book: Book, row: Row): ConsentSheet["person"] {
  const grade = textOf(row, "grade");
  return {
    name:
      textSetting(book, "mode") === MODE_CODES
        ? `{{${row.id}}}`
        : personName(row),
    position:
      textOf(row, "position") ||
      (/^\d/.test(grade) && !/класс/i.test(grade) ? `${grade} класс` : grade),
  };
}
