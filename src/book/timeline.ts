/** The timeline beside the roadmap: which columns are its own, and what it remembers of itself. */

import * as z from "zod/mini";
import { russianDate } from "../domain/language/dates";
import {
  periodEnd,
  periodStarts,
  type TimelineScale,
} from "../domain/roadmap/timeline";
import { keyInNote } from "./header";
import type { RawTab } from "./parse-table";

/** What is hidden and frozen for the timeline's sake. */
export type TimelineView = {
  /** Keys of the columns that the timeline hid. */
  readonly narrow: readonly string[];
  /** Columns that were frozen before; absent until it is drawn. */
  readonly frozen?: number;
  /** Sections of which only the first row is shown. */
  readonly collapsed: readonly string[];
  /** Only rows whose «Ответственные» contain it; empty shows all. */
  readonly responsible: string;
  /** The filter was made for it, and goes with it. */
  readonly ownFilter?: boolean;
};

export type Timeline = {
  readonly scale: TimelineScale;
  /** First day of the first period. */
  readonly from: string;
  readonly count: number;
  /** Runs of periods that are holidays: [first index, how many]. */
  readonly shaded: readonly (readonly [number, number])[];
  /** How it is drawn; one of an older look is drawn anew. */
  readonly look?: number;
  readonly view: TimelineView;
};

/** What of the tab is the timeline's. */
export type TimelineState = {
  /** 1-based sheet columns: of today's date, and of the periods. */
  readonly today: number | null;
  readonly periods: readonly number[];
  /** Null when there is none, or its note cannot be read. */
  readonly timeline: Timeline | null;
  /** First cell under it with anything in it: 1-based row and column. */
  readonly typed: { readonly row: number; readonly column: number } | null;
  /** Width of what the tab holds, in columns. */
  readonly width: number;
};

/** Grows when rules or colours change. */
export const LOOK = 2;

const TODAY = "timelineToday";
const PERIOD = "timeline";
const MEMORY = "память: ";

const SCHEMA = z.object({
  scale: z.enum(["month", "week"]),
  from: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  count: z.number(),
  shaded: z.array(z.tuple([z.number(), z.number()])),
  look: z.optional(z.number()),
  view: z.object({
    narrow: z.array(z.string()),
    frozen: z.optional(z.number()),
    collapsed: z.array(z.string()),
    responsible: z.string(),
    ownFilter: z.optional(z.boolean()),
  }),
});

/** @param raw - A tab as it was read, header first. */
export function readTimeline(raw: RawTab): TimelineState {
  const columnsWith = (key: string) =>
    raw.notes.flatMap((note, at) => (keyInNote(note) === key ? [at + 1] : []));
  const [today = null] = columnsWith(TODAY);
  const periods = columnsWith(PERIOD);
  const own = today === null ? periods : [today, ...periods];
  const typedIn = (row: number) =>
    own.find((column) => (raw.values[row]?.[column - 1] ?? "") !== "");
  const row =
    own.length === 0
      ? -1
      : raw.values.findIndex((_, at) => at > 0 && typedIn(at) !== undefined);
  const column = typedIn(row);
  return {
    today,
    periods,
    timeline: today === null ? null : remembered(raw.notes[today - 1] ?? ""),
    typed: row < 0 || column === undefined ? null : { row: row + 1, column },
    width: raw.values[0]?.length ?? 0,
  };
}

/** Columns of the timeline, in order. */
export function timelineColumns({ today, periods }: TimelineState): number[] {
  const all = today === null ? [...periods] : [today, ...periods];
  return all.sort((a, b) => a - b);
}

function remembered(note: string): Timeline | null {
  const line = note.split("\n").find((one) => one.startsWith(MEMORY));
  try {
    const parsed = SCHEMA.safeParse(
      JSON.parse(line?.slice(MEMORY.length) ?? "null"),
    );
    return parsed.success ? (parsed.data as Timeline) : null;
  } catch {
    // Edited by hand: the columns are still ours, what was hidden is not known.
    return null;
  }
}

/** Note of the column with today's date: the legend, and what to remember. */
export function todayNote(timeline: Timeline): string {
  return [
    "Лента: сегодняшнее число; по нему меняются полосы.",
    ...LEGEND.map(({ words, about }) => `${words} – ${about}`),
    `${MEMORY}${JSON.stringify(timeline)}`,
    `ключ: ${TODAY}`,
  ].join("\n");
}

/** Notes of the periods, in order: from which day to which. */
export function periodNotes({ scale, from, count }: Timeline): string[] {
  return periodStarts(scale, from, count).map(
    (start) =>
      `${russianDate(start)} – ${russianDate(periodEnd(scale, start))}\nключ: ${PERIOD}`,
  );
}

/** Colours in words, in the order in which they decide. */
export const LEGEND = [
  { words: "тёмно-красный", about: "просрочено" },
  { words: "оранжевый", about: "сегодня" },
  { words: "зелёный", about: "выполнено" },
  { words: "серый", about: "отменено" },
  { words: "фиолетовый", about: "событие одного дня впереди" },
  { words: "тёмно-синий", about: "в работе" },
  { words: "голубой", about: "не начато" },
  { words: "бежевый столбец", about: "каникулы" },
] as const;
