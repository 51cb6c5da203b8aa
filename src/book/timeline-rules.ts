/** Bars of the timeline as conditions over cells of the row and the header: portable formulas. */
import { STATE } from "../domain/roadmap/conditions";
import type { TimelineScale } from "../domain/roadmap/timeline";
import { columnLetters } from "./a1";
import {
  asFormula,
  call,
  compared,
  type Formula,
  named,
  sum,
  text,
  whole,
} from "./formula";

/** A rule of the timeline; the first that holds decides. */
export type TimelineRule = {
  readonly formula: string;
  readonly background: string;
  readonly bold?: boolean;
  /** The header row instead of the rows under it. */
  readonly header?: boolean;
};

/** 1-based sheet columns. */
export type TimelinePlaces = {
  readonly start: number;
  readonly end: number;
  readonly state: number;
  /** Absent in a book without «Отметки ленты». */
  readonly marks?: number;
  readonly today: number;
  readonly first: number;
};

/**
 * Colours tell apart by lightness too; each has at least 3:1 against white
 * (WCAG 2.2, 1.4.11). The word stands in «Состояние».
 */
export const COLOURS = {
  todayOnBar: "#c75b00",
  overdue: "#a50e0e",
  done: "#2e9e4f",
  cancelled: "#80868b",
  milestone: "#7627bb",
  underWay: "#174ea6",
  notBegun: "#6f94c9",
  today: "#fde0c2",
  todayHeader: "#ffc078",
  holidays: "#f3ecdd",
  header: "#e8eef7",
} as const;

/** Stands in every rule of ours: a rule without it is the curator's. */
export const RULE_MARK = '"лента"<>""';

/** The months or weeks named in the row's marks; without marks the whole stretch. */
function markedOr(
  stretch: Formula,
  marks: Formula,
  scale: TimelineScale,
  header: Formula,
): Formula {
  const number =
    scale === "month"
      ? named(`YEAR(${header.text})*12+MONTH(${header.text})`)
      : call("INT", named(`(${header.text}-2)/7`));
  const key = named(`"|${scale === "month" ? "m" : "w"}"&${number.text}&"|"`);
  return call(
    "IF",
    compared(marks, "=", text("")),
    stretch,
    call("ISNUMBER", call("SEARCH", key, marks)),
  );
}

/** The rules, for the first cell of their range; references to rows and to the header are mixed. */
export function timelineRules(
  scale: TimelineScale,
  places: TimelinePlaces,
): readonly TimelineRule[] {
  const inRow = (column: number) => named(`$${columnLetters(column)}2`);
  const [start, end] = [inRow(places.start), inRow(places.end)];
  const header = named(`${columnLetters(places.first)}$1`);
  const today = named(`$${columnLetters(places.today)}$1`);
  const last =
    scale === "month"
      ? call("EOMONTH", header, whole(0))
      : sum(header, whole(6));
  const blank = (cell: Formula) => compared(cell, "=", text(""));
  const from = call("IF", blank(start), end, start);
  const to = call("IF", blank(end), start, end);
  const stretch = call(
    "AND",
    compared(from, "<=", last),
    compared(to, ">=", header),
  );
  const bar =
    places.marks === undefined
      ? [stretch]
      : [markedOr(stretch, inRow(places.marks), scale, header)];
  const now = [compared(header, "<=", today), compared(today, "<=", last)];
  const isState = (word: string) =>
    compared(
      call("LEFT", inRow(places.state), whole(word.length)),
      "=",
      text(word),
    );
  const rule = (
    background: string,
    conditions: readonly Formula[],
    more: Partial<TimelineRule> = {},
  ): TimelineRule => ({
    formula: asFormula(call("AND", ...conditions, named(RULE_MARK))),
    background,
    ...more,
  });
  return [
    rule(COLOURS.todayHeader, now, { header: true, bold: true }),
    rule(COLOURS.overdue, [...bar, isState(STATE.overdue)]),
    rule(COLOURS.todayOnBar, [...now, ...bar]),
    rule(COLOURS.done, [...bar, isState(STATE.done)]),
    rule(COLOURS.cancelled, [...bar, isState(STATE.cancelled)]),
    rule(COLOURS.milestone, [
      ...bar,
      compared(from, "=", to),
      compared(from, "<>", text("")),
    ]),
    rule(COLOURS.underWay, [...bar, isState(STATE.underWay)]),
    rule(COLOURS.notBegun, bar),
    rule(COLOURS.today, now),
  ];
}
