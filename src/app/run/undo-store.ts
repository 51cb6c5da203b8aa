/** The hidden tab that remembers the last actions: to take them back, to go on after a cut. */
import type { Book } from "../../book/book";
import { textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { Inverse } from "../../book/invert";
import type { JsonObject, Link } from "../../shared/rpc";
import type { Effect } from "../plan";

export type RunRecord = {
  /** Id of the journal row. */
  readonly run: string;
  readonly action: string;
  readonly title: string;
  /** Null when it must not be stored: a cut run cannot be repeated then. */
  readonly input: JsonObject | null;
  readonly today: string;
  readonly seed: string;
  readonly user: string;
  readonly started: string;
  readonly fingerprint: string;
  readonly undoable: boolean;
  readonly summary: readonly string[];
  readonly links: readonly Link[];
  readonly inverse: readonly Inverse[];
  readonly effects: readonly Effect[];
  readonly forgets: readonly string[];
  /** Absent in records of earlier versions. */
  readonly erases?: readonly string[];
  /** What a run that cannot be taken back writes, to end it after a cut. */
  readonly forward?: readonly Edit[] | null;
};

/** A cell holds 50,000 characters; the rest is room for Google's own counting. */
const CHUNK_LENGTH = 45_000;

/** How many actions can be taken back, newest first. */
const KEPT_RUNS = 10;

const SEPARATOR = "#";

export function runOfPart(id: string): string {
  return id.split(SEPARATOR)[0] ?? id;
}

/** Rows that store a record. */
export function recordEdits(record: RunRecord): Edit[] {
  return chunksOf(JSON.stringify(record)).map((text, index) => ({
    kind: "insert",
    table: "undo",
    row: `${record.run}${SEPARATOR}${index + 1}`,
    values: { text },
  }));
}

/** Pieces that fit a cell; a character of two units is not cut in half. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < text.length) {
    const full = from + CHUNK_LENGTH;
    const isPair = /[\ud800-\udbff]/.test(text.charAt(full - 1));
    const to = isPair ? full - 1 : full;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}

/** Stored runs, oldest first. */
export function storedRuns(book: Book): string[] {
  return [...new Set(book.tables.undo.rows.map((row) => runOfPart(row.id)))];
}

/** Runs and edits by hand whose record says so; the text is JSON without its escapes. */
export function runsWhere(
  book: Book,
  holds: (text: string) => boolean,
): string[] {
  const texts = new Map<string, string>();
  for (const row of book.tables.undo.rows) {
    const run = runOfPart(row.id);
    texts.set(run, (texts.get(run) ?? "") + textOf(row, "text"));
  }
  for (const edit of book.handEdits ?? []) {
    texts.set(edit.run, JSON.stringify(edit));
  }
  return [...texts]
    .filter(([, text]) => holds(text.replace(/\\./g, " ")))
    .map(([run]) => run);
}

/** Every run that something is remembered of, edits by hand among them. */
export function everyRun(book: Book): string[] {
  return [...storedRuns(book), ...(book.handEdits ?? []).map(({ run }) => run)];
}

/** Edits that drop the parts of these runs. */
export function forgetEdits(book: Book, runs: readonly string[]): Edit[] {
  const leaving = new Set(runs);
  return book.tables.undo.rows
    .filter((row) => leaving.has(runOfPart(row.id)))
    .map((row) => ({ kind: "delete", table: "undo", row: row.id }));
}

/**
 * Runs beyond the ones that are kept when one more comes.
 *
 * @param leaving - Runs that the new one makes forgotten at its end.
 */
export function surplusRuns(book: Book, leaving: readonly string[]): string[] {
  const staying = storedRuns(book).filter((run) => !leaving.includes(run));
  return staying.slice(0, Math.max(0, staying.length - KEPT_RUNS + 1));
}

/** The record of a run, or null when it is not whole. */
export function readRecord(book: Book, run: string): RunRecord | null {
  const parts = book.tables.undo.rows
    .filter((row) => runOfPart(row.id) === run)
    .sort((a, b) => partNumber(a.id) - partNumber(b.id))
    .map((row) => textOf(row, "text"));
  if (parts.length === 0) {
    return null;
  }
  try {
    return JSON.parse(parts.join("")) as RunRecord;
  } catch {
    // Cut off while being written: nothing was edited yet.
    return null;
  }
}

function partNumber(id: string): number {
  return Number(id.split(SEPARATOR)[1] ?? 0);
}
