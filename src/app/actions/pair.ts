/** «Подобрать пары…»: the best possible drafts, explained; approved pairs stay. */
import {
  type Book,
  findRow,
  listOf,
  numberOf,
  type Row,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "../../book/book";
import { type Edit, sameCell, type Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { criteriaOf, participants } from "../../book/participants";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import {
  type Built,
  buildInstance,
  type IdPair,
} from "../../domain/matching/build-instance";
import { verifyCertificate } from "../../domain/matching/certificate";
import type { CriterionRow } from "../../domain/matching/criteria";
import {
  explainUnmatched,
  type Unmatched,
} from "../../domain/matching/explain-unmatched";
import type { PairingSolution } from "../../domain/matching/pairing";
import type { Participant } from "../../domain/matching/participant";
import { type PairScore, scorePair } from "../../domain/matching/score";
import { solve } from "../../domain/matching/solve";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { nameIn } from "./approve";

const DRAFT = "черновик";

const PAIRS = ["пара", "пары", "пар"] as const;

export const pair: Action = {
  id: "pair",
  title: "Подобрать пары",
  intro:
    "Подберёт как можно больше пар, а из всех таких наборов – лучший по сумме баллов. Утверждённые пары не меняются, прежние черновики пересматриваются.",
  needs: ["settings", "lists", "mentees", "mentors", "criteria", "pairs"],
  undoable: true,
  fields: () => [],
  blocked: (book) =>
    rowsOf(book, "mentees").length === 0 || rowsOf(book, "mentors").length === 0
      ? "Для подбора нужны и наставники, и наставляемые. Сначала выберите «Загрузить людей…» или впишите людей на вкладки «Наставники» и «Наставляемые»."
      : null,
  plan: planPairs,
};

type Proposal = {
  readonly mentor: Participant;
  readonly mentee: Participant;
  readonly score: PairScore;
};

function planPairs(book: Book, _input: JsonObject): Plan {
  const mentors = participants(book, "mentor");
  const mentees = participants(book, "mentee");
  const criteria = criteriaOf(book);
  const locked = currentPairs(book);
  const options = { locked, blocked: [], minScore: minimum(book) };
  const built = buildInstance(mentors, mentees, criteria.rows, options);
  const solution = solved(built);
  const proposals = proposalsOf(
    solution,
    locked,
    mentors,
    mentees,
    criteria.rows,
  );
  const edits = draftEdits(book, proposals);
  const unmatched = explainUnmatched({
    mentors,
    mentees,
    criteria: criteria.rows,
    options,
    result: solution,
  }).filter(({ id }) => isWaiting(book, id));
  const count = `${proposals.length} ${plural(proposals.length, PAIRS)}`;
  return {
    summary: [
      `Черновики: ${count}. Утверждено раньше: ${locked.length}. Без пары: ${unmatched.length}.`,
      "Набор проверен: больше пар или более высокая сумма баллов при этих правилах невозможны.",
    ],
    edits,
    effects: [],
    problems: [
      ...criteria.problems,
      ...lockProblems(book, built),
      ...unmatchedProblems(book, unmatched),
    ],
    details: [
      {
        headers: ["Наставник", "Наставляемый", "Балл", "Почему", "Сомнение"],
        rows: proposals.map(({ mentor, mentee, score }) => [
          nameIn(book, "mentors", mentor.id),
          nameIn(book, "mentees", mentee.id),
          String(score.score),
          score.reasons.join(" "),
          score.doubt ?? "",
        ]),
      },
    ],
    verb: `Записать ${count} как черновики`,
    links: [{ label: "Пары", tab: "Пары" }],
  };
}

function minimum(book: Book): number {
  const value = setting(book, "minScore");
  return typeof value === "number" ? value : 0;
}

/** Pairs that go on: [mentee, mentor]. */
function currentPairs(book: Book): IdPair[] {
  return rowsOf(book, "pairs")
    .filter((row) => CURRENT_PAIR.includes(textOf(row, "status")))
    .map((row): IdPair => [textOf(row, "menteeId"), textOf(row, "mentorId")]);
}

/** The optimum with its proof checked: an unproved answer is our bug. */
function solved(built: Built): PairingSolution {
  const result = solve(built.instance);
  if (result.status === "error") {
    throw new UserError("PAIRING", `Подбор невозможен: ${result.message}`);
  }
  const proof = verifyCertificate(built.instance, result);
  if (!proof.valid) {
    throw new RangeError(`planPairs: the certificate fails: ${proof.message}`);
  }
  return result;
}

function proposalsOf(
  solution: PairingSolution,
  locked: readonly IdPair[],
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  criteria: readonly CriterionRow[],
): Proposal[] {
  const standing = new Set(locked.map(([mentee]) => mentee));
  const mentorById = new Map(mentors.map((person) => [person.id, person]));
  const menteeById = new Map(mentees.map((person) => [person.id, person]));
  return solution.pairs.flatMap(([menteeId, mentorId]): Proposal[] => {
    const mentor = mentorById.get(mentorId);
    const mentee = menteeById.get(menteeId);
    return mentor === undefined ||
      mentee === undefined ||
      standing.has(menteeId)
      ? []
      : [{ mentor, mentee, score: scorePair(mentor, mentee, criteria) }];
  });
}

/** A draft that stays is updated in place, the others go, new ones come. */
function draftEdits(book: Book, proposals: readonly Proposal[]): Edit[] {
  const drafts = rowsOf(book, "pairs").filter(
    (row) => textOf(row, "status") === DRAFT,
  );
  const keyOf = (menteeId: string, mentorId: string) =>
    `${menteeId}\n${mentorId}`;
  const standing = new Map(
    drafts.map((row) => [
      keyOf(textOf(row, "menteeId"), textOf(row, "mentorId")),
      row,
    ]),
  );
  const edits: Edit[] = [];
  const kept = new Set<string>();
  let added = 0;
  for (const proposal of proposals) {
    const values = pairValues(book, proposal);
    const row = standing.get(keyOf(proposal.mentee.id, proposal.mentor.id));
    if (row === undefined) {
      edits.push({
        kind: "insert",
        table: "pairs",
        row: nextId(book, "pairs", added),
        values,
      });
      added += 1;
    } else {
      kept.add(row.id);
      edits.push(...scoreEdits(row, values));
    }
  }
  const gone = drafts.filter((row) => !kept.has(row.id));
  return [
    ...gone.map(
      (row): Edit => ({ kind: "delete", table: "pairs", row: row.id }),
    ),
    ...edits,
  ];
}

/** What a new run may change in a draft that stays; the rest is the curator's. */
const SCORE_COLUMNS = ["score", "completeness", "reasons", "doubt"] as const;

function scoreEdits(row: Row, values: Values): Edit[] {
  return SCORE_COLUMNS.filter(
    (column) => !sameCell(row.values[column] ?? null, values[column] ?? null),
  ).map(
    (column): Edit => ({
      kind: "set",
      table: "pairs",
      row: row.id,
      column,
      value: values[column] ?? null,
    }),
  );
}

function pairValues(book: Book, { mentor, mentee, score }: Proposal): Values {
  const row = findRow(book, "mentees", mentee.id);
  const size = row === null ? 1 : (numberOf(row, "headcount") ?? 1);
  return {
    mentorId: mentor.id,
    menteeId: mentee.id,
    form: mentee.form,
    kind: size > 1 ? "в группе" : "традиционное",
    status: DRAFT,
    score: score.score,
    completeness: score.completeness,
    reasons: score.reasons.join(" ") || null,
    doubt: score.doubt,
    topic: row === null ? null : (listOf(row, "topics")[0] ?? null),
    from: textSetting(book, "periodFrom") || null,
    to: textSetting(book, "periodTo") || null,
  };
}

/** Those who left or finished are not waiting for a mentor. */
function isWaiting(book: Book, id: string): boolean {
  const row = findRow(book, "mentees", id);
  return row !== null && !["выбыл", "завершил"].includes(textOf(row, "status"));
}

function lockProblems(book: Book, built: Built): Problem[] {
  const unknown = built.unknownLocks.map(
    ([mentee, mentor]): Problem => ({
      severity: "error",
      tab: "Пары",
      message: `В утверждённой паре стоит код, которого нет в банке: «${mentor}» или «${mentee}». Исправьте код на вкладке «Пары».`,
    }),
  );
  const broken = built.brokenLocks.map(
    ({ pair: [mentee, mentor] }): Problem => ({
      severity: "warning",
      tab: "Пары",
      message: `Утверждённая пара «${nameIn(book, "mentors", mentor)} – ${nameIn(book, "mentees", mentee)}» больше не отвечает условиям подбора. Она остаётся: проверьте согласия, статусы, формы и критерии.`,
    }),
  );
  return [...unknown, ...broken];
}

function unmatchedProblems(
  book: Book,
  unmatched: readonly Unmatched[],
): Problem[] {
  return unmatched.map(({ id, advice }) => {
    const row = findRow(book, "mentees", id);
    return {
      severity: "warning",
      tab: "Наставляемые",
      ...(row === null ? {} : { row: row.row }),
      message: `${nameIn(book, "mentees", id)} – без пары. ${advice}`,
    };
  });
}
