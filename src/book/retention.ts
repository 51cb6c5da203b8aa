/** Until which day data and papers of each purpose are kept, and whose time is over. */
import { addDays, dayOfAge, type Iso } from "../domain/consents/age";
import {
  CONSENT_KIND,
  type ConsentKind,
  kindOf,
} from "../domain/consents/kinds";
import { CURRENT_PAIR } from "../domain/vocabulary";
import { type BankRow, bankRows } from "./banks";
import {
  type Book,
  type Row,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "./book";
import { isErased } from "./erased";

/** Days to destroy data after a consent was taken back (152-ФЗ, ст. 21, ч. 5). */
export const WITHDRAWAL_DAYS = 30;

const DEFAULT_YEARS = 3;

/** Papers of the staff (125-ФЗ, ст. 22.1). */
const LABOUR_YEARS = 50;

const LEFT: readonly string[] = ["завершил", "выбыл"];

/** Years after the end of the programme; of labour papers after the signature. */
export function retentionYears(book: Book, kind: ConsentKind): number {
  const years = (key: string, otherwise: number) => {
    const value = setting(book, key);
    return typeof value === "number" && value >= 0 ? value : otherwise;
  };
  const processing = years("consentYears", DEFAULT_YEARS);
  switch (kind) {
    case "publication":
      return years("publicationYears", processing);
    case "photo":
      return years("photoYears", processing);
    case "mentoring":
    case "agreement":
      return years("labourYears", LABOUR_YEARS);
    default:
      return processing;
  }
}

/** The day a row of the register is kept until, null while nothing tells it. */
export function retentionOf(book: Book): (consent: Row) => Iso | null {
  const people = new Map(bankRows(book).map((one) => [one.row.id, one.row]));
  const endOf = programmeEnds(book);
  return (consent) => {
    const kind = kindOf(textOf(consent, "kind"));
    const years = kind === null ? 0 : retentionYears(book, kind);
    const signed = textOf(consent, "signed");
    switch (kind) {
      case null:
        return null;
      case "mentoring":
      case "agreement":
        return signed === "" ? null : dayOfAge(signed, years);
      default: {
        const person = people.get(textOf(consent, "person"));
        const end = person === undefined ? null : endOf(person);
        return dataKeptUntil(consent, end, years);
      }
    }
  };
}

/** A withdrawal or a term of its own comes before the end of the programme. */
function dataKeptUntil(
  consent: Row,
  end: Iso | null,
  years: number,
): Iso | null {
  const withdrawn = textOf(consent, "withdrawn");
  return withdrawn !== ""
    ? addDays(withdrawn, WITHDRAWAL_DAYS)
    : textOf(consent, "until") || (end === null ? null : dayOfAge(end, years));
}

/** The last day of a person in the programme, null while nothing tells it. */
function programmeEnds(book: Book): (person: Row) => Iso | null {
  const periodTo = textSetting(book, "periodTo");
  const lastOf = new Map<string, Iso>();
  for (const pair of rowsOf(book, "pairs")) {
    for (const key of ["menteeId", "mentorId"]) {
      const id = textOf(pair, key);
      const to = textOf(pair, "to");
      lastOf.set(id, to > (lastOf.get(id) ?? "") ? to : (lastOf.get(id) ?? ""));
    }
  }
  return (person) => {
    const last = lastOf.get(person.id) ?? "";
    const end =
      textOf(person, "finished") ||
      (LEFT.includes(textOf(person, "status"))
        ? last || periodTo
        : [last, periodTo].sort()[1]);
    return end || null;
  };
}

export type ErasureDue = BankRow & {
  /** Last day on which the data may be kept, null when only the bank's word is known. */
  readonly until: Iso | null;
};

/** People who took their consent back and whose data still stand. */
export function withdrawnPeople(book: Book): readonly ErasureDue[] {
  const since = registerDays(book, (row) => textOf(row, "withdrawn"));
  return bankRows(book)
    .filter(
      ({ row }) => textOf(row, "consent") === "отозвано" && !isErased(row),
    )
    .map((one) => {
      const days = since.get(one.row.id) ?? [];
      const first = [...days].sort()[0];
      return {
        ...one,
        until: first === undefined ? null : addDays(first, WITHDRAWAL_DAYS),
      };
    });
}

/** People out of the programme whose data were to be kept until a day before this one. */
export function expiredPeople(book: Book, today: Iso): readonly ErasureDue[] {
  const keepUntil = retentionOf(book);
  const kept = registerDays(book, (row) => keepUntil(row) ?? "");
  const endOf = programmeEnds(book);
  const years = retentionYears(book, "processing");
  const busy = new Set(
    rowsOf(book, "pairs")
      .filter((pair) => CURRENT_PAIR.includes(textOf(pair, "status")))
      .flatMap((pair) => [textOf(pair, "menteeId"), textOf(pair, "mentorId")]),
  );
  return bankRows(book).flatMap((one): ErasureDue[] => {
    const end = endOf(one.row);
    const registered = [...(kept.get(one.row.id) ?? [])].sort().pop();
    const until = registered ?? (end === null ? null : dayOfAge(end, years));
    const isOver =
      until !== null &&
      until < today &&
      end !== null &&
      end < today &&
      textOf(one.row, "consent") !== "отозвано" &&
      !busy.has(one.row.id) &&
      !isErased(one.row);
    return isOver ? [{ ...one, until }] : [];
  });
}

/** Person → days of their rows on processing; rows without a day are left out. */
function registerDays(
  book: Book,
  dayOf: (row: Row) => string,
): ReadonlyMap<string, readonly Iso[]> {
  const days = new Map<string, Iso[]>();
  for (const row of rowsOf(book, "consents")) {
    const day = dayOf(row);
    const person = textOf(row, "person");
    if (textOf(row, "kind") === CONSENT_KIND.processing && day !== "") {
      days.set(person, [...(days.get(person) ?? []), day]);
    }
  }
  return days;
}
