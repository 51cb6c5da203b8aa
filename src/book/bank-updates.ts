/** When each bank was last gone through: the regulations ask for it once a year at least. */
import { dayOfAge, type Iso } from "../domain/consents/age";
import { BANKS, type Bank } from "./banks";
import { type Book, findRow, rowsOf, textSetting } from "./book";
import type { Edit } from "./edits";
import { SETTINGS } from "./tables/settings";

/** Setting with the day of each bank. */
export const UPDATED: Readonly<Record<Bank, string>> = {
  mentees: "menteesUpdated",
  mentors: "mentorsUpdated",
};

export const UPDATED_BY = "banksUpdatedBy";

export type Outdated = {
  readonly bank: Bank;
  /** Last update, or the beginning of the programme. */
  readonly since: Iso;
};

/** Banks with people in them that nobody has gone through for a year. */
export function outdatedBanks(book: Book, today: Iso): readonly Outdated[] {
  return BANKS.flatMap((bank): Outdated[] => {
    const since =
      textSetting(book, UPDATED[bank]) || textSetting(book, "periodFrom");
    const isDue =
      since !== "" &&
      rowsOf(book, bank).length > 0 &&
      dayOfAge(since, 1) <= today;
    return isDue ? [{ bank, since }] : [];
  });
}

/** Writes a setting; a book made before it gets the row. */
export function settingEdit(book: Book, key: string, value: string): Edit {
  if (findRow(book, "settings", key) !== null) {
    return { kind: "set", table: "settings", row: key, column: "value", value };
  }
  const about = SETTINGS.find((one) => one.key === key);
  if (about === undefined) {
    throw new RangeError(`settingEdit: no setting ${key}`);
  }
  return {
    kind: "insert",
    table: "settings",
    row: key,
    values: { name: about.name, about: about.about, value },
  };
}
