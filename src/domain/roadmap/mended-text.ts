/** Mends what scanners, copying and haste do to the words and figures of a date phrase. */

import { withCyrillicTwins } from "../lookalikes";
import { monthOf } from "./months";
import { readOrdinal } from "./ordinals";
import { likelyWord, wordBeginning } from "./vocabulary";
import { classifyWord, type WordToken } from "./words";

/** What is longer is prose: left as it is. */
const MAX_CHARACTERS = 4000;

/** The phrase with split words joined, glued ones parted and figures made of figures. */
export function mendedText(text: string): string {
  const start = text.slice(0, MAX_CHARACTERS);
  const words = wholeWords(start).replace(
    LONG_WORD,
    (word) => misspelt(word) ?? word,
  );
  return figures(romanFigures(words)) + text.slice(MAX_CHARACTERS);
}

/** Words joined, parted and written in full, before their letters are looked at. */
function wholeWords(text: string): string {
  return expandedWords(partedWords(joinedWords(plainFigures(text))));
}

/** Whether letters stand among the figures of a date, so that it is to be checked. */
export function hasLettersAsFigures(text: string): boolean {
  return figures(text) !== text;
}

/**
 * «С е н т я б р ь  2 0 2 6»: letters set apart for looks. Takes the text as it
 * came, where two spaces still part the words.
 */
export function withoutLetterSpacing(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\d.])[\p{L}\d](?:[ \u00A0][\p{L}\d]){2,}(?![\p{L}\d])/gu,
      (spaced: string) => {
        const word = spaced.replace(/\s/g, "");
        const letters = word.replace(/\d/g, "");
        const isWord =
          letters === word ? isKnown(word) : monthOf(lower(letters)) !== null;
        return isWord || letters.length >= SHORTEST_SPLIT ? word : spaced;
      },
    )
    .replace(/(?<!\d ?)2 0 (\d) (\d)(?! ?\d)/g, "20$1$2");
}

/** «Ⅱ», «２０２６»: signs of their own for what others write in letters. */
function plainFigures(text: string): string {
  return text.replace(/[\u2160-\u217F\uFF10-\uFF19]/g, (sign) =>
    sign.normalize("NFKC"),
  );
}

const lower = (word: string) =>
  withCyrillicTwins(word.toLowerCase()).replace(/ё/g, "е");

function isKnown(word: string): boolean {
  const small = lower(word);
  return (
    monthOf(small) !== null ||
    classifyWord(small) !== null ||
    readOrdinal(small, 0)?.length === small.length
  );
}

/** A shorter word may be whole in two ways: «в т. г.» is no «вт». */
const SHORTEST_SPLIT = 4;
/** What is cut off a word that is known without it: «сент-\nября». */
const LONGEST_TAIL = 5;

/**
 * «ежеме-\nсячно», «сен-\nтября», «октя бря»: joined when the parts say nothing
 * and the whole does; a hyphen at the end of a line joins strange words too.
 */
function joinedWords(text: string): string {
  return text.replace(
    /(?<!\p{L})(\p{L}+)(- ?\n|-|- | |\n)(?=(\p{Ll}+))/gu,
    (asIs, first: string, gap: string, second: string) => {
      const isSplit = gap.includes("-\n") && second.length <= LONGEST_TAIL;
      const isWhole =
        !isSplit && first.length >= SHORTEST_SPLIT && isKnown(first);
      if (isWhole || (isKnown(first) && isKnown(second))) {
        return asIs;
      }
      const whole = first + second;
      const isWord = whole.length >= SHORTEST_SPLIT && isKnown(whole);
      const isHyphened =
        gap.includes("-\n") && !isKnown(first) && !isKnown(second);
      return isWord || isHyphened ? first : asIs;
    },
  );
}

const FRONT =
  /^(?:(?:перв|втор|четв[её]рт)(?:ая|ое|ой|ом|ого)|третья|третьей|во|в|со|с|до|по|ко|к|на|за|от)(?=\p{L}{3})/iu;
const AFTER_FRONT = new Set<WordToken["type"] | undefined>([
  "during",
  "part",
  "period",
  "school",
]);
const ORDINAL_BEFORE_WORD =
  /(\d-?(?:ая|ый|ой|ое|ей|ого|ому|ую|го|я|й|е|ю))(\p{L}{2,})/giu;

/** «втечение», «досентября», «3-ячетверть»: a space that was left out. */
function partedWords(text: string): string {
  return text
    .replace(/(?<!\p{L})\p{L}{4,}/gu, (word) => {
      const front = FRONT.exec(word)?.[0] ?? "";
      const rest = word.slice(front.length);
      const isGlued = front !== "" && !isKnown(word) && mayFollowFront(rest);
      return isGlued ? `${front} ${rest}` : word;
    })
    .replace(ORDINAL_BEFORE_WORD, (asIs, number: string, word: string) =>
      isPeriod(word) ? `${number} ${word}` : asIs,
    );
}

function mayFollowFront(word: string): boolean {
  const small = lower(word);
  return monthOf(small) !== null || AFTER_FRONT.has(classifyWord(small)?.type);
}

