/** Finds title and approval of a roadmap in the text before its table. */

import { isoDay } from "./calendar";
import { datePhraseText, plainText } from "./normalise";
import type { RoadmapNote, SourceLine } from "./roadmap";
import { tokenize } from "./tokens";

/** Title and approval, and the rest of the lines as notes. */
export type Preamble = {
  readonly title: string;
  readonly approval: string | null;
  readonly orderDate: string | null;
  readonly notes: readonly RoadmapNote[];
};

type Line = SourceLine & { readonly blankBefore: boolean };

const TITLE =
  /^\s*(?:муниципальная |региональная |школьная |примерная |типовая )?(?:["«]?дорожная карта|план мероприятий|план[- ]график|план работы|комплекс мероприятий|программа мероприятий)/iu;
/** Weaker beginnings, for documents that have none of those. */
const OTHER_TITLE =
  /^\s*(?:[\p{Ll}\p{Lu}]\p{Ll}+(?:ый|ий|ая|ое|ые) ){0,2}["«]?(?:план|программа|график|циклограмма|календарь|перечень|маршрут|система мероприятий|мероприятия)(?!\p{L})[^:]*(?<![.;])$/iu;
const APPROVAL =
  /^\s*(?:["«]?(?:утвержд|согласован|принят[оа]|рассмотрен)|приложение\s*(?:№|n|\d|к\s))/iu;
/** «Цель: …» and the like open another part of the document. */
const LABEL =
  /^\s*(?:цел[ьи]|задачи|место|сроки?|период|требовани|област|основани|нормативн|разработчик|исполнител|пояснительн|ожидаем)[^:]{0,120}:/iu;

const PAGE_NUMBER = /^[-–— ]*\d{1,3}[-–— ]*$/;
const MAX_TITLE_LINES = 8;
const MAX_APPROVAL_LINES = 8;

/**
 * Reads the lines before the table. A title is the last line that begins like
 * one, with the lines after it up to an empty line or a label such as «Цель:».
 */
export function readPreamble(source: readonly SourceLine[]): Preamble {
  const lines = clean(source);
  const named = lastIndex(lines, ({ text }) => TITLE.test(text));
  const titleAt =
    named >= 0 ? named : lastIndex(lines, ({ text }) => OTHER_TITLE.test(text));
  const titleEnd =
    titleAt < 0 ? -1 : blockEnd(lines, titleAt, MAX_TITLE_LINES, isTitleEnd);
  const approvalAt = lines.findIndex(
    ({ text }, index) =>
      APPROVAL.test(text) && (index < titleAt || index >= titleEnd),
  );
  const approvalEnd =
    approvalAt < 0
      ? -1
      : blockEnd(lines, approvalAt, MAX_APPROVAL_LINES, isApprovalEnd);
  const within = (index: number, from: number, to: number) =>
    from >= 0 && index >= from && index < to;
  const isTitle = (index: number) => within(index, titleAt, titleEnd);
  const isApproval = (index: number) =>
    !isTitle(index) && within(index, approvalAt, approvalEnd);
  const approval = lines
    .filter((_, index) => isApproval(index))
    .map(({ text }) => text)
    .join("\n");
  const title = lines.filter((_, index) => isTitle(index));
  const rest = lines.filter(
    (_, index) => !isTitle(index) && !isApproval(index),
  );
  return {
    title: title.map(({ text }) => text).join(" "),
    approval: approval === "" ? null : approval,
    orderDate: approval === "" ? null : orderDateOf(approval),
    notes: paragraphs(rest),
  };
}

function lastIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const item = list[index];
    if (item !== undefined && test(item)) {
      return index;
    }
  }
  return -1;
}

/** Non-empty lines, and where a gap is between them. */
function clean(source: readonly SourceLine[]): readonly Line[] {
  const kept = source
    .map((line) => ({
      ...line,
      text: plainText(line.text).replace(/\n/g, " "),
    }))
    .filter(({ text }) => text !== "" && !PAGE_NUMBER.test(text));
  return kept.map((line, index) => ({
    ...line,
    blankBefore:
      line.blankBefore ??
      (index > 0 && line.line - (kept[index - 1]?.line ?? 0) > 1),
  }));
}

function blockEnd(
  lines: readonly Line[],
  from: number,
  limit: number,
  isEnd: (line: Line) => boolean,
): number {
  let end = from + 1;
  for (; end < lines.length && end < from + limit; end += 1) {
    const line = lines[end];
    if (line === undefined || isEnd(line)) {
      break;
    }
  }
  return end;
}

const isTitleEnd = ({ text, blankBefore }: Line) =>
  blankBefore || LABEL.test(text) || APPROVAL.test(text);

const isApprovalEnd = ({ text, blankBefore }: Line) =>
  blankBefore || TITLE.test(text);

/** Date after «от» in the words about the order; null without a real day. */
function orderDateOf(approval: string): string | null {
  const flat = datePhraseText(approval).replace(/\s+/g, " ");
  const order = /(?:приказ|распоряжени|постановлени)[\s\S]*$/iu.exec(flat)?.[0];
  const text = order ?? flat;
  const from = /(?:^|\s)от\s([\s\S]{0,40})/iu.exec(text)?.[1] ?? text;
  return firstDate(from);
}

function firstDate(text: string): string | null {
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, month, year] = tokens.slice(at, at + 3);
    if (token?.type === "date") {
      return isoDay(token.year, token.month, token.day);
    }
    if (
      token?.type === "number" &&
      month?.type === "month" &&
      year?.type === "year"
    ) {
      return isoDay(year.year, month.month, token.value);
    }
  }
  return null;
}

/** Neighbouring lines become one note. */
function paragraphs(lines: readonly Line[]): readonly RoadmapNote[] {
  const notes: { text: string; sourceLine: number }[] = [];
  for (const { text, line, blankBefore } of lines) {
    const last = notes[notes.length - 1];
    if (last === undefined || blankBefore) {
      notes.push({ text, sourceLine: line });
    } else {
      last.text = `${last.text} ${text}`;
    }
  }
  return notes;
}
