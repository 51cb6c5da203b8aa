/** People's names in Russian cases: in full, and as surname with initials. */
import { getFirstnameGender, inclineMiddlename } from "lvovich";
import { declineFirstName } from "./first-name";
import {
  type Gender,
  type GrammaticalCase,
  type Inflected,
  likeLetters,
} from "./grammatical-case";
import { type NameMark, nameMark, readMark } from "./name-mark";
import {
  genderByPatronymic,
  isNameMark,
  isTurkicPatronymic,
  type PersonName,
  parseName,
  tidyName,
} from "./person-name";
import { declineSurname } from "./surname";

const MANS_SURNAME = /[а-яё]{2}(ов|ев|ёв|[иы]н|[сц]к[ио]й|[^аеёиоуыэюя]ый)$/i;
const WOMANS_SURNAME = /[а-яё]{3}(ова|ева|ёва|[иы]на)$|[а-яё]{2}[ая]я$/i;

/** Puts the parts of a name together in one case for one gender. */
type Compose = (gender: Gender, to: GrammaticalCase) => Inflected;

/**
 * A full name in a case: «Иванова Мария Петровна» → «Ивановой Марии Петровне».
 *
 * The gender is taken from the patronymic first, then from the first name and
 * the surname together. Extra spaces are dropped, the order of words is kept.
 *
 * @param fio - Nominative; surname first or last; with or without patronymic.
 * @returns The tidied nominative with `sure: false` when the gender is unknown
 *   or the text is no Russian full name (a single word, Latin letters, empty);
 *   codes («НСТ-014») come back as they are, marks («{{НСТ-014}}») with the
 *   case written into them («{{НСТ-014|род}}»), both sure.
 */
export function inflectName(fio: string, to: GrammaticalCase): Inflected {
  return read(fio, { to, form: "full" }, (name) =>
    forGender(name, to, (gender, grammaticalCase) => {
      const last = lastName(name.last, gender, grammaticalCase);
      const given = [
        declineFirstName(name.first, gender, grammaticalCase),
        middleName(name.middle, gender, grammaticalCase),
        name.initials,
      ];
      const words =
        name.order === "last-first"
          ? [last.text, ...given]
          : [...given, last.text];
      return {
        text: words.filter((word) => word !== "").join(" "),
        sure: last.sure,
      };
    }),
  );
}

/**
 * Surname with initials after it, as in the text of an order: «Ивановой М.П.»
 * Without a surname («Мария Петровна») the name stays in full.
 *
 * @param fio - As for {@link inflectName}, whose rules hold here too.
 */
export function surnameWithInitials(
  fio: string,
  to: GrammaticalCase,
): Inflected {
  return read(fio, { to, form: "short" }, (name) => {
    if (name.last === "") {
      return inflectName(fio, to);
    }
    return forGender(name, to, (gender, grammaticalCase) => {
      const last = lastName(name.last, gender, grammaticalCase);
      return { text: `${last.text} ${initials(name)}`, sure: last.sure };
    });
  });
}

/**
 * Initials before the surname, as under a signature: «М.П. Иванова».
 *
 * @param fio - As for {@link inflectName}.
 * @returns The tidied text with `sure: false` where there is no surname or no
 *   first name to shorten.
 */
export function initialsWithSurname(fio: string): Inflected {
  return read(fio, { to: "nominative", form: "signature" }, (name) =>
    name.last === ""
      ? { text: tidyName(fio), sure: false }
      : { text: `${initials(name)} ${name.last}`, sure: true },
  );
}

function read(
  fio: string,
  wanted: Omit<NameMark, "code">,
  inflect: (name: PersonName) => Inflected,
): Inflected {
  const text = tidyName(fio);
  if (isNameMark(text)) {
    return { text: markFor(text, wanted), sure: true };
  }
  const name = parseName(text);
  return name === null ? { text, sure: false } : inflect(name);
}

