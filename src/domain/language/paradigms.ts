/** Regular Russian declensions of animate words, singular; nothing irregular. */
import {
  type Endings,
  type GrammaticalCase,
  withEnding,
} from "./grammatical-case";

const HARD: Endings = ["а", "у", "а", "ом", "е"];
const HUSHING: Endings = ["а", "у", "а", "ем", "е"];
const POSSESSIVE: Endings = ["а", "у", "а", "ым", "е"];
const SOFT: Endings = ["я", "ю", "я", "ем", "е"];
const SOFT_IN_IY: Endings = ["я", "ю", "я", "ем", "и"];

/**
 * Masculine noun on a consonant, «ь» or «й»: «педагог», «учитель», «Гайдай».
 *
 * @param instrumental - «ем» after hushing consonants when the ending is not
 *   stressed («сторожем»), «ым» for surnames in -ов and -ин; «ом» otherwise.
 *   Soft words always take «ем».
 */
export function declineMasculine(
  word: string,
  grammaticalCase: GrammaticalCase,
  instrumental: "ом" | "ем" | "ым" = "ом",
): string {
  // One syllable before -ий: «о Кие», not «о Кии».
  if (/[аеёиоуыэюя].*ий$/i.test(word)) {
    return withEnding(word, 1, SOFT_IN_IY, grammaticalCase);
  }
  if (/[ьй]$/i.test(word)) {
    return withEnding(word, 1, SOFT, grammaticalCase);
  }
  const endings = { ом: HARD, ем: HUSHING, ым: POSSESSIVE }[instrumental];
  return withEnding(word, 0, endings, grammaticalCase);
}

/**
 * Masculine noun that loses the vowel before its last consonant: «продавец» →
 * «продавца», «боец» → «бойца», «стрелец» → «стрельца», «конёк» → «конька».
 */
export function declineFleeting(
  word: string,
  grammaticalCase: GrammaticalCase,
  instrumental: "ом" | "ем" = "ом",
): string {
  if (grammaticalCase === "nominative") {
    return word;
  }
  const isSoft = /ь$/i.test(word);
  const body = isSoft ? word.slice(0, -1) : word;
  const before = body.slice(0, -2);
  const link = fleetingLink(before, body.slice(-2));
  const stem = before + link + body.slice(-1) + (isSoft ? "ь" : "");
  return declineMasculine(stem, grammaticalCase, instrumental);
}

/** What is left of the vowel that drops out: «й» after a vowel, «ь» after «л». */
function fleetingLink(before: string, tail: string): string {
  if (/^о/i.test(tail)) {
    return "";
  }
  if (/[аеёиоуыэюя]$/i.test(before)) {
    return "й";
  }
  return /л$/i.test(before) || /^ё/i.test(tail) ? "ь" : "";
}

/**
 * Noun on -а or -я of either gender: «няня», «староста», «Сорока», «Берия».
 *
 * @param isStressed - The stress falls on the ending: «судьёй», not «няней».
 */
export function declineInA(
  word: string,
  grammaticalCase: GrammaticalCase,
  isStressed = false,
): string {
  if (/ия$/i.test(word)) {
    return withEnding(
      word,
      2,
      ["ии", "ии", "ию", "ией", "ии"],
      grammaticalCase,
    );
  }
  if (/я$/i.test(word)) {
    const instrumental = isStressed ? "ёй" : "ей";
    return withEnding(
      word,
      1,
      ["и", "е", "ю", instrumental, "е"],
      grammaticalCase,
    );
  }
  const genitive = /[гкхжшчщ]а$/i.test(word) ? "и" : "ы";
  const instrumental = /[жшчщц]а$/i.test(word) && !isStressed ? "ей" : "ой";
  return withEnding(
    word,
    1,
    [genitive, "е", "у", instrumental, "е"],
    grammaticalCase,
  );
}

/** Whether a word looks like a full adjective or participle, nominative. */
export function isAdjective(word: string): boolean {
  return /[а-яё]{2}(ый|ий|ой|ая|яя)(ся)?$/i.test(word);
}

/**
 * Full adjective or participle, singular, animate: «старший» → «старшего»,
 * «социальная» → «социальную», «обучающийся» → «обучающегося».
 *
 * @returns The word itself if it is no adjective by its ending.
 */
export function declineAdjective(
  word: string,
  grammaticalCase: GrammaticalCase,
): string {
  const tail = /^(.+?)(ый|ий|ой|ая|яя)(ся)?$/i.exec(word);
  if (tail === null) {
    return word;
  }
  const [, stem = "", ending = "", reflexive = ""] = tail;
  const inflected = withEnding(
    stem + ending,
    2,
    adjectiveEndings(stem, ending.toLowerCase()),
    grammaticalCase,
  );
  return inflected + reflexive;
}

function adjectiveEndings(stem: string, ending: string): Endings {
  const isHushing = /[жшчщ]$/i.test(stem);
  const isVelar = /[гкх]$/i.test(stem);
  if (ending === "яя") {
    return ["ей", "ей", "юю", "ей", "ей"];
  }
  if (ending === "ая") {
    const oblique = isHushing ? "ей" : "ой";
    return [oblique, oblique, "ую", oblique, oblique];
  }
  if (ending === "ий" && !isVelar) {
    return ["его", "ему", "его", "им", "ем"];
  }
  const instrumental = isHushing || isVelar ? "им" : "ым";
  return ["ого", "ому", "ого", instrumental, "ом"];
}
