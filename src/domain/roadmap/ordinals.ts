/** Numbers in words that put things in order: «первое», «двадцать пятого». */

const STEMS: readonly (readonly [string, number])[] = [
  ["перв", 1],
  ["втор", 2],
  ["четверт", 4],
  ["пят", 5],
  ["шест", 6],
  ["седьм", 7],
  ["восьм", 8],
  ["девят", 9],
  ["десят", 10],
  ["одиннадцат", 11],
  ["двенадцат", 12],
  ["тринадцат", 13],
  ["четырнадцат", 14],
  ["пятнадцат", 15],
  ["шестнадцат", 16],
  ["семнадцат", 17],
  ["восемнадцат", 18],
  ["девятнадцат", 19],
  ["двадцат", 20],
  ["тридцат", 30],
];

const ENDING = "(?:ый|ой|ая|ое|ого|ому|ую|ом|ым|ые|ых)";
const THIRD = "трет(?:ий|ья|ье|ьего|ьему|ьей|ью|ьем|ьи|ьих)";

const WORD = new RegExp(
  `(?:(двадцать|тридцать)\\s)?(?:(${STEMS.map(([stem]) => stem).join("|")})${ENDING}|${THIRD})(?!\\p{L})`,
  "uy",
);

/**
 * The number in order that stands at `at` of a lower-case text, and its length
 * in characters; null if none does.
 */
export function readOrdinal(
  text: string,
  at: number,
): { readonly value: number; readonly length: number } | null {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (match === null) {
    return null;
  }
  const stem = match[2];
  const ones = stem === undefined ? 3 : new Map(STEMS).get(stem);
  const tens = { двадцать: 20, тридцать: 30 }[match[1] ?? ""] ?? 0;
  // «двадцать двадцатого» is no number.
  return ones === undefined || (tens > 0 && ones > 9)
    ? null
    : { value: tens + ones, length: match[0].length };
}
