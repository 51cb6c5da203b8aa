/** A person's name reduced to what tells people apart. */

import { withCyrillicTwins } from "../lookalikes";

/**
 * Key under which two spellings of one name are equal: letter case, ё/е,
 * accents, hyphens, points, kinds of space, the order of the words, and Latin
 * letters typed inside a Cyrillic word do not count.
 *
 * @param text - Name as written; a class («5 «А»») works too.
 * @returns Words in alphabetical order with single spaces; "" for no name. The
 * key of a key is the key itself.
 */
export function normalizeName(text: string): string {
  return [...nameWords(text)].sort().join(" ");
}

/** Text without marks or compatibility forms: nearly all names. */
const PLAIN = /^[ -&(-_a-~А-яЁё«»–—]*$/;

/**
 * Words of a name in the order written, normalised as {@link normalizeName}
 * does; an initial is a word of one letter. Numbers part from letters («5а» is
 * two words).
 */
export function nameWords(text: string): readonly string[] {
  const plain = PLAIN.test(text);
  const folded = plain
    ? text.toLowerCase().replace(/ё/g, "е")
    : fold(fold(text));
  const words = folded.match(/\p{L}+|\p{N}+/gu) ?? [];
  const isCyrillic = words.some((word) => /[а-я]/.test(word));
  return words.map((word) => withoutLookalikes(word, isCyrillic));
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff'’ʼ`]+/gu, "")
    .normalize("NFKC");
}

function withoutLookalikes(word: string, inCyrillicName: boolean): string {
  const isMixed = /[а-я]/.test(word) && /[a-z]/.test(word);
  if (!isMixed && !(inCyrillicName && word.length === 1)) {
    return word;
  }
  return withCyrillicTwins(word);
}
