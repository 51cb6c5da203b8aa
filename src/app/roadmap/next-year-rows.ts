/** Rows of a roadmap as they stand in the year after the plan's last one. */
import { type Row, textOf } from "../../book/book";
import type { Values } from "../../book/edits";
import { STATE } from "../../domain/roadmap/conditions";
import { type DaysOff, workingDay } from "../../domain/roadmap/days-off";
import type { DateContext } from "../../domain/roadmap/interval";
import {
  nextText,
  type PlanYears,
  type YearRow,
  yearsOf,
} from "../../domain/roadmap/next-year";
import { datesMark, readDates, spanOf } from "../../domain/roadmap/read-dates";
import { otherYear, shiftYears } from "../../domain/roadmap/shift";
import { UNDER } from "../../domain/roadmap/stage-rows";

export const yearText = (year: number) => `${year}/${year + 1} учебный год`;

export function yearRow(row: Row): YearRow {
  return {
    dateText: textOf(row, "dateText"),
    section: textOf(row, "section"),
    start: textOf(row, "start"),
    end: textOf(row, "end"),
    typed: row.values["byHand"] === true,
  };
}

/** Of a plan over several years only the last one goes on. */
export function isOf(
  row: Row,
  { from, isLong }: PlanYears,
  context: DateContext,
) {
  const own = yearsOf(yearRow(row), context);
  return !isLong || own.length === 0 || own.includes(from);
}

/** «5.3» becomes «6.3» where the first number counts the years of the plan. */
export function renumbering(
  rows: readonly Row[],
  { from, isLong }: PlanYears,
  context: DateContext,
): (number: string) => string {
  const numbersOf = (year: number) =>
    rows
      .filter((row) => yearsOf(yearRow(row), context).includes(year))
      .map((row) => /^\d+(?=\.\d)/.exec(textOf(row, "number"))?.[0]);
  const leads = new Set(numbersOf(from));
  const [lead] = leads;
  const counts =
    isLong &&
    leads.size === 1 &&
    lead !== undefined &&
    !numbersOf(from - 1).includes(lead);
  return counts
    ? (number) => number.replace(/^\d+/, String(Number(lead) + 1))
    : (number) => number;
}

/** The years in the title a year on; a title without years gets the new one. */
export function nextTitle(source: string, year: number): string {
  const moved = shiftYears(source, 1);
  return moved === source
    ? `${source} – ${year}/${year + 1}`.replace(/^ – /, "")
    : moved;
}

export function copies(
  rows: readonly Row[],
  years: PlanYears,
  context: DateContext,
  rules: DaysOff,
): readonly Values[] {
  const next = { ...context, schoolYear: years.from + 1 };
  const texts = rows.map((row) => ({
    dateText: nextText(yearRow(row), years, context),
    section: sectionOf(row, next.schoolYear),
  }));
  const whole = { ...next, ...spanOf(texts, next) };
  return rows.map((row, index) => {
    const text = texts[index] ?? { dateText: "", section: "" };
    const read = readDates(text, whole);
    // Typed days of several years say nothing of the next one: the text does.
    const isWide = years.isLong && yearsOf(yearRow(row), context).length > 1;
    const typed = row.values["byHand"] === true && !isWide;
    const dates = typed ? yearOn(row, rules) : read;
    return {
      ...keptCells(row),
      section: text.section || null,
      dateText: text.dateText,
      ...pick(dates),
      readAs: read.readAs,
      computed: datesMark(dates.start, dates.end),
      ...(typed ? { byHand: true } : {}),
      status: STATE.notBegun,
    };
  });
}

/** A section that names no year gets it: «сентябрь» below it is of that year. */
function sectionOf(row: Row, schoolYear: number): string {
  const section = textOf(row, "section");
  const moved = shiftYears(section, 1);
  return moved === section
    ? [yearText(schoolYear), section].filter(Boolean).join(UNDER)
    : moved;
}

const KEPT = [
  "number",
  "stage",
  "tasks",
  "content",
  "repeat",
  "responsible",
  "participants",
  "result",
  "docKind",
  "remark",
  "condition",
  "goal",
] as const;

function keptCells(row: Row): Values {
  return Object.fromEntries(KEPT.map((key) => [key, row.values[key] ?? null]));
}

type Dates = { readonly start: string | null; readonly end: string | null };

const pick = ({ start, end }: Dates): Dates => ({ start, end });

/** Dates that were typed: the same days of the next year, on working days. */
function yearOn(row: Row, rules: DaysOff): Dates {
  const moved = (key: string) => {
    const day = textOf(row, key);
    return day === "" ? null : workingDay(otherYear(day, 1), rules, "later");
  };
  return { start: moved("start"), end: moved("end") };
}
