/** Names of people in free Russian text: by patronymics, initials, first names, and what stands around. */
import { isFamous, isFamousSurname } from "./famous-names";
import type { Finding } from "./finding";
import { firstNameKind } from "./first-names";
import { hasHeadingWord } from "./looks-like-name";
import { isNamedAfter } from "./named-after";
import { beside, type Line, type Word, wordsOf } from "./placed-words";

const PATRONYMIC =
  /^(?:[а-я]{2,}(?:ов|ев)(?:ич(?:а|у|ем|е)?|н(?:а|ы|е|у|ой|ою))|[а-я]+инична?|[а-я]+иничн(?:ы|е|у|ой)|(?:иль|фом|лук|кузьм|никит|савв|дем|клим)ич(?:а|у|ом|ем|е|н(?:а|ы|е|у|ой))?)$/;

const TURKIC = /^(?:оглы|оглу|кызы|гызы|улы|уулу)$/;

const SURNAME =
  /[а-я]{2}(?:(?:ов|ев|ин|ын)(?:а|у|ым|е|ы|ых|ой|ою)?|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|чук(?:а|у|ом|е)?|юк(?:а|у|ом|е)?|ян(?:а|у|ом|е)?|дзе|швили|[иы]х)$/;

/** Endings that hardly any common word in mid-sentence has together with a capital. */
const LONE_SURNAME = /^[а-я]{2,}(?:ов|ев|ин|ын)(?:а|у|ым|е|ой|ою|ых|ыми)?$/;

/** Before a surname alone: prepositions and words that go with people. */
const PREPOSITION = /^(?:к|ко|у|с|со|от|для|за|про|о|об|перед|вместе)$/;
const PERSON =
  /^(?:ученик|учениц|учител|педагог|наставни|воспита|директор|завуч|куратор|мам|пап|родител|бабушк|дедушк|тренер|студент|мальчик|девочк|одноклассни|руководител|психолог|логопед|тьютор|методист|преподавател|коллег|друг|подруг|сестр|брат|товарищ|гр$|ребен|участни|победител|лауреат|призер|сын|доч)/;

const EPITHET =
  /^(?:[ivx]+|велик\p{L}+|грозн\p{L}+|мудр\p{L}+|невск\p{L}+|донск\p{L}+|калит\p{L}|долгорук\p{L}+|перв\p{L}+|втор\p{L}+|трет\p{L}+)$/u;

/** A verb or whoever is no surname, at the beginning of a sentence. */
const NO_SURNAME =
  /(?:[еёию]т|[юя]т|ла|ло|ли|л|ся|сь|но|ть)$|^(?:мама|папа|бабушка|дедушка|тетя|дядя|брат|сестра|отв|да|нет|это|наш|наша|спасибо|благодарю)$/;

/** «Кирилл и Мефодий», «Пётр и Феврония». */
const IN_A_PAIR = /^\s+и\s+(?:Мефоди|Феврони|Маргарит|Джульетт|Медвед)/;

/** Words from `first` to `last`; `isKnown`: no name of anybody here, passed over. */
type Span = {
  readonly first: number;
  readonly last: number;
  readonly isKnown?: boolean;
};

/** @returns Places of names, in the order of the text, none inside another. */
export function findNames(text: string): Finding[] {
  if (!/[А-ЯЁ]|вич|вн[аыеу]|ичн/.test(text)) {
    return [];
  }
  const line = { text, words: wordsOf(text) };
  const found: Finding[] = [];
  for (let index = 0; index < line.words.length; ) {
    const span =
      withPatronymic(line, index) ??
      withInitials(line, index) ??
      withFirstName(line, index) ??
      loneSurname(line, index);
    if (span !== null && span.isKnown !== true && !isNamedAfter(line, index)) {
      found.push(placeOf(line, span));
    }
    index = span === null ? index + 1 : span.last + 1;
  }
  return found;
}

function placeOf({ text, words }: Line, { first, last }: Span): Finding {
  const [from, end] = [words[first], words[last]];
  if (from === undefined || end === undefined) {
    throw new RangeError("placeOf: the span is outside the text");
  }
  // The stop of an initial belongs to the name.
  const hasStop = end.text.length === 1 && text.charAt(end.to) === ".";
  return { kind: "name", from: from.from, to: end.to + (hasStop ? 1 : 0) };
}

/** «Анна Сергеевна», with the surname on either side; «Рауф Али оглы». */
function withPatronymic(line: Line, index: number): Span | null {
  const { text, words } = line;
  const [one, two] = words.slice(index, index + 2);
  const surnameFirst =
    one !== undefined && beside(text, one, two) && isSurnameBefore(one)
      ? patronymicAt(line, index + 1)
      : null;
  if (one !== undefined && surnameFirst !== null) {
    const isKnown = isFamous(one.key, initialsOf(line, index + 1));
    return { first: index, last: surnameFirst, isKnown };
  }
  const last = patronymicAt(line, index);
  if (last === null) {
    return null;
  }
  const surname = words[last + 1];
  return surname?.isCapital === true && beside(text, words[last], surname)
    ? {
        first: index,
        last: last + 1,
        isKnown: isFamous(surname.key, initialsOf(line, index)),
      }
    : { first: index, last };
}

function isSurnameBefore(word: Word): boolean {
  return (
    firstNameKind(word.key) === null &&
    !hasHeadingWord(word.text) &&
    (SURNAME.test(word.key) ||
      (word.isCapital && !(word.opens && NO_SURNAME.test(word.key))))
  );
}

function initialsOf({ words }: Line, index: number): string {
  return words
    .slice(index, index + 2)
    .map(({ key }) => key.charAt(0))
    .join("");
}

