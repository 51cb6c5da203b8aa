/** Finds in any text what names given people or leads to them, and masks it. */
import { contactSeeker } from "./contact-traces";
import { nameSeeker } from "./name-traces";

/** Whose traces are looked for. */
export type TracedPerson = {
  /** What stands in the name's place: the code. */
  readonly mark: string;
  readonly name: string;
  /** Any text with telephones and addresses. */
  readonly contacts: string;
};

/** A piece of a text: characters from `start` to before `end`. */
export type Trace = {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  /** A surname alone that others bear too: whose it is cannot be told. */
  readonly isDoubtful: boolean;
};

/** Finds the traces in one text, in their order. */
export type Seeker = (text: string) => readonly Trace[];

/**
 * @param others - Names of people who stay: a surname that one of them bears
 *   is no trace by itself.
 */
export function traceSeeker(
  people: readonly TracedPerson[],
  others: readonly string[],
): Seeker {
  const byName = nameSeeker(people, others);
  const byContact = contactSeeker(people);
  return (text) =>
    [...byName(text), ...byContact(text)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
}

/** The text with every trace replaced by its mark; doubtful ones stay. */
export function masked(text: string, traces: readonly Trace[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, mark, isDoubtful } of traces) {
    if (!isDoubtful && start >= from) {
      result += text.slice(from, start) + mark;
      from = end;
    }
  }
  return result + text.slice(from);
}
