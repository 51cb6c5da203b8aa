/** Reads the «Срок» cell of a roadmap: any Russian phrase to intervals. */

import { isoDay, monthBounds } from "./calendar";
import { withoutDocuments } from "./document-references";
import type {
  DateContext,
  Interval,
  ParsedDates,
  Precision,
  Repeat,
} from "./interval";
import type { Item } from "./items";
import { hasLettersAsFigures, misspeltWords } from "./mended-text";
import type { Segment } from "./merge-segments";
import { datePhraseText, excerpt, plainText } from "./normalise";
import { itemDoubts, yearlyWithoutMonth } from "./phrase-doubts";
import { resolveItem } from "./resolve";
import { assignYears } from "./segment-years";
import { readSegments } from "./segments";
import type { Stretch } from "./stretch";
import { tokenize } from "./tokens";

/** What every warning about words left over says. */
export const NOT_UNDERSTOOD = "не понято";

/** Cells are short; what follows is prose and is reported as not understood. */
const MAX_CHARACTERS = 2000;

/**
 * Intervals that a phrase names. Never throws and never guesses silently: what
 * is not understood, impossible or doubtful comes back as a Russian warning.
 *
 * @param text - The cell as it is: HTML, line breaks and odd spaces allowed.
 * @param context - Supplies the year and the bounds that the phrase leaves out.
 * @returns Intervals in the order written; `start` is never after `end`.
 */
export function parseDatePhrase(
  text: string,
  context: DateContext,
): ParsedDates {
  const whole = withoutDocuments(datePhraseText(text));
  const phrase = whole.slice(0, MAX_CHARACTERS);
  if (!/[\p{L}\p{N}]/u.test(phrase)) {
    return {
      intervals: [],
      warnings: [`Срок не указан: напишите, например, ${example(context)}.`],
    };
  }
  const { segments, unknown } = readSegments(tokenize(phrase));
  const results = segments.map((segment) =>
    readSegment(segment, phrase, context),
  );
  const intervals = results.flatMap((result) => result.intervals);
  const warnings = results.flatMap((result) => result.warnings);
  if (intervals.length === 0 && warnings.length === 0) {
    warnings.push(
      `Срок «${excerpt(text)}» не распознан: напишите, например, ${example(context)}.`,
    );
  } else {
    const rest = unknown.map(([at, end]) => phrase.slice(at, end));
    if (whole.length > MAX_CHARACTERS) {
      rest.push(whole.slice(MAX_CHARACTERS));
    }
    warnings.push(...rest.map((part) => notUnderstood(text, part)));
  }
  return {
    intervals,
    warnings: Array.from(new Set(warnings.concat(mendingDoubts(text)))),
  };
}

/** What was read otherwise than it is written. */
function mendingDoubts(text: string): readonly string[] {
  const written = plainText(text).slice(0, MAX_CHARACTERS);
  const words = misspeltWords(written).map(
    ([word, read]) =>
      `В сроке «${excerpt(text)}» слово «${word}» прочитано как «${read}»: проверьте.`,
  );
  return hasLettersAsFigures(written)
    ? words.concat(
        `В сроке «${excerpt(text)}» вместо цифр стоят буквы: проверьте даты.`,
      )
    : words;
}

function example({ schoolYear }: DateContext): string {
  return `«сентябрь ${schoolYear} г.»`;
}

function notUnderstood(text: string, part: string): string {
  return `В сроке «${excerpt(text)}» ${NOT_UNDERSTOOD} «${excerpt(part, 40)}»: проверьте даты.`;
}

function readSegment(
  segment: Segment,
  phrase: string,
  context: DateContext,
): ParsedDates {
  const intervals: Interval[] = [];
  const warnings: string[] = [];
  const repeat = lastRepeat(segment.repeats);
  if (segment.repeats.includes(null)) {
    warnings.push(
      `Повтор в сроке «${sourceOf(phrase, segment)}» записать нельзя: напишите, например, «2 раза в месяц» или «ежемесячно».`,
    );
  }
  const dated = assignYears(withoutLastYear(segment, repeat), context);
  warnings.push(...dated.warnings);
  for (const { item, hint, context: itemContext } of dated.items) {
    const place = repeat === null ? item : segment;
    const source = sourceOf(phrase, place);
    const resolved = resolveItem(item, itemContext, hint);
    warnings.push(
      ...resolved.warnings,
      ...itemDoubts(item, itemContext, source),
    );
    const stretches =
      item.form === "monthdays"
        ? monthdays(item, repeat, context, warnings)
        : resolved.stretches;
    intervals.push(
      ...stretches.map((found) => interval(found, repeat, source)),
    );
  }
  const isBare = segment.items.every(({ form }) => form === "monthdays");
  if (repeat !== null && intervals.length === 0 && isBare) {
    intervals.push(bareRepeat(repeat, sourceOf(phrase, segment)));
  }
  if (repeat === "yearly" && yearlyWithoutMonth(segment.items)) {
    warnings.push(
      "Для «ежегодно» не назван месяц: напишите, например, «ежегодно, сентябрь».",
    );
  }
  return { intervals: tidied(intervals), warnings };
}

