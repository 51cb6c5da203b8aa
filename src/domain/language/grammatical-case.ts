/** The six Russian cases and what an inflection hands back. */

export type GrammaticalCase =
  | "nominative"
  | "genitive"
  | "dative"
  | "accusative"
  | "instrumental"
  | "prepositional";

/** An inflected text; `sure: false` asks a person to look at it. */
export type Inflected = { readonly text: string; readonly sure: boolean };

export type Gender = "male" | "female";

/**
 * Endings of one paradigm in the order genitive, dative, accusative,
 * instrumental, prepositional; the nominative is the word itself.
 */
export type Endings = readonly [string, string, string, string, string];

export const OBLIQUE_CASES: readonly GrammaticalCase[] = [
  "genitive",
  "dative",
  "accusative",
  "instrumental",
  "prepositional",
];

/**
 * Puts a word into a case by cutting its ending off and adding another one.
 * A word in capitals stays in capitals.
 *
 * @param word - Nominative, in any letter case.
 * @param cut - How many letters the nominative ending has, >= 0.
 */
export function withEnding(
  word: string,
  cut: number,
  endings: Endings,
  grammaticalCase: GrammaticalCase,
): string {
  const ending = endings[OBLIQUE_CASES.indexOf(grammaticalCase)];
  if (ending === undefined) {
    return word;
  }
  return likeLetters(word, word.slice(0, word.length - cut) + ending);
}

/** Capitals throughout if the sample is written so, else the text as it is. */
export function likeLetters(sample: string, text: string): string {
  const isCapitals =
    sample.length > 1 &&
    sample === sample.toUpperCase() &&
    sample !== sample.toLowerCase();
  return isCapitals ? text.toUpperCase() : text;
}
