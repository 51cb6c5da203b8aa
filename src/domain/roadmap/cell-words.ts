/** A part of a row (one page of it) as words, with the places cells may end. */

import { looksLikeDates } from "./looks-like-dates";
import { alikeCharacters } from "./normalise";
import { startsItem } from "./rejoin";
import { roleShare, roleWeight } from "./roles";
import { tokenize } from "./tokens";
import { markWord, type WordMarks } from "./word-marks";
import type { WrappedLine } from "./wrapped-lines";

/** What is known about one word and the break before it. */
export type CellWord = WordMarks & {
  readonly text: string;
  /** Index of its line in the part. */
  readonly line: number;
  readonly startsLine: boolean;
  readonly blankBefore: boolean;
  /** Starts an item of a list. */
  readonly startsItem: boolean;
  /** Begins with a capital where no sentence begins. */
  readonly isNewStart: boolean;
  /** The word before this one stands before it elsewhere as well. */
  readonly isPhrase: boolean;
  /** Where it starts among all characters of the part, one space apart. */
  readonly offset: number;
};

export type RowPart = {
  readonly words: readonly CellWord[];
  /** Index after the last word of each line. */
  readonly lineEnds: readonly number[];
  /** Lines that look like a list of people from their first word on. */
  readonly roleLines: readonly boolean[];
  /** Lines that belong to a run which is a date phrase as a whole. */
  readonly dateLines: readonly boolean[];
  /** Number of words of `[from, to)` that no date phrase contains. */
  readonly strangers: (from: number, to: number) => number;
  /** How the words of `[from, to)` speak for a list of people. */
  readonly people: (from: number, to: number) => number;
  /** Number of words of `[from, to)` that follow a role without a comma. */
  readonly secondRoles: (from: number, to: number) => number;
  /** Whether the page is the row's first. */
  readonly isFirst: boolean;
};

/** How often two words stand next to each other in the whole table. */
export function wordPairs(
  lines: readonly WrappedLine[],
): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  const words = lines.flatMap((line) => line.words);
  words.forEach((word, index) => {
    const pair = pairOf(words[index - 1], word);
    if (pair !== null) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  });
  return pairs;
}

