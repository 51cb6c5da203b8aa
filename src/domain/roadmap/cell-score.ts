/** How well words fit a column: the weights by which rows are cut. */

import type { CellWord, RowPart } from "./cell-words";
import { looksLikeDates } from "./looks-like-dates";
import type { ColumnKind } from "./roadmap";
import { markWord } from "./word-marks";

/** What earlier passes over the table have learnt about a column. */
export type ColumnModel = {
  readonly kind: ColumnKind | null;
  /** Usual width, characters; 0 = not known yet. */
  readonly width: number;
  /** Cell texts seen in more than one row. */
  readonly repeated: ReadonlySet<string>;
  /** Words that many cells of the column begin with. */
  readonly starts: ReadonlySet<string>;
  /** On a later page: the cell was cut in the middle of a sentence. */
  readonly isCut: boolean;
};

/** Which columns the table has, and whether empty lines divide its cells. */
export type TableModel = {
  readonly hasDates: boolean;
  readonly hasRoles: boolean;
  readonly blanksDivide: boolean;
};

/** Points for leaving a column without words. */
export function emptyScore(column: ColumnModel, isFirst: boolean): number {
  if (!isFirst) {
    return 0;
  }
  switch (column.kind) {
    case "name":
      return -6;
    case "dateText":
      return -3;
    case "content":
      return -1;
    default:
      return -2;
  }
}

function textOf(part: RowPart, from: number, to: number): string {
  return part.words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
}

/** Points for the words `[from, to)` by what the column holds. */
export function kindScore(
  column: ColumnModel,
  part: RowPart,
  from: number,
  to: number,
): number {
  const first = part.words[from];
  if (first === undefined) {
    return 0;
  }
  switch (column.kind) {
    case "dateText":
      return part.strangers(from, to) === 0
        ? dateScore(textOf(part, from, to))
        : NO_DATE;
    case "responsible":
    case "participants":
      return peopleScore(column, part, from, to);
    case "name":
      return (first.isCapital ? 1 : 0) - Math.max(0, to - from - 20) * 0.15;
    case "result":
      return first.isOutcome ? 1.5 : 0;
    default:
      return first.isDeed ? 1.5 : first.startsItem ? 1 : 0;
  }
}

/** No other word could make up for a cell of dates that is none. */
const NO_DATE = -12;

/** Words that stand inside a date phrase but do not open one. */
const NO_DATE_START = /^(?:[(:]|реализации|исполнения|проведения|периода?\b)/u;

function dateScore(text: string): number {
  if (NO_DATE_START.test(text) || !looksLikeDates(text)) {
    return NO_DATE;
  }
  return /\d|[а-яё]{3}[ьй](?![а-яё])|ежегодно/i.test(text) ? 8 : 5;
}

/** Longer lists of people do not repeat word for word. */
const MAX_REPEATED_WORDS = 20;

function peopleScore(
  column: ColumnModel,
  part: RowPart,
  from: number,
  to: number,
): number {
  const first = part.words[from];
  const people = Math.max(-12, Math.min(5, part.people(from, to)));
  const mayRepeat = column.repeated.size > 0 && to - from <= MAX_REPEATED_WORDS;
  const isKnown = mayRepeat && column.repeated.has(textOf(part, from, to));
  const isUsual = column.starts.has(first?.text ?? "");
  return (
    people -
    part.secondRoles(from + 1, to) * 1.5 +
    (opensPeople(first, part.words[from + 1]) ? 1.5 : -1) +
    (isKnown ? 1.5 : 0) +
    (isUsual ? 1 : 0)
  );
}

/** «Директор», «МЦН,», «рабочая группа». */
function opensPeople(first?: CellWord, second?: CellWord): boolean {
  const isDetailed =
    (first?.roleWeight ?? 0) > 0 && (second?.roleWeight ?? 0) === 1;
  return (
    first?.roleWeight === 1 || first?.isAbbreviation === true || isDetailed
  );
}

/** Characters of the words `[from, to)`, spaces included. */
export function lengthOf(part: RowPart, from: number, to: number): number {
  const last = part.words[to - 1];
  const start = part.words[from]?.offset ?? 0;
  return last === undefined ? 0 : last.offset + last.text.length - start;
}

/** Points for one line of the cell, or the part of it in the cell. */
export function lineScore(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  at: number,
  end: number,
): number {
  return (
    widthScore(column.width, lengthOf(part, at, end)) +
    strangeLineScore(column, table, part, at, end)
  );
}

/** A line of dates or of people stands badly in another column. */
function strangeLineScore(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  at: number,
  end: number,
): number {
  const word = part.words[at];
  if (word?.startsLine !== true || part.lineEnds[word.line] !== end) {
    return 0;
  }
  const isDates = table.hasDates && part.dateLines[word.line] === true;
  const isRoles = table.hasRoles && part.roleLines[word.line] === true;
  const isPeople =
    column.kind === "responsible" || column.kind === "participants";
  return (
    (isDates && column.kind !== "dateText" ? -4 : 0) +
    (isRoles && !isPeople ? -2 : 0)
  );
}

function widthScore(width: number, length: number): number {
  if (width === 0 || length <= width * 1.08 + 1) {
    return 0;
  }
  if (length <= width * 1.2 + 1) {
    return -1.2;
  }
  return length > width * 1.4 + 1 ? -5 : -2.5;
}

/**
 * Points for a break before the word `at`, after a line of `length`: would
 * these lines have been broken so?
 */
export function breakScore(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  at: number,
  length: number,
  width = column.width,
): number {
  const [before, word] = [part.words[at - 1], part.words[at]];
  if (before === undefined || word === undefined) {
    return 0;
  }
  let score = word.blankBefore && table.blanksDivide ? -1.2 : 0;
  if (word.startsItem || (before.endsSentence && word.isCapital)) {
    return score;
  }
  // A name has no capitals inside: they begin the next cell.
  score -= word.isNewStart ? (column.kind === "name" ? 2.2 : 0.8) : 0;
  return length + 1 + word.text.length <= width * 0.93 ? score - 1 : score;
}

/** On a later page cells go on; which of them is told by where they stopped. */
export function pageScore(
  column: ColumnModel,
  part: RowPart,
  from: number,
): number {
  if (part.isFirst) {
    return 0;
  }
  const goesOn = column.isCut && part.words[from]?.isCapital !== true ? 2.5 : 0;
  const base =
    column.kind === "name" ? -1.8 : column.kind === "dateText" ? -1 : -0.3;
  return base + goesOn;
}

/** Points for a cell that starts at word `at`, after another one. */
export function boundaryScore(part: RowPart, at: number): number {
  const [before, word] = [part.words[at - 1], part.words[at]];
  if (before === undefined || word === undefined) {
    return 0;
  }
  let score = word.blankBefore ? 1.5 : 0;
  score -= word.isPhrase ? 1 : 0;
  score -= word.isLower && part.isFirst ? 1 : 0;
  score -= before.endsColon ? 2 : 0;
  if (before.isListMark) {
    return score - 4;
  }
  if (before.joins) {
    return score - 2.5;
  }
  return before.isAdjective && word.isLower ? score - 1 : score;
}

/** Whether a cell stops where a sentence cannot stop. */
export function isCutOff(text: string): boolean {
  const { joins, isAdjective } = markWord(text.split(/\s/).pop() ?? "");
  return joins || isAdjective;
}
