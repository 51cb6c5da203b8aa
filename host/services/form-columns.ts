/** Columns of a response tab: which there are, where they went, what they show. */
import { asksMoment, shownMoment } from "./form-moments";
import {
  type Answer,
  type FormRecord,
  type ItemRecord,
  questionsOf,
  type ResponseColumn,
  type ResponseRecord,
} from "./form-record";

/** What a cell of the response tab gets: text exactly as it is, a number or day as typed, or a moment. */
export type ResponseCell =
  | { readonly text: string }
  | { readonly typed: string }
  | { readonly moment: Date }
  | null;

export const TIMESTAMP_HEADER = "Отметка времени";
const EMAIL_HEADER = "Адрес электронной почты";
const UNTITLED_HEADER = "Вопрос без названия";

function headerOf(item: ItemRecord): string {
  return item.title === "" ? UNTITLED_HEADER : item.title;
}

/** An answer as the sheet shows it: ticks joined, dates day first. */
export function displayAnswer(item: ItemRecord, answer: Answer): string {
  if (typeof answer !== "string") {
    return answer.join(", ");
  }
  return asksMoment(item) ? shownMoment(answer) : answer;
}

/** Columns the form has now, in the order a new tab gets them. */
export function wantedColumns(
  form: FormRecord,
): Omit<ResponseColumn, "index">[] {
  return [
    { source: "timestamp", header: TIMESTAMP_HEADER },
    ...(form.collectEmail
      ? [{ source: "email", header: EMAIL_HEADER } as const]
      : []),
    ...questionsOf(form.items).map((item) => ({
      source: item.id,
      header: headerOf(item),
    })),
  ];
}

/**
 * Finds the columns again after the curator moved, renamed or deleted some:
 * first where they were, then by header, then a renamed one by its place.
 */
export function findColumns(
  columns: readonly ResponseColumn[],
  headers: readonly string[],
): Map<ResponseColumn, number> {
  const found = new Map<ResponseColumn, number>();
  const free = new Set(headers.keys());
  const claim = (column: ResponseColumn, index: number): void => {
    found.set(column, index);
    free.delete(index);
  };
  const rounds: ((column: ResponseColumn) => number | undefined)[] = [
    (column) =>
      headers[column.index] === column.header ? column.index : undefined,
    (column) => [...free].find((index) => headers[index] === column.header),
    (column) => column.index,
  ];
  for (const place of rounds) {
    for (const column of columns) {
      const index = found.has(column) ? undefined : place(column);
      if (index !== undefined && free.has(index)) {
        claim(column, index);
      }
    }
  }
  return found;
}

/** Items whose answers the tab keeps as numbers or dates, to count with. */
function isValue({ type, withoutYear }: ItemRecord): boolean {
  const isDay = type === "DATE" || type === "DATETIME";
  return type === "SCALE" || type === "RATING" || (isDay && !withoutYear);
}

/** What a column shows of a response; null for no answer. */
export function cellOf(
  form: FormRecord,
  response: ResponseRecord,
  column: ResponseColumn,
): ResponseCell {
  if (column.source === "timestamp") {
    return { moment: new Date(response.timestamp) };
  }
  if (column.source === "email") {
    return { text: response.email };
  }
  const item = questionsOf(form.items).find(
    (candidate) => candidate.id === column.source,
  );
  const answer = response.answers[column.source];
  if (item === undefined || answer === undefined) return null;
  const shown = displayAnswer(item, answer);
  return isValue(item) ? { typed: shown } : { text: shown };
}

/** Columns in sheet order, cut where the curator's own columns lie between. */
export function runsOf(columns: readonly ResponseColumn[]): ResponseColumn[][] {
  const runs: ResponseColumn[][] = [];
  let previous = -2;
  for (const column of inSheetOrder(columns)) {
    const run = runs[runs.length - 1];
    if (run !== undefined && column.index === previous + 1) {
      run.push(column);
    } else {
      runs.push([column]);
    }
    previous = column.index;
  }
  return runs;
}

/** From left to right. */
export function inSheetOrder(
  columns: readonly ResponseColumn[],
): ResponseColumn[] {
  return [...columns].sort((left, right) => left.index - right.index);
}
