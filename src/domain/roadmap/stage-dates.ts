/** First and last day of a stage, for its row and its bar on the timeline. */

import type { Interval } from "./interval";

/**
 * The hull of the intervals that do not repeat.
 *
 * A deadline «до …» counts as its last day, but alone it has no start. An
 * interval without an end leaves the hull without one.
 *
 * @returns Days `YYYY-MM-DD`; null where nothing is known.
 */
export function stageDates(parsed: {
  readonly intervals: readonly Interval[];
}): { readonly start: string | null; readonly end: string | null } {
  const dated = parsed.intervals.filter(
    ({ kind, start, end }) =>
      kind !== "recurring" && (start !== null || end !== null),
  );
  const hasStart = dated.some(({ start }) => start !== null);
  const starts = dated.map(({ start, end }) => start ?? end).filter(isKnown);
  const ends = dated.map(({ end }) => end).filter(isKnown);
  const isOpen = ends.length < dated.length;
  return {
    start: hasStart ? starts.reduce(earlier) : null,
    end: isOpen || ends.length === 0 ? null : ends.reduce(later),
  };
}

const isKnown = (day: string | null): day is string => day !== null;
const earlier = (left: string, right: string) => (left < right ? left : right);
const later = (left: string, right: string) => (left > right ? left : right);
