/** What the text of one deadline gives to its row: dates, repeat, words. */
import { formatInterval, formatRepeat } from "./format-interval";
import type { DateContext, Interval } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";
import { stageDates } from "./stage-dates";

export type ReadDates = {
  readonly start: string | null;
  readonly end: string | null;
  /** «ежегодно», «2 раза в год»; empty when nothing repeats. */
  readonly repeat: string;
  readonly readAs: string;
  readonly warnings: readonly string[];
};

/** A row as far as its dates are concerned. */
export type DatedText = {
  readonly dateText: string;
  readonly section: string;
};

/** A blank text gives nothing and no warning: others say so in their words. */
export function readDates(row: DatedText, context: DateContext): ReadDates {
  if (row.dateText.trim() === "") {
    return { start: null, end: null, repeat: "", readAs: "", warnings: [] };
  }
  const own = contextOf(row, context);
  const { intervals, warnings } = parseDatePhrase(row.dateText, own);
  const repeats = intervals.flatMap(({ repeat }) =>
    repeat === undefined ? [] : [formatRepeat(repeat)],
  );
  const once = stageDates({ intervals });
  const isDated = once.start !== null || once.end !== null;
  return {
    ...(isDated ? once : repeatedDates(intervals, own)),
    repeat: [...new Set(repeats)].join("; "),
    readAs: [...intervals.map(formatInterval), ...warnings].join("; "),
    warnings,
  };
}

/** What only repeats fills its stretch, or the school year when it has none. */
function repeatedDates(
  intervals: readonly Interval[],
  context: DateContext,
): Pick<ReadDates, "start" | "end"> {
  const stretches = intervals.flatMap((interval): Interval[] => {
    if (interval.kind !== "recurring") {
      return [];
    }
    const { start, end, repeat } = interval;
    const isStretch = start?.slice(0, 7) !== end?.slice(0, 7) && start !== null;
    if (isStretch || repeat === "yearly") {
      return [{ ...interval, kind: "interval" }];
    }
    return parseDatePhrase(
      "в течение учебного года",
      context,
    ).intervals.slice();
  });
  return stageDates({ intervals: stretches });
}

const SECTION_YEAR = /(20\d\d) ?[/–—-] ?(?:20)?\d\d ?уч/iu;

/** The year that a section names, or null. */
export function sectionYear({
  section,
}: Pick<DatedText, "section">): number | null {
  const year = SECTION_YEAR.exec(section)?.[1];
  return year === undefined ? null : Number(year);
}

/** Rows under «2027/2028 учебный год» belong to that year. */
export function contextOf(row: DatedText, context: DateContext): DateContext {
  const schoolYear = sectionYear(row);
  return schoolYear === null ? context : { ...context, schoolYear };
}

/** From the first to the last dated row: what «на всех этапах» means. */
export function spanOf(
  rows: readonly DatedText[],
  context: DateContext,
): Pick<DateContext, "span"> {
  const dates = rows.flatMap((row) => {
    const parsed = parseDatePhrase(row.dateText, contextOf(row, context));
    const dated = parsed.intervals.filter(({ kind }) => kind !== "throughout");
    const { start, end } = stageDates({ ...parsed, intervals: dated });
    return [start, end].flatMap((date) => (date === null ? [] : [date]));
  });
  const sorted = dates.sort();
  const [start] = sorted;
  const end = sorted[sorted.length - 1];
  return start === undefined || end === undefined
    ? {}
    : { span: { start, end } };
}

/** What the hidden column keeps of the dates: by it typed ones are told. */
export function datesMark(start: string | null, end: string | null): string {
  return `${start ?? ""}/${end ?? ""}`;
}

/** Behind the mark of dates that an action gave: nobody has fixed them by typing. */
export const GIVEN = " сдвиг";
