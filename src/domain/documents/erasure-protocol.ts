/** Data of the protocol of an erasure: codes and numbers, never a name of those erased. */
import { initialsWithSurname } from "../language/inflect-name";
import { longDate, orBlank } from "./blanks";
import type { DocumentData } from "./document-data";

export const ERASURE_PROTOCOL_KIND = "erasure-protocol";

export const ERASURE_PROTOCOL_TITLE = "Протокол удаления персональных данных";

/** More codes make a title that nobody reads. */
const CODES_IN_TITLE = 3;

export type ErasureFacts = {
  readonly organization: string;
  readonly city: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly codes: readonly string[];
  readonly ground: string;
  readonly places: readonly {
    readonly place: string;
    readonly amount: string;
  }[];
  /** What the add-on does not reach. */
  readonly left: readonly string[];
  /** Account of the one who erased. */
  readonly who: string;
  /** Official who signs. */
  readonly position: string;
  readonly name: string;
};

/** «Протокол удаления персональных данных: НСТ-001, НСТ-002, НСТ-003 и ещё 5». */
export function erasureProtocolTitle(codes: readonly string[]): string {
  const more = codes.length - CODES_IN_TITLE;
  const named = codes.slice(0, CODES_IN_TITLE).join(", ");
  return `${ERASURE_PROTOCOL_TITLE}: ${named}${more > 0 ? ` и ещё ${more}` : ""}`;
}

export function erasureProtocolData(facts: ErasureFacts): DocumentData {
  return {
    organization: orBlank(facts.organization),
    city: facts.city.trim(),
    date: longDate(facts.date),
    codes: facts.codes.join(", "),
    ground: facts.ground,
    places: facts.places.map(({ place, amount }, index) => ({
      index: String(index + 1),
      place,
      amount,
    })),
    left: facts.left.map((text) => ({ text })),
    who: facts.who,
    position: orBlank(facts.position),
    name: orBlank(initialsWithSurname(facts.name).text),
  };
}
