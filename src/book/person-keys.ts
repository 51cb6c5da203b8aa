/** One person in both banks: found by the rules of the same person, marked by a common key. */
import { personIndex } from "../domain/people/find-person";
import type { Problem } from "../shared/rpc";
import { type Book, type Row, rowsOf, textOf } from "./book";
import { isGroup } from "./consents";
import type { Edit } from "./edits";
import { isErased } from "./erased";

export type FoundKeys = {
  readonly edits: readonly Edit[];
  /** Who may be one person: the curator has to look. */
  readonly problems: readonly Problem[];
};

/** What the rules of the same person compare. */
export function factsOf(row: Row) {
  const contacts = textOf(row, "contacts");
  const birthYear = row.values["birthYear"];
  return {
    name: textOf(row, "fio"),
    email: contacts,
    phone: contacts,
    birthYear: typeof birthYear === "number" ? birthYear : null,
  };
}

/**
 * Keys for mentees who are mentors too and have none yet. The code of the
 * mentor's row is the key.
 *
 * @param among - Looks only at couples with one of these codes; absent = all.
 */
export function personKeys(
  book: Book,
  among: ReadonlySet<string> | null = null,
): FoundKeys {
  const mentors = rowsOf(book, "mentors").filter(canBeBoth);
  const index = personIndex<Row>();
  for (const mentor of mentors) {
    index.add(factsOf(mentor), mentor);
  }
  const taken = new Set(
    rowsOf(book, "mentees").map((row) => textOf(row, "personKey")),
  );
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const mentee of rowsOf(book, "mentees").filter(canBeBoth)) {
    const match =
      textOf(mentee, "personKey") === "" ? index.find(factsOf(mentee)) : null;
    const owners = (match?.owners ?? []).filter(
      (mentor) =>
        !taken.has(keyOf(mentor)) &&
        (among === null || among.has(mentor.id) || among.has(mentee.id)),
    );
    const [mentor] = owners;
    if (match?.verdict === "same" && owners.length === 1 && mentor) {
      taken.add(keyOf(mentor));
      edits.push(...keyEdits(mentor, mentee));
    } else if (mentor !== undefined) {
      problems.push({
        severity: "warning",
        tab: book.tables.mentees.table.title,
        row: mentee.row,
        message: `${mentee.id}: возможно, тот же человек, что ${owners.map(({ id }) => id).join(", ")}. Если это так, сделайте имя и контакты одинаковыми и выберите «Проверить и исправить».`,
      });
    }
  }
  return { edits, problems };
}

function canBeBoth(row: Row): boolean {
  return textOf(row, "fio") !== "" && !isGroup(row) && !isErased(row);
}

function keyOf(mentor: Row): string {
  return textOf(mentor, "personKey") || mentor.id;
}

function keyEdits(mentor: Row, mentee: Row): Edit[] {
  const value = keyOf(mentor);
  const column = "personKey";
  return [
    ...(textOf(mentor, column) === value
      ? []
      : [
          {
            kind: "set",
            table: "mentors",
            row: mentor.id,
            column,
            value,
          } as const,
        ]),
    { kind: "set", table: "mentees", row: mentee.id, column, value },
  ];
}
