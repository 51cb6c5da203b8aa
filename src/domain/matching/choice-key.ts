/** When two spellings of one choice are the same. */
import { withCyrillicTwins } from "../lookalikes";

/** Characters without width: marks of direction, joiners, soft hyphen, BOM. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Hyphens, dashes and minus, with the spaces around them. */
const DASH = /\s*[-\u2010-\u2015\u2212]\s*/g;

/**
 * Key under which two choices are equal: letter case, ё/е, kinds of space and
 * dash and invisible characters do not count; everything else does, so that
 * «C++» and «C#» stay two topics.
 *
 * @returns "" when there is nothing to compare.
 */
export function choiceKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) {
    return known;
  }
  if (keys.size >= MOST_KEYS) {
    keys.clear();
  }
  const key = cleaned(text);
  keys.set(text, key);
  return key;
}

/** The same few choices are asked for thousands of times. */
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(DASH, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The same for a person's code, which is often typed in Latin letters, without
 * the dash or the zeros before the number: «hm3» is «НМ-003».
 */
export function codeKey(code: string): string {
  return choiceKey(withCyrillicTwins(choiceKey(code)))
    .replace(/ /g, "")
    .replace(/(?<=\p{L})-(?=\d)/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}
