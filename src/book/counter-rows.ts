/** Counters of the roadmap's conditions as live formulas over defined names. */
import {
  CONDITION_CODES,
  CONDITIONS,
  type ConditionCode,
} from "../domain/roadmap/conditions";
import { LIVE_PAIR } from "../domain/vocabulary";
import { type Book, findRow } from "./book";
import type { Edit } from "./edits";
import {
  asFormula,
  call,
  countIfs,
  difference,
  type Formula,
  named,
  percentOf,
  sum,
  text,
  whole,
} from "./formula";
import type { TableId } from "./table";

/** Statuses of people who are no longer in the programme. */
const LEFT = ["выбыл", "завершил"] as const;

/** People of a bank who are in the programme; `more` narrows them. */
function active(
  bank: "mentors" | "mentees",
  all: Formula,
  ...more: readonly (readonly [string, Formula])[]
): Formula {
  return difference(
    all,
    ...LEFT.map((status) =>
      countIfs(...more, [`${bank}_status`, text(status)]),
    ),
  );
}

function people(bank: "mentors" | "mentees"): Formula {
  return active(bank, call("COUNTA", named(`${bank}_status`)));
}

function consenting(bank: "mentors" | "mentees"): Formula {
  const given = [`${bank}_consent`, text("получено")] as const;
  return active(bank, countIfs(given), given);
}

const COUNTED = ["answers_state", text("учтён")] as const;
const FINAL = ["answers_kind", text("mentee-after")] as const;

const approved = sum(
  ...LIVE_PAIR.map((status) => countIfs(["pairs_status", text(status)])),
);
const drafted = sum(approved, countIfs(["pairs_status", text("черновик")]));

/** Answers that are due: every form from everybody of its role. */
const expected = sum(
  ...(
    [
      ["mentors", "наставники"],
      ["mentees", "наставляемые"],
    ] as const
  ).map(([bank, role]) => ({
    text: `${countIfs(["forms_role", text(role)]).text}*${people(bank).text}`,
  })),
);

function documents(kind: string): Formula {
  return countIfs(
    ["documents_kind", text(kind)],
    ["documents_status", text("<>отменён")],
  );
}

const FORMULAS: Readonly<Record<ConditionCode, Formula>> = {
  mentors: people("mentors"),
  mentees: people("mentees"),
  consents: percentOf(
    sum(consenting("mentors"), consenting("mentees")),
    sum(people("mentors"), people("mentees")),
  ),
  menteeConsents: percentOf(consenting("mentees"), people("mentees")),
  mentorConsents: percentOf(consenting("mentors"), people("mentors")),
  formsMade: call("COUNTA", named("forms_id")),
  answers: countIfs(COUNTED),
  answersShare: percentOf(countIfs(COUNTED), expected),
  pairsDrafted: drafted,
  pairsApproved: approved,
  pairsApprovedShare: percentOf(approved, drafted),
  menteesPaired: percentOf(
    countIfs(["mentees_status", text("в паре")]),
    people("mentees"),
  ),
  orderMade: documents("приказ"),
  orderSigned: countIfs(
    ["documents_kind", text("приказ")],
    ["documents_status", text("подписан")],
  ),
  finalAnswersShare: percentOf(
    countIfs(FINAL, COUNTED),
    countIfs(["mentees_paired", whole(1)]),
  ),
  reportMade: sum(documents("отчёт"), documents("отчет")),
};

/** Tables whose columns the counters name. */
const SOURCES: readonly TableId[] = [
  "mentees",
  "mentors",
  "pairs",
  "forms",
  "answers",
  "documents",
];

/** Missing counters; those that stand keep the curator's changes. */
export function counterEdits(book: Book): Edit[] {
  const rows = CONDITION_CODES.filter(
    (code) => findRow(book, "counters", CONDITIONS[code].caption) === null,
  ).map((code): Edit => {
    const { caption, goal, about } = CONDITIONS[code];
    const value = asFormula(FORMULAS[code]);
    return {
      kind: "insert",
      table: "counters",
      row: caption,
      values: { value, goal, about },
    };
  });
  return [...olderNames(book), ...rows];
}

/** A book older than the counters has no names over some of their columns. */
function olderNames(book: Book): Edit[] {
  return SOURCES.filter(
    (table) => !book.tables.counters.present && book.tables[table].present,
  ).map((table) => ({ kind: "names", table }));
}
