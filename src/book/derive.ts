/** Columns the add-on keeps from other tables: partner, load, status, personal link. */
import { TOKEN_MARK } from "../domain/forms/questionnaire";
import { CURRENT_PAIR, LIVE_PAIR } from "../domain/vocabulary";
import {
  type Book,
  numberOf,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "./book";
import { type Edit, sameCell, type Values } from "./edits";
import { isErased } from "./erased";
import type { CellValue, TableId } from "./table";
import { INTERVIEW_KEYS } from "./tables/mentor-screening";

/** Name as it may be shown: the mark «{{НСТ-014}}» where no name is kept. */
export function personName(row: Row): string {
  return textOf(row, "fio") || `{{${row.id}}}`;
}

/** Edits that make the derived columns true again; none when they are. */
export function derive(book: Book): Edit[] {
  if (!book.tables.pairs.present) {
    // Without the tab nothing is known of partners: better stale than wiped.
    return [];
  }
  const bonds = bondsOf(book);
  const links = latestLinks(book);
  const organization = textSetting(book, "organizationShort");
  return [
    ...rowsOf(book, "pairs").flatMap((pair) =>
      changes("pairs", pair, {
        mentor: nameOrNull(bonds.mentors.get(textOf(pair, "mentorId"))),
        mentee: nameOrNull(bonds.mentees.get(textOf(pair, "menteeId"))),
      }),
    ),
    ...rowsOf(book, "mentees").flatMap((mentee) => {
      const own = bonds.partners.get(mentee.id) ?? [];
      return changes("mentees", mentee, {
        mentor: joinedText(own.map(personName)),
        mentorWork: joinedText(own.map((row) => textOf(row, "work"))),
        // Who took part stays counted when the person is erased.
        paired: isErased(mentee)
          ? (mentee.values["paired"] ?? 0)
          : bonds.joined.has(mentee.id)
            ? 1
            : 0,
        status: pairedStatus(mentee, own.length > 0, WAITING),
        link: personalLink(mentee, links.mentees),
        ...blanksFilled(mentee, bonds.pairs.get(mentee.id) ?? []),
      });
    }),
    ...rowsOf(book, "mentors").flatMap((mentor) => {
      const own = bonds.partners.get(mentor.id) ?? [];
      const places = own.map((row) => textOf(row, "grade") || organization);
      return changes("mentors", mentor, {
        mentees: joinedText(own.map(personName)),
        menteeWork: joinedText(places),
        load: own.length,
        status: pairedStatus(mentor, own.length > 0, READY),
        link: personalLink(mentor, links.mentors),
        interviewSum: interviewSum(mentor),
        ...blanksFilled(mentor, bonds.pairs.get(mentor.id) ?? []),
      });
    }),
  ];
}

/** Statuses outside a pair that give way to «в паре», the usual one first. */
const WAITING = ["в очереди", "ищем наставника"] as const;
const READY = ["готов"] as const;

/**
 * Form and dates of the official columns out of the approved pairs, where the
 * curator has left them blank: what was typed is never written over.
 */
function blanksFilled(person: Row, pairs: readonly Row[]): Values {
  const isOver =
    pairs.length > 0 &&
    pairs.every((pair) => textOf(pair, "status") === "завершена");
  const days = (key: string) =>
    pairs
      .map((pair) => textOf(pair, key))
      .filter((day) => day !== "")
      .sort();
  const found: Values = {
    form: textOf(pairs[0] ?? person, "form"),
    entered: days("from")[0] ?? days("approved")[0] ?? "",
    finished: isOver ? (days("to").pop() ?? "") : "",
  };
  return isErased(person)
    ? {}
    : Object.fromEntries(
        Object.entries(found).filter(
          ([key, value]) => value !== "" && textOf(person, key) === "",
        ),
      );
}

/** Points of the interview together, null before it. */
function interviewSum(mentor: Row): CellValue {
  const points = INTERVIEW_KEYS.map((key) => numberOf(mentor, key)).filter(
    (one): one is number => one !== null,
  );
  return points.length === 0 ? null : points.reduce((sum, one) => sum + one, 0);
}

/** Sets for the columns whose value is not the right one yet. */
function changes(table: TableId, row: Row, values: Values): Edit[] {
  return Object.entries(values)
    .filter(([column, value]) => !sameCell(row.values[column] ?? null, value))
    .map(([column, value]) => ({
      kind: "set",
      table,
      row: row.id,
      column,
      value,
    }));
}

function nameOrNull(row: Row | undefined): CellValue {
  return row === undefined ? null : personName(row);
}

type Bonds = {
  readonly mentors: ReadonlyMap<string, Row>;
  readonly mentees: ReadonlyMap<string, Row>;
  /** Person id → partners of the pairs that occupy them now. */
  readonly partners: ReadonlyMap<string, readonly Row[]>;
  /** Person id → rows of all pairs that were approved. */
  readonly pairs: ReadonlyMap<string, readonly Row[]>;
  /** Mentees that have or had an approved pair. */
  readonly joined: ReadonlySet<string>;
};

function bondsOf(book: Book): Bonds {
  const mentees = new Map(rowsOf(book, "mentees").map((row) => [row.id, row]));
  const mentors = new Map(rowsOf(book, "mentors").map((row) => [row.id, row]));
  const partners = new Map<string, Row[]>();
  const pairs = new Map<string, Row[]>();
  const joined = new Set<string>();
  const bind = (id: string, partner: Row) => {
    partners.set(id, [...(partners.get(id) ?? []), partner]);
  };
  for (const pair of rowsOf(book, "pairs")) {
    const mentor = mentors.get(textOf(pair, "mentorId"));
    const mentee = mentees.get(textOf(pair, "menteeId"));
    const status = textOf(pair, "status");
    if (mentor !== undefined && mentee !== undefined) {
      if (CURRENT_PAIR.includes(status)) {
        bind(mentor.id, mentee);
        bind(mentee.id, mentor);
      }
      if (LIVE_PAIR.includes(status)) {
        joined.add(mentee.id);
        for (const { id } of [mentor, mentee]) {
          pairs.set(id, [...(pairs.get(id) ?? []), pair]);
        }
      }
    }
  }
  return { mentors, mentees, partners, pairs, joined };
}

function joinedText(items: readonly string[]): CellValue {
  const unique = [...new Set(items.filter((item) => item !== ""))];
  return unique.length === 0 ? null : unique.join("; ");
}

/** «в паре» comes and goes with the pairs; what the curator set otherwise stays. */
function pairedStatus(
  row: Row,
  paired: boolean,
  free: readonly [string, ...string[]],
): CellValue {
  const status = textOf(row, "status");
  if (paired) {
    return status === "" || free.includes(status) ? "в паре" : status;
  }
  return status === "" || status === "в паре" ? free[0] : status;
}

type Links = { readonly mentees: string; readonly mentors: string };

/** Address pattern of the newest form of each role. */
function latestLinks(book: Book): Links {
  const links = { mentees: "", mentors: "" };
  for (const form of rowsOf(book, "forms")) {
    const prefill = textOf(form, "prefill");
    if (prefill !== "") {
      links[textOf(form, "role") === "наставники" ? "mentors" : "mentees"] =
        prefill;
    }
  }
  return links;
}

function personalLink(row: Row, pattern: string): CellValue {
  const token = textOf(row, "token");
  return pattern === "" || token === ""
    ? null
    : pattern.replace(TOKEN_MARK, () => token);
}
