/** One abbreviation spelt two ways: «МЦН» and «МНЦ». */

/** Abbreviations that look alike and mean different things. */
const APART: ReadonlySet<string> = new Set(["ЦМН", "ОО", "УО", "ДО", "ОД"]);

/** In quotation marks stands a name of its own: МБОУ ДПО «НМЦ». */
const WORD = /(?<![\p{L}\d«"„])\p{Lu}{3,6}(?![\p{L}\d])/gu;

export type TwoSpellings = {
  /** The one that is explained in the text, or else written more often. */
  readonly usual: string;
  readonly odd: string;
};

/** Abbreviations of a text, capital letters only. */
export function abbreviationsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/**
 * Pairs of abbreviations that differ by two neighbouring letters changing
 * places.
 *
 * @param texts - All texts of one document.
 */
export function twoSpellings(
  texts: readonly string[],
): readonly TwoSpellings[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(abbreviationsIn)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const explained = new Set(
    texts.flatMap((text) =>
      [
        ...text.matchAll(
          /далее\s*[-–—]\s*(?:по тексту\s*[-–—]\s*)?(\p{Lu}{3,6})/giu,
        ),
      ].map((match) => match[1] ?? ""),
    ),
  );
  const words = [...counts.keys()].filter((word) => !APART.has(word)).sort();
  return words.flatMap((word) =>
    swaps(word)
      .filter((other) => other > word && words.includes(other))
      .map((other) => {
        const isFirst =
          explained.has(word) === explained.has(other)
            ? (counts.get(word) ?? 0) >= (counts.get(other) ?? 0)
            : explained.has(word);
        return isFirst
          ? { usual: word, odd: other }
          : { usual: other, odd: word };
      }),
  );
}

function swaps(word: string): readonly string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) =>
      word.slice(0, at) +
      word.charAt(at + 1) +
      word.charAt(at) +
      word.slice(at + 2),
  ).filter((other) => other !== word);
}