/** The dialog that fills the mark in will know what the place needs. */
function markFor(text: string, wanted: Omit<NameMark, "code">): string {
  const mark = text.startsWith("{{") ? readMark(text.slice(2, -2)) : null;
  return mark === null ? text : nameMark({ ...wanted, code: mark.code });
}

/**
 * With an unknown gender the result still is sure if it would be the same for
 * both («Шевченко И.П.»); otherwise it stays in the nominative.
 */
function forGender(
  name: PersonName,
  to: GrammaticalCase,
  compose: Compose,
): Inflected {
  if (to === "nominative") {
    return { ...compose("male", to), sure: true };
  }
  const gender = genderOf(name);
  if (gender !== null) {
    const { text, sure } = compose(gender, to);
    return {
      text,
      sure: sure && (isMiddleNameKnown(name.middle) || hasTwoFirstNames(name)),
    };
  }
  const his = compose("male", to);
  const hers = compose("female", to);
  return his.text === hers.text
    ? { text: his.text, sure: his.sure && hers.sure }
    : { text: compose("male", "nominative").text, sure: false };
}

function genderOf(name: PersonName): Gender | null {
  const byPatronymic = genderByPatronymic(name.middle);
  if (byPatronymic !== null) {
    return byPatronymic;
  }
  const bySurname = genderBySurname(name.last);
  const byFirstName =
    isMiddleNameKnown(name.middle) || hasTwoFirstNames(name)
      ? getFirstnameGender(name.first)
      : null;
  // Of «Айпери» the ending says nothing, whatever the library guesses.
  const isVague = /[еиоуыэюё]$/i.test(name.first);
  if (
    (byFirstName !== "male" && byFirstName !== "female") ||
    (isVague && bySurname !== null)
  ) {
    return bySurname;
  }
  return bySurname === null || bySurname === byFirstName ? byFirstName : null;
}

/** Any part decides: the first of «Петрова-Ким», the last of «Ким-Петрова». */
function genderBySurname(last: string): Gender | null {
  const parts = last.split("-");
  if (parts.some((part) => MANS_SURNAME.test(part))) {
    return "male";
  }
  return parts.some((part) => WOMANS_SURNAME.test(part)) ? "female" : null;
}

function lastName(
  last: string,
  gender: Gender,
  to: GrammaticalCase,
): Inflected {
  return last === ""
    ? { text: "", sure: true }
    : declineSurname(last, gender, to);
}

function middleName(
  middle: string,
  gender: Gender,
  to: GrammaticalCase,
): string {
  if (isTurkicPatronymic(middle)) {
    return middle;
  }
  return isMiddleNameKnown(middle)
    ? likeLetters(middle, inclineMiddlename(middle, to, gender))
    : declineFirstName(middle, gender, to);
}

/**
 * «Штерн Анна Мария»: women's names on -а and -я both, after a word that is
 * none. Other peoples' second names cannot be told from surnames.
 */
function hasTwoFirstNames({ last, first, middle }: PersonName): boolean {
  return (
    !/[ая]$/i.test(last) &&
    [first, middle].every(
      (name) => /[ая]$/i.test(name) && getFirstnameGender(name) === "female",
    )
  );
}

/** A third word that is no patronymic may be a second first name. */
function isMiddleNameKnown(middle: string): boolean {
  return middle === "" || genderByPatronymic(middle) !== null;
}

/** «М.П.», «А.-М.», and «Р.А.» of «Расим Ахмед оглы». */
function initials(name: PersonName): string {
  if (name.initials !== "") {
    return name.initials;
  }
  const middle = name.middle.replace(/[ -].*$/, "");
  return [name.first, middle].map(shortened).join("");
}

function shortened(word: string): string {
  return word
    .split("-")
    .filter((part) => part !== "")
    .map((part) => `${part.charAt(0).toUpperCase()}.`)
    .join("-");
}
