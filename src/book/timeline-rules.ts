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
import { barFormula } from "./timeline-bar";

/** A rule of the timeline; the first that holds decides. */
export type TimelineRule = {
  readonly formula: string;
  readonly background: string;
  /** Of the text, which is then bold. */
  readonly colour?: string;
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
 * Colours tell apart by lightness too, from overdue to a day without anything;
 * those of bars have at least 3:1 against white (WCAG 2.2, 1.4.11). The word
 * stands in «Состояние», today's column has a dark header.
 */
export const COLOURS = {
  todayOnBar: "#c75b00",
  overdue: "#6d0f0f",
  done: "#1f7a3d",
  cancelled: "#80868b",
  milestone: "#a35bd6",
  underWay: "#174ea6",
  notBegun: "#6f94c9",
  today: "#f7c18b",
  todayHeader: "#8a3f00",
  todayText: "#ffffff",
  holidays: "#e6dfd0",
  header: "#e8eef7",
  field: "#f6f8fb",
  gap: "#ffffff",
} as const;

/** Stands in every rule of ours: a rule without it is the curator's. */
export const RULE_MARK = '"лента"<>""';

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
  const bar = barFormula({
    scale,
    start,
    end,
    from,
    to,
    ...(places.marks === undefined ? {} : { marks: inRow(places.marks) }),
    first: header,
    last,
  });
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
    rule(COLOURS.todayHeader, now, {
      header: true,
      colour: COLOURS.todayText,
    }),
    // What is cheap to ask comes first: most cells are decided by it.
    rule(COLOURS.overdue, [isState(STATE.overdue), bar]),
    rule(COLOURS.todayOnBar, [...now, bar]),
    rule(COLOURS.done, [isState(STATE.done), bar]),
    rule(COLOURS.cancelled, [isState(STATE.cancelled), bar]),
    rule(COLOURS.milestone, [
      compared(from, "=", to),
      compared(from, "<>", text("")),
      bar,
    ]),
    rule(COLOURS.underWay, [isState(STATE.underWay), bar]),
    rule(COLOURS.notBegun, [bar]),
    rule(COLOURS.today, now),
  ];
}
