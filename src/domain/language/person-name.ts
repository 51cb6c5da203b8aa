/** Takes a Russian full name apart; what is no such name stays whole. */
import type { Gender } from "./grammatical-case";

/**
 * A name in parts, each in the nominative, in one of the three orders that
 * people write. `initials` is set when the name came with initials only.
 */
export type PersonName = {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly initials: string;
  readonly order: "last-first" | "first-last";
};

/** Second words of Turkic patronymics; neither they nor the name decline. */
const TURKIC_SONS = /(^|[ -])(оглы|оглу|угли|улы|уулу)$/i;
const TURKIC_DAUGHTERS = /(^|[ -])(кызы|кизи|гызы)$/i;

const PATRONYMIC = /[а-яё]((ов|ев|ёв)(ич|на)|ична|(ь|м|к|т|вв)ич|силыч)$/i;
const SURNAME_ONLY =
  /[а-яё]{2}(ов|ев|ёв|ова|ева|ёва|[сц]кий|[сц]кая|енко|ых|[^р]их|дзе|швили|[чщ]ук|юк)$/i;
const NAMES_LIKE_SURNAMES = ["яков", "иаков"];

/** Surnames on -ин, which names end in as well. */
const SURNAME_IN_IN = /[а-яё]{2}[иы]на?$/i;
const NAMES_IN_IN =
  /(ддин|тдин|лдин)$|^(константин|эмин|ямин|амин|вениамин|валентин|мартин|августин|агриппин|климентин|марина|ирина|арина|ярина|полина|алина|галина|нина|катерина|екатерина|катарина|кристина|христина|ангелина|валентина|антонина|альбина|регина|сабина|эвелина|каролина|василина|аделина|эмилина|мадина|акулина|фаина|амина|янина|карина|павлина|паулина|жозефина|северина|марцелина|сталина|капитолина|мартина|эльмина|эльвина|октябрина|розалина|каталина|зарина|самина|тамина|ясмина|жасмина)$/i;

const INITIALS = /^([А-ЯЁ]\.-?)([А-ЯЁ]\.)?$/;

/** Collapses spaces of every kind and ties hyphens to their words. */
export function tidyName(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .replace(/ ?[\u2010\u2011] ?| - ?|- /g, "-")
    .trim();
}

/**
 * Whether a text stands for a name instead of being one: a person's code
 * («НСТ-014») or a mark to be filled by hand («{{НСТ-014}}»).
 */
export function isNameMark(text: string): boolean {
  return /^\{\{.*\}\}$/.test(text) || /^([А-ЯЁA-Z\d]+-)+\d+$/.test(text);
}

/**
 * Parts of a full name, or null for anything else: a single word, a code,
 * Latin letters, brackets, four words that are no Turkic patronymic.
 *
 * @param name - As {@link tidyName} gives it.
 */
export function parseName(name: string): PersonName | null {
  if (!/^[а-яё.'’ -]+$/i.test(name)) {
    return null;
  }
  const words = joinTurkicPatronymic(withPoints(name.split(" ")));
  return parseInitials(words) ?? parseWords(words);
}

/** Gender by the patronymic alone; null when it tells nothing. */
export function genderByPatronymic(middle: string): Gender | null {
  if (TURKIC_SONS.test(middle) || /[иы]ч$/i.test(middle)) {
    return "male";
  }
  if (TURKIC_DAUGHTERS.test(middle) || /на$/i.test(middle)) {
    return "female";
  }
  return null;
}

/** Whether a patronymic is of the Turkic kind that does not decline. */
export function isTurkicPatronymic(middle: string): boolean {
  return TURKIC_SONS.test(middle) || TURKIC_DAUGHTERS.test(middle);
}

function joinTurkicPatronymic(words: readonly string[]): readonly string[] {
  const last = words[words.length - 1] ?? "";
  if (words.length !== 4 || !isTurkicPatronymic(last)) {
    return words;
  }
  return [...words.slice(0, 2), words.slice(2).join(" ")];
}

/** «И П», «И.П» and «ИП» after a surname are initials without their points. */
function withPoints(words: readonly string[]): readonly string[] {
  const hasSurname = words.some((word) => /^[А-ЯЁ]?[а-яё-]{2}/.test(word));
  return hasSurname
    ? words.map((word) =>
        /^[А-ЯЁ](\.?[А-ЯЁ])?\.?$/.test(word)
          ? word.replace(/\./g, "").replace(/[А-ЯЁ]/g, "$&.")
          : word,
      )
    : words;
}

function parseInitials(words: readonly string[]): PersonName | null {
  const surnames = words.filter((word) => !word.includes("."));
  const initials = words.filter((word) => word.includes(".")).join("");
  const last = surnames[0];
  const isSplit = INITIALS.test(initials) && surnames.length === 1;
  if (last === undefined || !isSplit || last.length < 2) {
    return null;
  }
  const order = words[0] === last ? "last-first" : "first-last";
  return { last, first: "", middle: "", initials, order };
}

function parseWords(words: readonly string[]): PersonName | null {
  const [one = "", two = "", three = ""] = words;
  if (words.some((word) => !/^[а-яё]/i.test(word) || word.includes("."))) {
    return null;
  }
  if (words.length === 3) {
    return PATRONYMIC.test(two) && !isTurkicPatronymic(three)
      ? named(three, one, two, "first-last")
      : named(one, two, three, "last-first");
  }
  if (words.length !== 2 || isTurkicPatronymic(two)) {
    return null;
  }
  if (PATRONYMIC.test(two) && !SURNAME_ONLY.test(one)) {
    return named("", one, two, "first-last");
  }
  return isSurname(two) && !isSurname(one) && isOneSex(one, two)
    ? named(two, one, "", "first-last")
    : named(one, two, "", "last-first");
}

function isSurname(word: string): boolean {
  return (
    (SURNAME_ONLY.test(word) &&
      !NAMES_LIKE_SURNAMES.includes(word.toLowerCase())) ||
    (SURNAME_IN_IN.test(word) && !NAMES_IN_IN.test(word))
  );
}

/** «Василиса Горемыкина», but not «Гоча Горемыкина». */
function isOneSex(first: string, last: string): boolean {
  return (
    !SURNAME_IN_IN.test(last) || /[аяь]$/i.test(first) === /а$/i.test(last)
  );
}

function named(
  last: string,
  first: string,
  middle: string,
  order: PersonName["order"],
): PersonName {
  return { last, first, middle, initials: "", order };
}
