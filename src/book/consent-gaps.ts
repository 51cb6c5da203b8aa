/** Who of the programme lacks which consent, who is about to, and who came of age. */
import { addDays, type Birth, type Iso } from "../domain/consents/age";
import type { ConsentKind, Signer } from "../domain/consents/kinds";
import { neededKinds } from "../domain/consents/needs";
import type { Standing } from "../domain/consents/standing";
import { type Bank, bankRows } from "./banks";
import { type Book, type Row, textOf } from "./book";
import {
  consentPerson,
  consentRules,
  consentStanding,
  isGroup,
  registerOf,
} from "./consents";

/** How long before its end a consent is called to mind, days. */
const SOON_DAYS = 30;

export type PersonStanding = {
  readonly bank: Bank;
  readonly row: Row;
  readonly birth: Birth;
  readonly standing: Standing;
};

/** Those who are in the programme: nobody is reminded after leaving. */
export function activePeople(
  book: Book,
): readonly { readonly bank: Bank; readonly row: Row }[] {
  return bankRows(book).filter(
    ({ row }) => !["выбыл", "завершил"].includes(textOf(row, "status")),
  );
}

/** Standing of every kind that is needed, or of one kind for everybody it concerns. */
export function standings(
  book: Book,
  today: Iso,
  only: ConsentKind | null = null,
): readonly PersonStanding[] {
  const register = registerOf(book);
  const rules = consentRules(book);
  return activePeople(book).flatMap(({ bank, row }) => {
    const person = consentPerson(bank, row);
    const needed = isGroup(row)
      ? (["processing"] as const)
      : neededKinds(person, rules);
    const isOptional = only === "publication" || only === "photo";
    const kinds =
      only === null
        ? needed
        : needed.includes(only) || (isOptional && !isGroup(row))
          ? [only]
          : [];
    return kinds.map((kind) => ({
      bank,
      row,
      birth: person.birth,
      standing: consentStanding(register, bank, row, kind, rules, today),
    }));
  });
}

export function isGap({ standing }: PersonStanding): boolean {
  return standing.state !== "valid" && standing.state !== "notNeeded";
}

export type Renewal = PersonStanding & {
  readonly why: "expires" | "cameOfAge" | "mayComeOfAge";
  /** Whose new signature is due. */
  readonly signers: readonly Signer[];
};

/** Valid consents that ask for something: soon over, or given before coming of age. */
export function renewals(book: Book, today: Iso): readonly Renewal[] {
  const later = standings(book, addDays(today, SOON_DAYS));
  return standings(book, today).flatMap((one, index): Renewal[] => {
    const { state, cameOfAge } = one.standing;
    const then = later[index]?.standing;
    if (state !== "valid") {
      return [];
    }
    if (cameOfAge !== "no") {
      const why = cameOfAge === "yes" ? "cameOfAge" : "mayComeOfAge";
      return [{ ...one, why, signers: ["self"] }];
    }
    return then?.state === "expired"
      ? [{ ...one, why: "expires", signers: then.lacks }]
      : [];
  });
}
