/** The timeline of the annex: a table of months for each school year, readable in black and white. */
import { markedMonths, monthOf } from "../roadmap/marked-months";
import type { DocumentData } from "./document-data";

/** A row as it is drawn. */
export type DrawnRow = {
  readonly number: string;
  readonly stage: string;
  /** YYYY-MM-DD; both empty without dates. */
  readonly start: string;
  readonly end: string;
  /** As in «Отметки ленты». */
  readonly mark: string;
};

/** September of 2026 as year × 12 + month begins the school year 2026/2027. */
const FIRST_MONTH = 9;
const MONTHS_IN_YEAR = 12;

/** A year more than this is a date typed wrongly. */
const MOST_YEARS = 11;

const BAR = "■";
const EVENT = "◆";

/**
 * The data of the loop `years`, each with `year` and `rows`; a row without a
 * month in a year is left out of it. Empty without dates.
 */
export function annexMonths(rows: readonly DrawnRow[]): DocumentData[] {
  const dated = rows.flatMap((row) => {
    const [start, end] = [row.start || row.end, row.end || row.start];
    return start === "" || end < start ? [] : [{ ...row, start, end }];
  });
  const last = dated.map(({ end }) => end).sort()[dated.length - 1] ?? "";
  const drawn = dated.map((row) => ({
    ...row,
    months: markedMonths(row.mark, row, last),
    sign: row.start === row.end ? EVENT : BAR,
  }));
  const years = new Set(
    drawn.flatMap(({ months }) => months.map(schoolYearOf)),
  );
  return [...years]
    .sort((a, b) => a - b)
    .slice(0, MOST_YEARS)
    .map((year) => ({
      year: `${year}/${year + 1}`,
      months: drawn
        .filter(({ months }) => months.some((at) => schoolYearOf(at) === year))
        .map(({ number, stage, months, sign }) => ({
          number: number.trim(),
          stage: stage.trim(),
          ...signsOf(year, months, sign),
        })),
    }));
}

function schoolYearOf(month: number): number {
  return Math.floor((month - FIRST_MONTH) / MONTHS_IN_YEAR);
}

/** `m1` is September. */
function signsOf(
  year: number,
  months: readonly number[],
  sign: string,
): Readonly<Record<string, string>> {
  const first = monthOf(`${year}-0${FIRST_MONTH}-01`);
  return Object.fromEntries(
    Array.from({ length: MONTHS_IN_YEAR }, (_, at) => [
      `m${at + 1}`,
      months.includes(first + at) ? sign : "",
    ]),
  );
}