/** Two plain words; a stop or a comma between them keeps them apart. */
function pairOf(left = "", right = ""): string | null {
  const plain = /^[«"(]?\p{L}{3,}$/u.test(left) && /^\p{L}{3,}/u.test(right);
  // Russian words change at the end: their first letters tell them well enough.
  const stem = (word: string) =>
    word
      .replace(/[^\p{L}]/gu, "")
      .slice(0, 5)
      .toLowerCase();
  return plain ? `${stem(left)} ${stem(right)}` : null;
}

/** 1 for every word that no date phrase contains. */
function strangersIn(words: readonly CellWord[]): readonly number[] {
  const text = words.map((word) => word.text).join(" ");
  const tokens = tokenize(alikeCharacters(text));
  let next = 0;
  return words.map(({ offset, text: word }) => {
    const end = offset + word.length;
    while ((tokens[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) {
      next += 1;
    }
    let isStranger = false;
    for (let token = next; (tokens[token]?.at ?? end) < end; token += 1) {
      isStranger = isStranger || tokens[token]?.type === "unknown";
    }
    return isStranger ? 1 : 0;
  });
}

/** Lines of one page of a row; `skip` characters of the first are its number. */
export function rowPart(
  lines: readonly WrappedLine[],
  skip: number,
  isFirst: boolean,
  pairs: ReadonlyMap<string, number>,
): RowPart {
  const texts = lines.map(({ text }, index) =>
    index === 0 ? text.slice(skip).trim() : text,
  );
  const words: CellWord[] = [];
  const lineEnds: number[] = [];
  let offset = 0;
  texts.forEach((lineText, line) => {
    const lineWords = lineText.split(" ").filter((word) => word !== "");
    const before = line === 0 ? "" : (texts[line - 1] ?? "");
    lineWords.forEach((text, index) => {
      const marks = markWord(text);
      const last = words[words.length - 1];
      const pair = pairOf(last?.text, text);
      const goesOn = last === undefined || last.endsSentence || last.joins;
      words.push({
        ...marks,
        text,
        line,
        startsLine: index === 0,
        blankBefore:
          index === 0 && line > 0 && (lines[line]?.blankBefore ?? false),
        startsItem: index === 0 && startsItem(before, lineText),
        isNewStart: marks.isCapital && !goesOn,
        isPhrase: pair !== null && (pairs.get(pair) ?? 0) > 1,
        offset,
      });
      offset += text.length + 1;
    });
    lineEnds.push(words.length);
  });
  return {
    words,
    lineEnds,
    roleLines: texts.map(isRoleLine),
    dateLines: dateRuns(texts),
    strangers: sums(strangersIn(words)),
    people: sums(words.map(peopleWeight)),
    secondRoles: sums(
      words.map((word, index) =>
        isSecondRole(word, words[index - 1]) ? 1 : 0,
      ),
    ),
    isFirst,
  };
}

/** Sums of the numbers at `[from, to)`. */
function sums(numbers: readonly number[]) {
  const totals = [0];
  numbers.forEach((number, index) => {
    totals.push((totals[index] ?? 0) + number);
  });
  return (from: number, to: number) => (totals[to] ?? 0) - (totals[from] ?? 0);
}

/** How one word speaks for a list of people. */
function peopleWeight({ roleWeight }: CellWord): number {
  const isRole = roleWeight === 1;
  return isRole ? 1 : roleWeight > 0 ? 0.4 : roleWeight * 1.5;
}

/** Two roles without a comma between them are two cells, not one. */
function isSecondRole(word: CellWord, before: CellWord | undefined): boolean {
  if (before === undefined || !/\p{L}$/u.test(before.text)) {
    return false;
  }
  const areShort = before.isAbbreviation && word.isAbbreviation;
  const areRoles = before.roleWeight === 1 && word.roleWeight === 1;
  return areShort || (areRoles && word.isCapital);
}

/** «Директор,», «Администрация школы»: a capital and mostly roles. */
export function isRoleLine(text: string): boolean {
  const first = text.split(" ")[0] ?? "";
  return (
    /^\p{Lu}/u.test(first) && roleWeight(first) === 1 && roleShare(text) >= 0.6
  );
}

/** «Руководитель МНЦ МЦН, ОО Разработан»: people first, then other cells. */
export function opensPeople(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  const isList = /^\p{Lu}{2,}(?:,|$)/u.test(first) && /^\p{Lu}/u.test(second);
  return isList || (/^\p{Lu}/u.test(first) && roleWeight(first) === 1);
}

/** «Сентябрь, 2023 Директор,»: a date first, then people. */
export function opensDates(words: readonly string[]): boolean {
  for (let count = 1; count <= Math.min(6, words.length - 1); count += 1) {
    const isPeople = roleWeight(words[count] ?? "") > 0;
    if (isPeople && looksLikeDates(words.slice(0, count).join(" "))) {
      return true;
    }
  }
  return false;
}

const MAX_DATE_LINES = 7;

/** Marks the lines of every run that reads as a date phrase. */
export function dateRuns(lines: readonly string[]): readonly boolean[] {
  const marked = lines.map(() => false);
  for (let from = 0; from < lines.length; from += 1) {
    let text = "";
    let length = 0;
    for (let count = 1; count <= MAX_DATE_LINES; count += 1) {
      const line = lines[from + count - 1];
      if (line === undefined || line.length > 40) {
        break;
      }
      text = text === "" ? line : `${text}\n${line}`;
      length = looksLikeDates(text) ? count : length;
    }
    for (let offset = 0; offset < length; offset += 1) {
      marked[from + offset] = true;
    }
    from += Math.max(0, length - 1);
  }
  return marked;
}
