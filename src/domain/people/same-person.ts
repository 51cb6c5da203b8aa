/** Whether two records are about one person, by name, contacts and age. */
import { findEmails, findPhones } from "./contacts";
import { patronymicIndex } from "./looks-like-name";
import { nameWords } from "./normalize-name";

export type PersonFacts = {
  readonly name: string;
  /** Any text with one or several addresses in it. */
  readonly email: string | null;
  /** Any text with one or several numbers in it. */
  readonly phone: string | null;
  readonly birthYear: number | null;
};

export type Verdict = "same" | "maybe" | "different";

/** Facts with everything that comparing needs, worked out once. */
export type ComparablePerson = {
  /** Words of the name as written. */
  readonly words: readonly string[];
  /** The same in alphabetical order. */
  readonly sorted: readonly string[];
  /** The same joined, as `normalizeName` gives it. */
  readonly key: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly birthYear: number | null;
};

export function comparable(person: PersonFacts): ComparablePerson {
  const words = nameWords(person.name);
  const sorted = [...words].sort();
  return {
    words,
    sorted,
    key: sorted.join(" "),
    emails: findEmails(person.email ?? ""),
    phones: findPhones(person.phone ?? ""),
    birthYear: person.birthYear,
  };
}

/**
 * Compares two records. One name, however spelt and in whatever order, is one
 * person unless the years of birth or the contacts speak against it; a
 * shortened name, one wrong letter, a changed surname or a shared address make
 * it `maybe`. Symmetric.
 *
 * @returns `same`, `maybe` (a person has to look) or `different`.
 */
export function samePerson(a: PersonFacts, b: PersonFacts): Verdict {
  return comparePeople(comparable(a), comparable(b));
}

type Agreement = "match" | "differ" | "unknown";

/** {@link samePerson} for records prepared with {@link comparable}. */
export function comparePeople(
  a: ComparablePerson,
  b: ComparablePerson,
): Verdict {
  const year = agreement(a.birthYear, b.birthYear);
  const email = overlap(a.emails, b.emails);
  const phone = overlap(a.phones, b.phones);
  const contact = strongest(email, phone);
  const isNamed = a.key !== "" && b.key !== "";
  if (isNamed && a.key === b.key) {
    return judgeEqual(a.words.length, year, contact);
  }
  if (isNamed && (isShortFor(a, b) || isShortFor(b, a))) {
    return contact === "match" && year !== "differ"
      ? "same"
      : maybeUnless(year === "differ");
  }
  if (contact !== "match" && year !== "match") {
    return "different";
  }
  switch (relation(a, b)) {
    case "typo":
      return maybeUnless(contact !== "match" && !sharesTwoWords(a, b));
    case "relative":
      return "different";
    case "surname":
    case "nameless":
      return maybeUnless(contact !== "match" || year === "differ");
    case "other":
      return maybeUnless(email !== "match" || year === "differ");
  }
}

function maybeUnless(isDifferent: boolean): Verdict {
  return isDifferent ? "different" : "maybe";
}

function judgeEqual(
  words: number,
  year: Agreement,
  contact: Agreement,
): Verdict {
  if (year === "differ") {
    return maybeUnless(contact === "differ");
  }
  if (year === "match" || contact === "match") {
    return "same";
  }
  // A lone surname, or a namesake with another telephone: not certain.
  return words > 1 && contact === "unknown" ? "same" : "maybe";
}

function agreement(a: number | null, b: number | null): Agreement {
  if (a === null || b === null) {
    return "unknown";
  }
  return a === b ? "match" : "differ";
}

function overlap(a: readonly string[], b: readonly string[]): Agreement {
  if (a.length === 0 || b.length === 0) {
    return "unknown";
  }
  return a.some((item) => b.includes(item)) ? "match" : "differ";
}

function strongest(a: Agreement, b: Agreement): Agreement {
  if (a === "match" || b === "match") {
    return "match";
  }
  return a === "differ" || b === "differ" ? "differ" : "unknown";
}

/**
 * How two different names relate: `typo` = one letter of one word, `surname` =
 * same given name and one other word differs, `relative` = one surname,
 * different given names, `nameless` = one record has no name.
 */
type Relation = "typo" | "surname" | "relative" | "other" | "nameless";

function relation(a: ComparablePerson, b: ComparablePerson): Relation {
  if (a.key === "" || b.key === "") {
    return "nameless";
  }
  const onlyA = without(a.sorted, b.sorted);
  const onlyB = without(b.sorted, a.sorted);
  const hasGiven = a.words.length > 1 && b.words.length > 1;
  const isOneWord = onlyA.length === 1 && onlyB.length === 1 && hasGiven;
  if (isOneWord && isOneLetterAway(onlyA[0] ?? "", onlyB[0] ?? "")) {
    return "typo";
  }
  if (hasGiven && givenName(a) === givenName(b)) {
    return isOneWord ? "surname" : "other";
  }
  return surnameStem(a) === surnameStem(b) ? "relative" : "other";
}

/** A year of birth is shared by many: it needs most of the name beside it. */
function sharesTwoWords(a: ComparablePerson, b: ComparablePerson): boolean {
  const shared = [...new Set(a.words)].filter((word) => b.words.includes(word));
  return shared.length > 1 && shared.some((word) => word.length > 1);
}

/**
 * Whether one name shortens the other: its words stand there whole or, as
 * initials, begin a word there; at least one of two or more is whole.
 */
function isShortFor(short: ComparablePerson, long: ComparablePerson): boolean {
  const count = short.words.length;
  if (count < 2 || count > long.words.length) {
    return false;
  }
  const whole = short.sorted.filter((word) => word.length > 1);
  if (
    whole.length === 0 ||
    (whole.length === count && count === long.words.length) ||
    !whole.every((word) => long.sorted.includes(word))
  ) {
    return false;
  }
  const rest = [...without(long.sorted, whole)];
  return without(short.sorted, whole).every((initial) => {
    const at = rest.findIndex((word) => word.startsWith(initial));
    if (at !== -1) {
      rest.splice(at, 1);
    }
    return at !== -1;
  });
}

function without(
  words: readonly string[],
  others: readonly string[],
): readonly string[] {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at !== -1) {
      rest.splice(at, 1);
    }
    return at === -1;
  });
}

/** The word before the patronymic; without one, the word after the first. */
function givenName(person: ComparablePerson): string {
  const patronymic = patronymicIndex(person.words);
  const at = patronymic > 0 ? patronymic - 1 : 1;
  return person.words[at] ?? person.words[0] ?? "";
}

/** One for Иванов and Иванова, Белый and Белая: one family. */
function surnameStem(person: ComparablePerson): string {
  const given = givenName(person);
  const patronymic = person.words[patronymicIndex(person.words)];
  const surname = person.words.find(
    (word) => word !== given && word !== patronymic,
  );
  return (surname ?? given).replace(/(?:ый|ий|ой|ая|а)$/, "");
}

/** Words of fewer letters are too easily one letter apart. */
const LEAST_TYPO_LETTERS = 5;

/** One letter replaced, added or left out, or two neighbours swapped. */
function isOneLetterAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LEAST_TYPO_LETTERS || long.length - short.length > 1) {
    return false;
  }
  let start = 0;
  while (start < short.length && short[start] === long[start]) {
    start += 1;
  }
  if (long.length > short.length) {
    return short.slice(start) === long.slice(start + 1);
  }
  return (
    short.slice(start + 1) === long.slice(start + 1) ||
    (short[start] === long[start + 1] &&
      short[start + 1] === long[start] &&
      short.slice(start + 2) === long.slice(start + 2))
  );
}