/** «пол.» is a half of the year or of a month: that is told by what follows. */
const SHORTENED =
  /(?<![\p{L}\d-])(?!пол\.)(\p{L}{2,})(?:\. ?|-(\p{L}{1,3})(?![\p{L}-]))/giu;

/** «посл. нед.», «четв-ть»: shortened words in full. */
function expandedWords(text: string): string {
  return text.replace(SHORTENED, (asIs, start: string, ending?: string) => {
    if (isKnown(ending ?? start)) {
      return asIs;
    }
    const full = wordBeginning(lower(start), lower(ending ?? ""));
    return full === null ? asIs : full + (ending === undefined ? " " : "");
  });
}

const LONG_WORD = /(?<!\p{L})\p{L}{6,}/gu;

function misspelt(word: string): string | null {
  return isKnown(word) ? null : likelyWord(lower(word));
}

/** Misspelt words, each with the one that it is taken for. */
export function misspeltWords(
  text: string,
): readonly (readonly [written: string, read: string])[] {
  return (wholeWords(text).match(LONG_WORD) ?? []).flatMap((word) => {
    const read = misspelt(word);
    return read === null ? [] : [[word, read] as const];
  });
}

const PERIODS = new Set(["halfyear", "quarter", "term", "trimester"]);

/** «четверть», «полугодия», «кв»: what is numbered in Roman figures. */
function isPeriod(word: string): boolean {
  const found = classifyWord(lower(word));
  return found?.type === "period" && PERIODS.has(found.period);
}

/** How Roman figures look when they are typed or scanned badly. */
const ROMAN_TWINS: Readonly<Record<string, string>> = {
  l: "I",
  ll: "II",
  lll: "III",
  "|": "I",
  "||": "II",
  "|||": "III",
  п: "II",
  ш: "III",
  "1у": "IV",
  iу: "IV",
  lу: "IV",
  "1v": "IV",
  lv: "IV",
};
const ROMAN_BEFORE_WORD =
  /(?<![\p{L}\d.|])([IVІ]{1,3}|[l|]{1,3}|[ПШ]|[1IІl][УV])(-?я|-?[йе])? ?(?=(\p{L}{2,}))/gu;

/** «IIполугодие», «П полугодие», «1У квартал»: a Roman figure before its period. */
function romanFigures(text: string): string {
  return text.replace(
    ROMAN_BEFORE_WORD,
    (asIs, figure: string, ending = "", word = "") => {
      if (!isPeriod(word)) {
        return asIs;
      }
      const plain = figure.replace(/І/g, "I");
      const roman = ROMAN_TWINS[plain.toLowerCase()] ?? plain;
      return `${roman}${ending} `;
    },
  );
}

/** Letters that scanners and hasty hands put in place of figures. */
const FIGURES: Readonly<Record<string, string>> = {
  о: "0",
  o: "0",
  з: "3",
  б: "6",
  l: "1",
  i: "1",
  і: "1",
};
/** Where a figure may begin: not inside a word or number, but after «до» and the like. */
const BEGIN = "(?:(?<![\\p{L}\\d.])|(?<=(?<!\\p{L})(?:до|по|с|к|от|на)))";
const ONE = "[\\dОоOoЗзlIІ]";
const DOT = "\\s?[./]\\s?";
const YEAR = "[12][\\dОоOoЗзб]{3}";
const DOTTED = new RegExp(
  `${BEGIN}${ONE}{1,2}${DOT}(${ONE}{1,2})(${DOT}(?:${YEAR}|${ONE}{2}))?(?![\\d]|[^\\P{L}гГ])`,
  "gu",
);
const PAIR = new RegExp(
  `${BEGIN}(?:\\d[ОOЗ]|[ОOЗ]\\d|З[ОOIІl])(?![\\p{L}\\d])(?=(?:-?го)?\\s?(\\p{L}*))`,
  "gu",
);
const LONE_YEAR = new RegExp(
  `(?<![\\p{L}\\d])${YEAR}(?![\\d]|[^\\P{L}гГ])`,
  "gu",
);

function asDigits(text: string): string {
  return text.replace(
    /[ОоOoЗзбlIІ]/g,
    (letter) => FIGURES[letter.toLowerCase()] ?? letter,
  );
}

const countDigits = (text: string) => text.replace(/\D/g, "").length;

/** «1О.О9.2O26», «З1 мая», «2О26 г.»: letters among the figures of a date. */
function figures(text: string): string {
  return text
    .replace(DOTTED, (asIs, month: string, year?: string) => {
      // «1.II.2026» is a month in Roman figures.
      const isRoman = /^[IІ]+$/.test(month);
      const isSure = countDigits(asIs) >= (year === undefined ? 2 : 3);
      return isSure && !isRoman ? asDigits(asIs) : asIs;
    })
    .replace(PAIR, (asIs, next: string) =>
      countDigits(asIs) > 0 || monthOf(lower(next)) !== null
        ? asDigits(asIs)
        : asIs,
    )
    .replace(LONE_YEAR, (asIs) =>
      countDigits(asIs) >= 2 ? asDigits(asIs) : asIs,
    );
}