/** «май, ежегодно до 2029 года», «2026–2029 гг., ежегодно, май»: years of the repeat. */
function withoutLastYear(
  { items }: Segment,
  repeat: Repeat | null,
): readonly Item[] {
  const dates = items.filter((item) => !isOfRepeat(item));
  return repeat === "yearly" && dates.length > 0 ? dates : items;
}

function isOfRepeat(item: Item): boolean {
  const core = "only" in item ? item.only.core : null;
  const isBound = item.form === "until" || item.form === "notLater";
  return core?.unit === "year" && (isBound || core.extra > 0);
}

/**
 * «июнь – август (лето)», «постоянно, в течение года» and «май (до конца мая)»
 * say one thing twice; «с …, но не позднее …» is one stretch.
 */
function tidied(intervals: readonly Interval[]): Interval[] {
  const kept: Interval[] = [];
  for (const next of intervals) {
    const last = kept[kept.length - 1];
    const isBounded =
      last?.kind === "open" &&
      next.kind === "deadline" &&
      next.start === null &&
      (last.start ?? "") <= (next.end ?? "");
    if (isBounded && last !== undefined) {
      kept[kept.length - 1] = {
        ...last,
        end: next.end,
        kind: "interval",
        precision: "day",
        source: `${last.source}, ${next.source}`,
      };
    } else if (last === undefined || !saysAgain(last, next)) {
      kept.push(next);
    }
  }
  return kept;
}

/** Whether `next` adds nothing to what stands before it. */
function saysAgain(last: Interval, next: Interval): boolean {
  const isSpan = last.kind === "interval" || last.kind === "throughout";
  const isItsEnd = isSpan && next.kind === "deadline" && last.end === next.end;
  const isSpanAgain = isSpan && next.kind === "interval";
  return (
    isItsEnd ||
    (next.start !== null &&
      last.start === next.start &&
      last.end === next.end &&
      (last.kind === next.kind || isSpanAgain))
  );
}

/** The more exact of several repeats stands last: «ежегодно, 2 раза в год». */
function lastRepeat(repeats: readonly (Repeat | null)[]): Repeat | null {
  const known = repeats.filter((repeat) => repeat !== null);
  return known[known.length - 1] ?? null;
}

function sourceOf(
  phrase: string,
  { at, end }: { readonly at: number; readonly end: number },
): string {
  const dot = phrase.charAt(end) === "." ? 1 : 0;
  return phrase.slice(at, end + dot).replace(/\s+/g, " ");
}

function interval(
  stretch: Stretch,
  repeat: Repeat | null,
  source: string,
): Interval {
  return repeat === null
    ? { ...stretch, source }
    : { ...stretch, kind: "recurring", repeat, source };
}

const REPEAT_PRECISION: Readonly<Record<string, Precision>> = {
  yearly: "year",
  monthly: "month",
  quarterly: "quarter",
  termly: "term",
  weekly: "day",
};

function bareRepeat(repeat: Repeat, source: string): Interval {
  const precision =
    typeof repeat === "string" ? REPEAT_PRECISION[repeat] : undefined;
  return {
    start: null,
    end: null,
    precision: precision ?? "schoolyear",
    kind: "recurring",
    repeat,
    source,
  };
}

/** Days of a month, first in the month in which the school year starts. */
function monthdays(
  item: Extract<Item, { form: "monthdays" }>,
  repeat: Repeat | null,
  context: DateContext,
  warnings: string[],
): readonly Stretch[] {
  if (repeat !== "monthly") {
    warnings.push(
      `Для «${item.to} числа» не назван месяц: напишите, например, «до 5 числа каждого месяца».`,
    );
    return [];
  }
  const month = Number(context.yearStart.slice(0, 2));
  const { end: lastDay } = monthBounds(
    context.schoolYear,
    month,
    context.schoolYear,
    month,
  );
  const inMonth = (day: number) =>
    // «31 числа» of a shorter month is its last day.
    day <= 31 ? (isoDay(context.schoolYear, month, day) ?? lastDay) : null;
  const start = item.from === null ? null : inMonth(item.from);
  const end = item.to < 1 ? null : inMonth(item.to);
  const wrong = end === null || (item.from ?? 1) < 1 || (start ?? "") > end;
  if (wrong) {
    warnings.push(`Числа «${item.to}» нет в месяце: исправьте срок.`);
    return [];
  }
  return [{ start, end, precision: "day", kind: "deadline" }];
}
