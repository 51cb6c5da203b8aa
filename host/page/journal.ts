/** The execution log as the page holds it: new entries join, the oldest leave. */
import type { Journal, JournalEntry } from "../server/protocol";

/** As many as the host keeps at hand. */
const KEPT_ENTRIES = 1_000;

/**
 * @param held - Newest first.
 * @param news - Answer of the server, perhaps to a question asked twice.
 */
export function mergeJournal(
  held: readonly JournalEntry[],
  news: Journal,
): readonly JournalEntry[] {
  if (news.isWhole) return news.entries;
  const known = new Set(held.map(({ id }) => id));
  const fresh = news.entries.filter(({ id }) => !known.has(id));
  return fresh.length === 0 ? held : [...fresh, ...held].slice(0, KEPT_ENTRIES);
}

/** Whether something in the execution went wrong, caught by the add-on or not. */
export function hasError(entry: JournalEntry): boolean {
  return (
    entry.outcome !== "done" ||
    entry.refusal !== undefined ||
    (entry.unknownFunctions ?? []).length > 0
  );
}

/** The menu item, the panel's method, or the function itself. */
export function titleOf(entry: JournalEntry): string {
  if (entry.caption !== undefined) return `«${entry.caption}»`;
  return entry.method === undefined
    ? entry.functionName
    : `${entry.functionName}: ${entry.method}`;
}

/** Methods of counted calls in these entries, by name. */
export function methodsIn(entries: readonly JournalEntry[]): readonly string[] {
  const methods = new Set(
    entries.flatMap(({ meter }) => Object.keys(meter.calls)),
  );
  return [...methods].sort();
}
