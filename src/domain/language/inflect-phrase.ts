/**
 * Inflects the head of a noun phrase with the adjectives before it and leaves
 * what depends on the head alone: «старший воспитатель группы № 3».
 */
import type { GrammaticalCase, Inflected } from "./grammatical-case";
import { declineAdjective, isAdjective } from "./paradigms";

const PREPOSITION = /^(за|по|в|во|на|при|с|от|для|над)$/i;

/** Adverbs and shortened adjectives before the head: they do not inflect. */
const FROZEN_WORD = /^(временно|[а-яё]{2,4}\.)$/i;

/**
 * Walks over the adjectives at the beginning, inflects the first other word as
 * the head and keeps the rest letter by letter.
 *
 * @param phrase - Nominative singular, words parted by single spaces.
 * @param declineHead - Puts one noun into a case; null for an unknown one.
 * @param isHeadAdjective - Adjectives that are heads themselves
 *   («заведующий библиотекой»): after them nothing is inflected.
 * @returns null when no head was found.
 */
export function inflectPhrase(
  phrase: string,
  grammaticalCase: GrammaticalCase,
  declineHead: (word: string, to: GrammaticalCase) => Inflected | null,
  isHeadAdjective: (word: string) => boolean,
): Inflected | null {
  const words = phrase.split(" ");
  const nounAt = words.findIndex(
    (word) =>
      isHeadAdjective(word) || !(isAdjective(word) || FROZEN_WORD.test(word)),
  );
  // «Ответственный за …», «самозанятый»: no noun comes, the adjective is one.
  const isNounless = nounAt === -1 || PREPOSITION.test(words[nounAt] ?? "");
  const headAt = isNounless
    ? (nounAt === -1 ? words.length : nounAt) - 1
    : nounAt;
  const headWord = words[headAt];
  if (headWord === undefined) {
    return null;
  }
  const isAlone = isNounless && isAdjective(headWord);
  const head =
    isAlone || isHeadAdjective(headWord)
      ? { text: declineAdjective(headWord, grammaticalCase), sure: true }
      : declineHead(headWord, grammaticalCase);
  if (head === null) {
    return null;
  }
  const before = words
    .slice(0, headAt)
    .map((word) => declineAdjective(word, grammaticalCase));
  return {
    text: [...before, head.text, ...words.slice(headAt + 1)].join(" "),
    sure: head.sure,
  };
}