/** Index of the last word of «имя отчество» that begins here, or null. */
function patronymicAt({ text, words }: Line, index: number): number | null {
  const [first, second, third] = words.slice(index, index + 3);
  if (first === undefined || second === undefined) {
    return null;
  }
  const isKnown = firstNameKind(first.key) !== null;
  if (!beside(text, first, second) || !(isKnown || isLongCapital(first))) {
    return null;
  }
  if (PATRONYMIC.test(second.key) && (second.isCapital || isKnown)) {
    return index + 1;
  }
  return third !== undefined && TURKIC.test(third.key) && first.isCapital
    ? index + 2
    : null;
}

function isLongCapital(word: Word): boolean {
  return word.isCapital && word.text.length > 2;
}

/** «Иванова А. П.», «А. П. Иванова», «Иванов А.». */
function withInitials(line: Line, index: number): Span | null {
  const count = initialsAt(line, index);
  return count > 0
    ? initialsFirst(line, index, count)
    : surnameFirst(line, index);
}

/** How many initials stand here: 0, 1 or 2. */
function initialsAt({ text, words }: Line, index: number): number {
  const [one, two] = words.slice(index, index + 2);
  if (one === undefined || !isInitial(text, one)) {
    return 0;
  }
  return two !== undefined && isInitial(text, two) && isNearby(text, one, two)
    ? 2
    : 1;
}

function initialsFirst(
  { text, words }: Line,
  index: number,
  count: number,
): Span | null {
  const surname = words[index + count];
  const before = words[index + count - 1];
  const initials = keysOf(words, index, count);
  return surname !== undefined &&
    before !== undefined &&
    isNearby(text, before, surname) &&
    isSurnameWith(surname, count)
    ? {
        first: index,
        last: index + count,
        isKnown: isFamous(surname.key, initials),
      }
    : null;
}

function surnameFirst(line: Line, index: number): Span | null {
  const { text, words } = line;
  const [one, two] = words.slice(index, index + 2);
  const count = initialsAt(line, index + 1);
  if (
    one === undefined ||
    count === 0 ||
    !beside(text, one, two) ||
    !isSurnameWith(one, count)
  ) {
    return null;
  }
  // «Роман Л. Н. Толстого»: the initials are of the next word.
  const isOfNext =
    !SURNAME.test(one.key) && initialsFirst(line, index + 1, count) !== null;
  return isOfNext
    ? null
    : {
        first: index,
        last: index + count,
        isKnown: isFamous(one.key, keysOf(words, index + 1, count)),
      };
}

function keysOf(words: readonly Word[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map(({ key }) => key)
    .join("");
}

function isInitial(text: string, word: Word): boolean {
  return (
    word.text.length === 1 && word.isCapital && text.charAt(word.to) === "."
  );
}

function isNearby(text: string, a: Word, b: Word): boolean {
  return /^\.[ \u00a0]{0,2}$/.test(text.slice(a.to, b.from));
}

/** With one initial only an ending of surnames tells it from «Н. Новгород». */
function isSurnameWith(word: Word, initials: number): boolean {
  return (
    isLongCapital(word) &&
    word.text !== word.text.toUpperCase() &&
    !hasHeadingWord(word.text) &&
    (initials > 1 || SURNAME.test(word.key))
  );
}

/** «Маша Петрова», «Петрова Маша», «Маша». */
function withFirstName(line: Line, index: number): Span | null {
  const { text, words } = line;
  const [one, two] = words.slice(index, index + 2);
  if (one === undefined || !one.isCapital || one.isQuoted) {
    return null;
  }
  const follows =
    two?.isCapital === true && beside(text, one, two) ? two : undefined;
  const kind = firstNameKind(one.key);
  const pair = { first: index, last: index + 1 };
  if (kind === null) {
    const isPair =
      follows !== undefined &&
      firstNameKind(follows.key) !== null &&
      SURNAME.test(one.key) &&
      !hasHeadingWord(one.text);
    return isPair ? pair : null;
  }
  if (follows !== undefined && isOfOld(follows, one)) {
    return { ...pair, isKnown: true };
  }
  if (follows !== undefined && isSurnameAfter(follows)) {
    return pair;
  }
  const isKnown = kind === "maybe" || IN_A_PAIR.test(text.slice(one.to));
  return { first: index, last: index, isKnown };
}

/** «Пётр I», «Иван Купала», «Лев Толстой». */
function isOfOld(surname: Word, first: Word): boolean {
  return (
    EPITHET.test(surname.key) || isFamous(surname.key, first.key.charAt(0))
  );
}

function isSurnameAfter(word: Word): boolean {
  return (
    isLongCapital(word) &&
    firstNameKind(word.key) === null &&
    word.text !== word.text.toUpperCase() &&
    !hasHeadingWord(word.text)
  );
}

/** «у Петровой»: only after a word that goes with people. */
function loneSurname({ text, words }: Line, index: number): Span | null {
  const [previous, word] = [words[index - 1], words[index]];
  const earlier = words[index - 2];
  const stands =
    word !== undefined &&
    previous !== undefined &&
    word.isCapital &&
    !(word.opens || word.isQuoted || previous.isCapital) &&
    beside(text, previous, word) &&
    (PREPOSITION.test(previous.key) ||
      PERSON.test(previous.key) ||
      // «учитель физики Сомов»
      (earlier !== undefined &&
        PERSON.test(earlier.key) &&
        beside(text, earlier, previous))) &&
    LONE_SURNAME.test(word.key) &&
    !isFamousSurname(word.key) &&
    !hasHeadingWord(word.text);
  return stands ? { first: index, last: index } : null;
}
