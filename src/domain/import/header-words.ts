/** How closely a header of a source fits a column of a bank. */

import type { HeaderColumn } from "./columns";
import { compareKey } from "./compare-text";

/** Scores; anything below `narrowed` is a guess from contained words. */
export const HEADER_SCORE = {
  exact: 100,
  synonym: 90,
  narrowed: 80,
  guess: 60,
} as const;

/** Least share of common words for a guess. */
const LEAST_SHARE = 0.3;

/** Words that carry no meaning in a header, those of questions too. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "и в во на по для с со из или о об от к при за n п ли вы вас вам ваш ваша ваше ваши вашу вашего укажите впишите напишите введите выберите пожалуйста какой каком какая учитесь".split(
    " ",
  ),
);

/** Marks of footnotes («Место работы²», «Класс*»). */
const FOOTNOTE = /[¹²³⁰-⁹*]+(?=\s|$)/g;

/** Words that lists shorten in headers, by their `compareKey`. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(^| )кол во(?= |$)/g, "$1количество"],
  [/(^| )(?:сот |моб |конт )?тел(?= |$)/g, "$1телефон"],
];

/** Stems of people a cell can be about instead of the participant. */
const PEOPLE =
  /^(?:родител|представител|мам|мать|матер|пап|отец|отц|опекун|наставник|наставляем|куратор|руководител|директор|заведующ|ответствен|супруг|брат|сестр)/;

/** Those among them who answer for a child. */
const PARENTS = /^(?:родител|представител|мам|мать|матер|пап|отец|отц|опекун)/;

/** Words about the participant in general: they change nothing after a noun. */
const PARTICIPANT_WORDS =
  /^(?:участник|ученик|учащ|обучающ|ребен|воспита|учител|педагог|сотрудник|работник|студент|полност|человек|лет$|год$)/;

/** A column's spellings, worked out once per file. */
export type HeaderTarget = {
  readonly key: string;
  readonly exact: string;
  readonly synonyms: ReadonlySet<string>;
  readonly words: readonly (readonly string[])[];
  /** The column is the place for a parent's data. */
  readonly isParents: boolean;
  readonly isWhole: boolean;
};

export function headerTarget(column: HeaderColumn): HeaderTarget {
  const spellings = [column.header, ...(column.synonyms ?? [])].map(headerKey);
  return {
    key: column.key,
    exact: headerKey(column.header),
    synonyms: new Set(spellings),
    words: spellings.map(stems),
    isParents: spellings.flatMap(stems).some((word) => PARENTS.test(word)),
    isWhole: column.whole === true,
  };
}

/** `compareKey` of a header without footnote marks, short words in full. */
function headerKey(text: string): string {
  return SHORTENED.reduce(
    (key, [short, full]) => key.replace(short, full),
    compareKey(text.replace(FOOTNOTE, "")),
  );
}

/** A source header, worked out once for all columns. */
export type HeaderSource = {
  readonly key: string;
  /** The key without what stands in brackets. */
  readonly bareKey: string;
  readonly words: readonly string[];
};

export function headerSource(text: string): HeaderSource {
  const key = headerKey(text);
  return {
    key,
    bareKey: headerKey(text.replace(/\([^)]*\)/g, " ")),
    words: stems(key),
  };
}

/**
 * Fit of a source header to a column.
 *
 * @param own - People words that mean the participant in this bank.
 * @returns 100 for the column's own header, 90 for a synonym or for either
 * with something in brackets after it, 80 for either with words about the
 * participant («ФИО ученика»), up to 60 when all words of one are in the
 * other, 0 for no fit.
 */
export function headerScore(
  source: HeaderSource,
  target: HeaderTarget,
  own: ReadonlySet<string>,
): number {
  if (source.key === "") {
    return 0;
  }
  if (source.key === target.exact) {
    return HEADER_SCORE.exact;
  }
  const isOther = (word: string) =>
    PEOPLE.test(word) &&
    !own.has(word) &&
    !(target.isParents && PARENTS.test(word));
  if (
    target.synonyms.has(source.key) ||
    (target.synonyms.has(source.bareKey) && !source.words.some(isOther))
  ) {
    return HEADER_SCORE.synonym;
  }
  let best = 0;
  for (const wanted of target.words) {
    if (isAboutParticipant(source.words, wanted, own)) {
      return HEADER_SCORE.narrowed;
    }
    if (!target.isWhole || hasAll(source.words, wanted)) {
      best = Math.max(best, containedShare(source.words, wanted, isOther));
    }
  }
  return best < LEAST_SHARE ? 0 : HEADER_SCORE.guess * best;
}

/** People words in headers: what «own» means for {@link headerScore}. */
export function peopleWords(headers: readonly string[]): ReadonlySet<string> {
  const words = headers.map(compareKey).flatMap(stems);
  return new Set(words.filter((word) => PEOPLE.test(word)));
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => words.includes(word));
}

/** Whether all that is added to the wanted words is whose data it is. */
function isAboutParticipant(
  words: readonly string[],
  wanted: readonly string[],
  own: ReadonlySet<string>,
): boolean {
  return (
    wanted.length > 0 &&
    hasAll(words, wanted) &&
    words.every(
      (word) =>
        wanted.includes(word) || own.has(word) || PARTICIPANT_WORDS.test(word),
    )
  );
}

/** Common words over all words, when one holds all words of the other. */
function containedShare(
  words: readonly string[],
  wanted: readonly string[],
  isOther: (word: string) => boolean,
): number {
  const common = wanted.filter((word) => words.includes(word));
  if (common.length === 0 || !common.some((word) => word.length > 2)) {
    return 0;
  }
  if (common.length === wanted.length) {
    return isOnlyNarrowed(words, wanted, isOther)
      ? wanted.length / words.length
      : 0;
  }
  return common.length === words.length ? words.length / wanted.length : 0;
}

/**
 * Whether the further words only narrow the wanted ones. «Контактный телефон»
 * is a telephone; «форма обучения» is no form of mentoring, and «телефон мамы»
 * is somebody else's.
 */
function isOnlyNarrowed(
  words: readonly string[],
  wanted: readonly string[],
  isOther: (word: string) => boolean,
): boolean {
  const further = words.filter((word) => !wanted.includes(word));
  if (further.some(isOther)) {
    return false;
  }
  const last = words.lastIndexOf(wanted[wanted.length - 1] ?? "");
  return (
    wanted.length > 1 ||
    words
      .slice(last + 1)
      .every((word) => PEOPLE.test(word) || PARTICIPANT_WORDS.test(word))
  );
}

function stems(key: string): readonly string[] {
  const words = key.split(" ").filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set(words.map(stem))].filter((word) => word !== "");
}

/** Endings of nouns and adjectives, longest first. */
const ENDING =
  /(?:ами|ями|ого|его|ому|ему|ыми|ими|иях|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ом|ем|ам|ям|ы|и|а|я|о|е|у|ю|ь|й)$/;

function stem(word: string): string {
  const short = word.replace(ENDING, "");
  return short.length > 2 ? short : word;
}
