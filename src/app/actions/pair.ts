/** «Подобрать пары…»: the best possible drafts, explained; approved pairs stay. */
import {
  type Book,
  findRow,
  listOf,
  numberOf,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { type Edit, sameCell, type Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { criteriaOf, participants, rulesOf } from "../../book/participants";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { verifyCertificate } from "../../domain/matching/certificate";
import type { UnmatchedNote } from "../../domain/matching/explain/explanation";
import { unmatchedNotes } from "../../domain/matching/explain/unmatched";
import type { PairingSolution } from "../../domain/matching/pairing";
import type { Participant } from "../../domain/matching/participant";
import { buildScene, type Scene } from "../../domain/matching/scene";
import type { PairScore } from "../../domain/matching/score";
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
  reads: ["pairRules"],
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
  const { criteria, problems } = criteriaOf(book);
  const rules = rulesOf(book);
  const scene = buildScene(
    participants(book, "mentor"),
    participants(book, "mentee"),
    criteria,
    rules.rules,
  );
  const solution = solved(scene);
  const standing = standingPairs(book);
  const proposals = proposalsOf(scene, solution, standing);
  const edits = draftEdits(book, proposals);
  const unmatched = unmatchedNotes(scene, solution.pairs).filter(
    ({ menteeId: id }) => isWaiting(book, id),
  );
  const count = `${proposals.length} ${plural(proposals.length, PAIRS)}`;
  return {
    summary: [
      `Черновики: ${count}. Утверждено раньше: ${standing.size}. Без пары: ${unmatched.length}.`,
      "Набор проверен: больше пар или более высокая сумма баллов при этих правилах невозможны.",
    ],
    edits,
    effects: [],
    problems: [
      ...problems,
      ...rules.problems,
      ...ruleProblems(scene),
      ...lockProblems(book, scene),
      ...unmatchedProblems(book, unmatched),
    ],
    details: {
      headers: ["Наставник", "Наставляемый", "Балл", "Почему", "Сомнение"],
      rows: proposals.map(({ mentor, mentee, score }) => [
        nameIn(book, "mentors", mentor.id),
        nameIn(book, "mentees", mentee.id),
        String(score.score),
        score.reasons.join(" "),
        score.doubt ?? "",
      ]),
    },
    verb: `Записать ${count} как черновики`,
    links: [{ label: "Пары", tab: "Пары" }],
  };
}

/** Contradictions of the rules, each at its first row. */
function ruleProblems({ contradictions }: Scene): Problem[] {
  return contradictions.map(({ severity, rows, message }) => ({
    severity,
    tab: "Правила пар",
    ...(rows[0] === undefined ? {} : { row: rows[0] }),
    message,
  }));
}

/** The optimum with its proof checked: an unproved answer is our bug. */
function solved({ instance, contradictions }: Scene): PairingSolution {
  const fault = contradictions.find(({ severity }) => severity === "error");
  if (fault !== undefined) {
    throw new UserError("PAIRING", `Подбор невозможен. ${fault.message}`);
  }
  const result = solve(instance);
  if (result.status === "error") {
    throw new UserError("PAIRING", `Подбор невозможен: ${result.message}`);
  }
  const proof = verifyCertificate(instance, result);
  if (!proof.valid) {
    throw new RangeError(`planPairs: the certificate fails: ${proof.message}`);
  }
  return result;
}

/** Pairs in the tab that a run leaves alone, as «mentee mentor». */
function standingPairs(book: Book): ReadonlySet<string> {
  return new Set(
    rowsOf(book, "pairs")
      .filter(
        (row) => CURRENT_PAIR.includes(textOf(row, "status")) || isLocked(row),
      )
      .map((row) => `${textOf(row, "menteeId")}\n${textOf(row, "mentorId")}`),
  );
}

function isLocked(row: Row): boolean {
  return (
    textOf(row, "status") === DRAFT && textOf(row, "source") === "закреплена"
  );
}

function proposalsOf(
  scene: Scene,
  solution: PairingSolution,
  standing: ReadonlySet<string>,
): Proposal[] {
  return solution.pairs.flatMap(([menteeId, mentorId]): Proposal[] => {
    const row = scene.menteeOf.get(menteeId) ?? -1;
    const column = scene.mentorOf.get(mentorId) ?? -1;
    const [mentee, mentor] = [scene.mentees[row], scene.mentors[column]];
    return mentor === undefined ||
      mentee === undefined ||
      standing.has(`${menteeId}\n${mentorId}`)
      ? []
      : [{ mentor, mentee, score: scene.detail(row, column) }];
  });
}

/** A draft that stays is updated in place, the others go, new ones come. */
function draftEdits(book: Book, proposals: readonly Proposal[]): Edit[] {
  const drafts = rowsOf(book, "pairs").filter(
    (row) => textOf(row, "status") === DRAFT && !isLocked(row),
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

function lockProblems(book: Book, scene: Scene): Problem[] {
  const unknown = scene.unknownLocks.map(
    ([mentee, mentor]): Problem => ({
      severity: "error",
      tab: "Пары",
      message: `В утверждённой паре стоит код, которого нет в банке: «${mentor}» или «${mentee}». Исправьте код на вкладке «Пары».`,
    }),
  );
  const broken = scene.brokenLocks.map(
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
  unmatched: readonly UnmatchedNote[],
): Problem[] {
  return unmatched.map(({ menteeId: id, words: advice }) => {
    const row = findRow(book, "mentees", id);
    return {
      severity: "warning",
      tab: "Наставляемые",
      ...(row === null ? {} : { row: row.row }),
      message: `${nameIn(book, "mentees", id)} – без пары. ${advice}`,
    };
  });
}
