/** The mode of personal data as settings: the choice with its date and person. */

import { BANKS } from "../../book/banks";
import { type Book, findRow, rowsOf, textSetting } from "../../book/book";
import type { Edit } from "../../book/edits";
import { personalValues } from "../../book/personal";
import { MODE_CHOSEN, MODE_NAMES, SETTINGS } from "../../book/tables/settings";
import { russianDate } from "../../domain/language/dates";
import {
  namesAccepted,
  RISK_TITLE,
  riskLines,
} from "../../domain/people/mode-risk";
import type { Section } from "../../shared/rpc";

type Chooser = { readonly today: string; readonly user: string };

/** How many people have anything in their personal cells. */
export function namedPeople(book: Book): number {
  return BANKS.reduce(
    (sum, bank) =>
      sum +
      rowsOf(book, bank).filter(
        (row) => Object.keys(personalValues(row, bank)).length > 0,
      ).length,
    0,
  );
}

/** Whether the mode in the settings is the one that was chosen through the add-on. */
export function isModeAsChosen(book: Book): boolean {
  const mode = textSetting(book, "mode");
  return mode !== "" && textSetting(book, MODE_CHOSEN).startsWith(`${mode} `);
}

/** The mode with who chose it and when; none when it was chosen before. */
export function modeEdits(
  book: Book,
  mode: string,
  { today, user }: Chooser,
): Edit[] {
  const before = textSetting(book, "mode");
  if (before === mode && isModeAsChosen(book)) {
    return [];
  }
  const who = user === "" ? "учётная запись неизвестна" : user;
  return [
    settingEdit(book, "mode", mode),
    settingEdit(book, MODE_CHOSEN, `${mode} – ${russianDate(today)}, ${who}`),
  ];
}

function settingEdit(book: Book, key: string, value: string): Edit {
  if (findRow(book, "settings", key) !== null) {
    return {
      kind: "set",
      table: "settings",
      row: key,
      column: "value",
      value,
    };
  }
  const setting = SETTINGS.find((one) => one.key === key);
  if (setting === undefined) {
    throw new RangeError(`settingEdit: no setting ${key}`);
  }
  const { name, about } = setting;
  return {
    kind: "insert",
    table: "settings",
    row: key,
    values: { name, value, about },
  };
}

/** Line of the summary, which the journal keeps too. */
export function modeLine(book: Book, mode: string): string {
  const before = textSetting(book, "mode");
  return before === "" || before === mode
    ? `Режим персональных данных: «${mode}».`
    : `Режим персональных данных: «${mode}», был «${before}».`;
}

/** What to read before names are let in. */
export function riskSection(mode: string): Section[] {
  return mode === MODE_NAMES
    ? [{ title: RISK_TITLE, lines: [namesAccepted(), ...riskLines()] }]
    : [];
}
