/** What a date phrase of a roadmap means: intervals of days, and how they repeat. */

/** How often a repeated activity takes place. */
export type Repeat =
  | "yearly"
  | "monthly"
  | "quarterly"
  | "weekly"
  | "termly"
  | {
      readonly times: number;
      /** «1–2 раза»: the larger number. */
      readonly upTo?: number;
      readonly per: RepeatPeriod;
      /** «раз в две недели»: the number of periods, when it is not one. */
      readonly every?: number;
    };

/** Stretches of time within which something repeats. */
export type RepeatPeriod =
  | "year"
  | "halfyear"
  | "quarter"
  | "term"
  | "trimester"
  | "month"
  | "decade"
  | "week"
  | "day";

/** The calendar unit in which the phrase was written. */
export type Precision =
  | "day"
  | "month"
  | "season"
  | "quarter"
  | "term"
  | "year"
  | "schoolyear";

/**
 * One stretch of time. Dates are `YYYY-MM-DD`, both ends included.
 *
 * `deadline`: a day (`start` equals `end`) or «до …» (`start` is null).
 * `interval`: from `start` to `end`. `open`: from `start`, no end written.
 * `throughout`: the whole roadmap. `recurring`: see `repeat`; `start` and `end`
 * are the first time it takes place or the stretch in which it repeats, null
 * when the phrase names no date.
 */
export type Interval = {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
  readonly kind: "deadline" | "interval" | "throughout" | "recurring" | "open";
  readonly repeat?: Repeat;
  /** The words of the phrase, spaces and dashes put in order. */
  readonly source: string;
};

/** First and last day of a part of the school year, both `MM-DD`. */
export type TermDates = { readonly start: string; readonly end: string };

/** What a phrase leaves unsaid. */
export type DateContext = {
  /** First calendar year of the school year: 2026 for 2026/27. */
  readonly schoolYear: number;
  /** First day of the school year, `MM-DD`. */
  readonly yearStart: string;
  /** Last day of the school year, `MM-DD`. */
  readonly yearEnd: string;
  /** The whole roadmap, for «на всех этапах»; the school year without it. */
  readonly span?: { readonly start: string; readonly end: string };
  /** The four terms («четверти»); usual dates and a warning without them. */
  readonly terms?: readonly TermDates[];
  /** The three trimesters, where the year has them. */
  readonly trimesters?: readonly TermDates[];
  /** Half-years or semesters, where they do not follow from the terms. */
  readonly halves?: readonly TermDates[];
  /** Winter, spring, summer, autumn; undefined where the school has not set them. */
  readonly holidays?: readonly (TermDates | undefined)[];
};

/** Intervals found in one cell, in the order written, and what to check. */
export type ParsedDates = {
  readonly intervals: readonly Interval[];
  /** Russian sentences for the curator. */
  readonly warnings: readonly string[];
};
