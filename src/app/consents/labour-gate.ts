/** Article 351.8: whether the mentor of a pair has agreed in writing to help another worker. */
import type { Book, Row } from "../../book/book";
import {
  consentPerson,
  consentRules,
  consentStanding,
  type Register,
  signaturesOf,
} from "../../book/consents";
import { personName } from "../../book/derive";
import { neededKinds } from "../../domain/consents/needs";
import { gapText } from "../../domain/consents/words";

export type LabourConsent = "fine" | "unknown" | { readonly refused: string };

/**
 * A mentor of whom the register has rows is judged by them; of others nothing
 * is known, and the order leaves room for the signature.
 *
 * @param form - The pair's form; the mentor's own may differ.
 */
export function labourConsent(
  book: Book,
  register: Register,
  mentor: Row,
  form: string,
  today: string,
): LabourConsent {
  const person = { ...consentPerson("mentors", mentor), form };
  const rules = consentRules(book);
  if (!neededKinds(person, rules).includes("mentoring")) {
    return "fine";
  }
  const standing = consentStanding(
    register,
    "mentors",
    mentor,
    "mentoring",
    rules,
    today,
  );
  if (standing.state === "valid") {
    return "fine";
  }
  return signaturesOf(register, mentor.id, "mentoring").length === 0
    ? "unknown"
    : {
        refused: `${personName(mentor)}: письменное согласие наставника (ст. 351.8 ТК РФ) – ${gapText(standing, person.birth)}. Пара в приказ не входит.`,
      };
}
