/** Reads a time of the week by the clock: «вт 15:00–16:30», «чт после 14». */
import { choiceKey } from "../choice-key";

/** Minutes from Monday 0:00, `[start, end, start, end, …]`. */
export type WeekSpans = readonly number[];

const DAY_MINUTES = 24 * 60;

/** An open end stands for these hours (chosen: when schools are open). */
const DAY_START = 7 * 60;
const DAY_END = 22 * 60;

/** Stems after which a word is a day; Monday is 0. */
const DAYS: readonly RegExp[] = [
  /^(?:пн|пон|понедельник[а-я]*)$/,
  /^(?:вт|вторник[а-я]*)$/,
  /^(?:ср|сред[а-я]*)$/,
  /^(?:чт|чет|четв|четверг[а-я]*)$/,
  /^(?:пт|пят|пятниц[а-я]*)$/,
  /^(?:сб|суб|суббот[а-я]*)$/,
  /^(?:вс|воск|воскресень[а-я]*)$/,
];

const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:ежедневно|каждый день)$/, [0, 1, 2, 3, 4, 5, 6]],
  [/^(?:будни|по будням|в будни|будние дни)$/, [0, 1, 2, 3, 4]],
  [/^(?:выходные|по выходным|в выходные)$/, [5, 6]],
];

const CLOCK = "(\\d{1,2})(?:[:.](\\d{2}))?(?: ?ч(?:ас[а-я]*)?\\.?)?";
const BETWEEN = new RegExp(`^(?:с |от )?${CLOCK} ?(?:-|до|по) ?${CLOCK}$`);
const AFTER = new RegExp(`^(?:после|с|от|позже|не раньше) ${CLOCK}$`);
const BEFORE = new RegExp(`^(?:до|раньше|не позже) ${CLOCK}$`);

/**
 * @param text - One item of an answer.
 * @returns null when it is not wholly a time by the clock: then it is the name
 *   of a time, such as «вт после уроков».
 */
export function weekSpansOf(text: string): WeekSpans | null {
  const clean = choiceKey(text).replace(/[,;]$/, "");
  // The clock begins at the first digit, or at a word that leads up to it.
  const at =
    /(?:^| )(?:с |от |до |после |позже |раньше |не раньше |не позже )?\d/.exec(
      clean,
    );
  if (at === null || at.index === 0) {
    return null;
  }
  const days = daysOf(clean.slice(0, at.index));
  const clock = clockOf(clean.slice(at.index).trim());
  if (days === null || clock === null) {
    return null;
  }
  return days.flatMap((day) => [
    day * DAY_MINUTES + clock.start,
    day * DAY_MINUTES + clock.end,
  ]);
}

function clockOf(text: string): { start: number; end: number } | null {
  const between = BETWEEN.exec(text);
  const after = AFTER.exec(text);
  const before = BEFORE.exec(text);
  const start = between
    ? minutes(between[1], between[2])
    : after
      ? minutes(after[1], after[2])
      : before
        ? DAY_START
        : null;
  const end = between
    ? minutes(between[3], between[4])
    : before
      ? minutes(before[1], before[2])
      : DAY_END;
  return start === null || end === null || start >= end ? null : { start, end };
}

function minutes(
  hours: string | undefined,
  rest: string | undefined,
): number | null {
  const [hour, minute] = [Number(hours), Number(rest ?? 0)];
  const all = hour * 60 + minute;
  return minute < 60 && all <= DAY_MINUTES ? all : null;
}

/** «вт», «пн-ср», «вт, чт», «по вторникам и средам», «будни»; null otherwise. */
function daysOf(text: string): readonly number[] | null {
  const clean = text.replace(/[:,.\s]+$/, "").trim();
  for (const [pattern, days] of GROUPS) {
    if (pattern.test(clean)) {
      return days;
    }
  }
  const days = new Set<number>();
  for (const part of clean
    .split(/ ?[,/] ?| и | |\./)
    .filter((one) => one !== "")) {
    if (part === "по" || part === "в" || part === "во") {
      continue;
    }
    const ends = part.split("-").map(dayOf);
    const [first, last] = [ends[0] ?? -1, ends[ends.length - 1] ?? -1];
    if (ends.length > 2 || ends.includes(-1) || first > last) {
      return null;
    }
    for (let day = first; day <= last; day += 1) {
      days.add(day);
    }
  }
  return days.size === 0 ? null : [...days].sort((a, b) => a - b);
}

function dayOf(word: string): number {
  return DAYS.findIndex((pattern) => pattern.test(word));
}

/** The same times ascending, those that meet or overlap made one. */
export function mergeSpans(spans: WeekSpans): Int32Array {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < spans.length; at += 2) {
    pairs.push([spans[at] ?? 0, spans[at + 1] ?? 0]);
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: number[] = [];
  for (const [start, end] of pairs) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last) {
      merged[merged.length - 1] = Math.max(last, end);
    } else {
      merged.push(start, end);
    }
  }
  return Int32Array.from(merged);
}

/** Minutes that two merged lists of spans have in common. */
export function commonMinutes(a: Int32Array, b: Int32Array): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i] ?? 0, b[j] ?? 0);
    const [endA, endB] = [a[i + 1] ?? 0, b[j + 1] ?? 0];
    const end = Math.min(endA, endB);
    common += end > start ? end - start : 0;
    if (endA < endB) {
      i += 2;
    } else {
      j += 2;
    }
  }
  return common;
}
