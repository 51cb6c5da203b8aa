/** The timeline that is asked for: periods, holidays, columns, sections. */
import type { Book } from "../../book/book";
import { TABLES } from "../../book/tables/tables";
import { LOOK, type Timeline } from "../../book/timeline";
import { hiddenRows } from "../../book/timeline-view";
import { runsOf } from "../../book/writes";
import { holidaysOf } from "../../book/year-context";
import {
  holidayPeriods,
  periodStart,
  periodStarts,
  type TimelineScale,
} from "../../domain/roadmap/timeline";
import type { Problem } from "../../shared/rpc";
import { ALL_SECTIONS, currentTimeline, sectionsOf } from "./timeline-fields";

const TAB = TABLES.roadmap.title;

/** Rows are hidden run by run: more runs would be too many calls. */
const MOST_RUNS = 12;

/** What stays beside the bars when the wide columns are hidden. */
const BESIDE_BARS = ["number", "stage", "state"];

export function timelineOf(
  book: Book,
  scale: TimelineScale,
  day: string,
  count: number,
  asked: {
    readonly narrow: boolean;
    readonly section: string;
    readonly responsible: string;
    readonly problems: Problem[];
  },
): Timeline {
  const from = periodStart(scale, day);
  const starts = periodStarts(scale, from, count);
  const free = holidayPeriods(scale, starts, (year) => holidaysOf(book, year));
  const before = currentTimeline(book)?.timeline?.view;
  const hideable = TABLES.roadmap.columns
    .filter(({ key, hidden }) => hidden !== true && !BESIDE_BARS.includes(key))
    .map(({ key }) => key);
  const collapsed = collapsedOf(book, asked.section, asked.problems);
  // Of a section that is one row its name must be seen.
  const narrow = hideable.filter(
    (key) => key !== "section" || collapsed.length === 0,
  );
  return {
    scale,
    from,
    count,
    shaded: runsOf(free).map(({ row, count: width }) => [row, width] as const),
    look: LOOK,
    view: {
      ...before,
      narrow: asked.narrow ? narrowOf(before, narrow) : [],
      collapsed,
      responsible: asked.responsible.trim(),
    },
  };
}

/** Columns that the curator had hidden before are not taken for ours. */
function narrowOf(
  before: Timeline["view"] | undefined,
  wanted: readonly string[],
): readonly string[] {
  const old = before?.narrow ?? [];
  return old.length === 0
    ? wanted
    : wanted.filter((key) => key === "section" || old.includes(key));
}

function collapsedOf(
  book: Book,
  section: string,
  problems: Problem[],
): readonly string[] {
  const known = sectionsOf(book);
  const chosen = section === ALL_SECTIONS ? known : [section.trim()];
  const sections = chosen.filter((one) => known.includes(one));
  const runs = runsOf(hiddenRows(book.tables.roadmap, sections));
  if (runs.length <= MOST_RUNS) {
    return sections;
  }
  problems.push({
    severity: "warning",
    tab: TAB,
    message:
      "Строки разделов стоят вразброс, поэтому разделы не свёрнуты. Отсортируйте карту по графе «Раздел» и повторите.",
  });
  return [];
}
