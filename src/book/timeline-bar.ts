/** Whether a row is drawn in a month or week, as a formula over its dates and «Отметки ленты». */
import type { TimelineScale } from "../domain/roadmap/timeline";
import { call, compared, type Formula, named, text, whole } from "./formula";

/** Cells of the row and of the header; `from` and `to` are filled where one of the days is blank. */
export type BarCells = {
  readonly scale: TimelineScale;
  readonly start: Formula;
  readonly end: Formula;
  readonly from: Formula;
  readonly to: Formula;
  /** Absent in a book without «Отметки ленты». */
  readonly marks?: Formula;
  /** First and last day of the period. */
  readonly first: Formula;
  readonly last: Formula;
};

/**
 * The whole stretch without marks; with «m03d05» and «d014» the periods into
 * which a step falls, with «y» the stretch in every year, with a list the
 * periods it names as long as the row has the days for which it was made.
 */
export function barFormula(cells: BarCells): Formula {
  const { from, to, marks, first, last } = cells;
  const stretch = call(
    "AND",
    compared(from, "<=", last),
    compared(to, ">=", first),
  );
  if (marks === undefined) {
    return stretch;
  }
  const begins = (letter: string) =>
    compared(call("LEFT", marks, whole(1)), "=", text(letter));
  const cases: readonly (readonly [Formula, Formula])[] = [
    [compared(marks, "=", text("")), stretch],
    [begins("m"), call("AND", stretch, monthStep(cells, marks))],
    [begins("d"), call("AND", stretch, dayStep(cells, marks))],
    [begins("y"), everyYear(cells)],
    [holdsFor(cells, marks), isListed(cells, marks)],
  ];
  return cases.reduceRight(
    (rest, [when, answer]) => call("IF", when, answer, rest),
    stretch,
  );
}

/** Whole steps counted on the last day and on the day before the first: more of them on the last. */
function stepsBetween(
  { from, to, first, last }: BarCells,
  stepsAt: (day: string) => string,
): Formula {
  const until = call("MIN", last, to).text;
  const before = `${call("MAX", first, from).text}-1`;
  return { text: `${stepsAt(until)}>${stepsAt(before)}` };
}

/** Every n months on one day of the month: that of the first day, unless the mark names another. */
function monthStep(cells: BarCells, marks: Formula): Formula {
  const from = cells.from.text;
  const count = numberIn(marks, 2, 2);
  const named = numberIn(marks, 5, 2);
  const day = `IF(${named}=0;MIN(28;DAY(${from}));${named})`;
  const months = (date: string) => `YEAR(${date})*12+MONTH(${date})`;
  const first = `${months(from)}+IF(DAY(${from})>${day};1;0)`;
  return stepsBetween(
    cells,
    (date) =>
      `INT((${months(date)}-IF(DAY(${date})<${day};1;0)-(${first}))/${count})`,
  );
}

function dayStep(cells: BarCells, marks: Formula): Formula {
  const count = numberIn(marks, 2, 3);
  return stepsBetween(
    cells,
    (date) => `INT((${date}-${cells.from.text})/${count})`,
  );
}

/** The stretch moved to the year of the period, or to the one before. */
function everyYear({ from, to, first, last }: BarCells): Formula {
  const years = `(YEAR(${last.text})-YEAR(${from.text}))`;
  const moved = (day: Formula, months: string) =>
    call("EDATE", day, named(months));
  return call(
    "AND",
    // Without dates it would be the year 1899 again and again.
    named(`N(${from.text})>0`),
    compared(from, "<=", last),
    call(
      "OR",
      call(
        "AND",
        compared(moved(from, `12*${years}`), "<=", last),
        compared(moved(to, `12*${years}`), ">=", first),
      ),
      call(
        "AND",
        named(`${years}>0`),
        compared(moved(to, `12*${years}-12`), ">=", first),
      ),
    ),
  );
}

function holdsFor({ start, end }: BarCells, marks: Formula): Formula {
  return compared(
    call("VALUE", call("LEFT", marks, whole(10))),
    "=",
    named(`N(${start.text})*100000+N(${end.text})`),
  );
}

function isListed({ scale, first }: BarCells, marks: Formula): Formula {
  const number =
    scale === "month"
      ? `YEAR(${first.text})*12+MONTH(${first.text})`
      : `INT((${first.text}-2)/7)`;
  const letter = scale === "month" ? "m" : "w";
  return call(
    "ISNUMBER",
    call("SEARCH", named(`"|${letter}"&(${number})&"|"`), marks),
  );
}

function numberIn(marks: Formula, at: number, length: number): string {
  return call("VALUE", call("MID", marks, whole(at), whole(length))).text;
}
