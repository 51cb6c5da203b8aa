/** Puts the wrapped lines of a cell together again. */

/** How often each word, in lower case, stands in the whole text. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Endings that are no words: what stands before them was cut in two. */
const ENDINGS = new Set(
  "ая яя ое ые ый ого ому ых ым ыми ую юю ов ев ам ами ями ость ости остью ение ения ению ание ания анию ений аний анных енных ирования ированию ческой ческих ческого ческие ческая ского ской ских ские".split(
    " ",
  ),
);

const MIN_STEM_LETTERS = 4;

/** Counts the words of a text. */
export function vocabularyOf(text: string): Vocabulary {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Lines as one text: spaces between lines, words that were cut put together,
 * items of lists on lines of their own.
 */
export function rejoin(
  lines: readonly string[],
  vocabulary: Vocabulary,
): string {
  return lines.reduce(
    (before, line) => (before === "" ? line : glue(before, line, vocabulary)),
    "",
  );
}

function glue(before: string, line: string, vocabulary: Vocabulary): string {
  if (startsItem(before, line)) {
    return `${before}\n${line}`;
  }
  if (/\d[-–—]$/.test(before) && /^\d/.test(line)) {
    return before + line;
  }
  const head = /(\p{L}+)(-?)$/u.exec(before);
  const tail = /^\p{L}+/u.exec(line)?.[0];
  if (head?.[1] === undefined || tail === undefined) {
    return `${before} ${line}`;
  }
  if (head[2] === "-") {
    // A hyphen that only wraps: the document has the word without it too.
    const whole = `${head[1]}${tail}`.toLowerCase();
    return (vocabulary.has(whole) ? before.slice(0, -1) : before) + line;
  }
  const cut = isCut(head[1].toLowerCase(), tail, vocabulary);
  return cut ? before + line : `${before} ${line}`;
}

/** Whether one word was cut between two lines without a hyphen. */
function isCut(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (head.length < MIN_STEM_LETTERS || !/^\p{Ll}/u.test(tail)) {
    return false;
  }
  const isRare = (vocabulary.get(head) ?? 0) <= 1;
  const isEnding = ENDINGS.has(tail);
  const isKnownWhole = vocabulary.has(head + tail);
  const endsHard = /[бвгджзклмнпрстфхцчшщ]$/.test(head);
  return (
    (isKnownWhole && (isRare || isEnding)) || (isEnding && isRare && endsHard)
  );
}

/** Whether a line starts an item of a list inside the cell. */
export function startsItem(before: string, line: string): boolean {
  if (/^\d{1,2}\)|^\d{1,2}\.\s?\d{1,2}\.?(?!\d)|^[•▪●◦·]/.test(line)) {
    return true;
  }
  if (/^[-–—]\p{L}/u.test(line)) {
    return true;
  }
  const afterStop = /[.;:,»)]$/.test(before);
  return afterStop && /^(?:[-–—]\s|\d{1,2}\.\s?\p{L})/u.test(line);
}
