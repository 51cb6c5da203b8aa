/** Counters of «Начало»: what each counts, as a portable formula over bounded names. */
import { STATE } from "../domain/roadmap/conditions";
import {
  CURRENT_PAIR,
  type MENTEE_STATUS,
  type MENTOR_STATUS,
  type PAIR_STATUS,
} from "../domain/vocabulary";
import {
  call,
  countIfs,
  countWhere,
  type Formula,
  infix,
  named,
  text,
  whole,
} from "./formula";
import type { TableId } from "./table";

/** Keys of the counters of pairs by status. */
const PAIR_KEYS = {
  drafts: "черновик",
  approved: "утверждена",
  active: "активна",
  paused: "приостановлена",
  finished: "завершена",
  broken: "прекращена досрочно",
} as const satisfies Record<string, (typeof PAIR_STATUS)[number]>;

type PairCounter = keyof typeof PAIR_KEYS;

const NONE = text("");
const TODAY = call("TODAY");
/** How far ahead «скоро» reaches, days. */
const WEEK = 7;
const MONTH = 30;

export const plus = (...counts: readonly Formula[]) =>
  counts.reduce((left, right) => infix(left, "+", right));
export const minus = (from: Formula, ...counts: readonly Formula[]) =>
  counts.reduce((left, right) => infix(left, "-", right), from);
const filled = (column: string) => call("COUNTA", named(column));

/** Statuses of people who are in the programme. */
const ACTIVE = {
  mentees: ["в очереди", "в паре"],
  mentors: ["готов", "в паре", "приостановлен"],
} as const satisfies Record<
  string,
  readonly (typeof MENTEE_STATUS | typeof MENTOR_STATUS)[number][]
>;

function active(bank: keyof typeof ACTIVE): Formula {
  return plus(
    ...ACTIVE[bank].map((status) => countIfs([`${bank}_status`, text(status)])),
  );
}

/** A difference: not every spreadsheet counts blank cells as «not received». */
function withoutConsent(bank: keyof typeof ACTIVE): Formula {
  return minus(
    active(bank),
    ...ACTIVE[bank].map((status) =>
      countIfs(
        [`${bank}_status`, text(status)],
        [`${bank}_consent`, text("получено")],
      ),
    ),
  );
}

/**
 * Stages within bounds of their last day, neither done nor dropped: by their
 * formula «Состояние» or by the status, which is all that a row without the
 * formula has, and a book without its column.
 */
function openStages(...bounds: readonly Formula[]): Formula {
  const within = bounds.map((bound) => ["roadmap_end", bound] as const);
  const all = countIfs(...within);
  const over = [STATE.done, STATE.cancelled].map((word) => ({
    state: ["roadmap_state", text(`${word}*`)] as const,
    status: ["roadmap_status", text(word)] as const,
  }));
  const byStatus = over.map(({ status }) => countIfs(...within, status));
  return call(
    "IFERROR",
    plus(
      minus(
        all,
        ...over.map(({ state }) => countIfs(...within, state)),
        ...byStatus,
      ),
      ...over.map(({ state, status }) => countIfs(...within, state, status)),
    ),
    minus(all, ...byStatus),
  );
}

/** Condition of COUNTIFS about a day. */
const day = (operator: string, date: Formula) =>
  infix(text(operator), "&", date);

type Counter = {
  readonly name: string;
  readonly count: Formula;
  readonly tab: TableId;
};

/** Each is counted once; steps and reminders look it up by its key. */
export const COUNTERS = {
  mentees: {
    name: "Наставляемые в программе (строки банка)",
    count: active("mentees"),
    tab: "mentees",
  },
  mentors: {
    name: "Наставники в программе",
    count: active("mentors"),
    tab: "mentors",
  },
  lackMentees: {
    name: "Наставляемые без согласия",
    count: withoutConsent("mentees"),
    tab: "mentees",
  },
  lackMentors: {
    name: "Наставники без согласия",
    count: withoutConsent("mentors"),
    tab: "mentors",
  },
  expiring: {
    name: "Согласия, которые истекают в ближайшие 30 дней",
    count: countIfs(
      ["consents_until", day(">=", TODAY)],
      ["consents_until", day("<=", plus(TODAY, whole(MONTH)))],
      ["consents_state", text("действует")],
    ),
    tab: "consents",
  },
  pairs: { name: "Пары, всего", count: filled("pairs_status"), tab: "pairs" },
  ...pairCounters(),
  unordered: {
    name: "Пары без приказа",
    count: countWhere(
      plus(
        ...CURRENT_PAIR.map((status) =>
          infix(named("pairs_status"), "=", text(status)),
        ),
      ),
      infix(named("pairs_order"), "=", NONE),
    ),
    tab: "pairs",
  },
  stages: {
    name: "Этапы дорожной карты",
    count: filled("roadmap_status"),
    tab: "roadmap",
  },
  overdue: {
    name: "Этапы просрочены",
    count: openStages(day("<", TODAY)),
    tab: "roadmap",
  },
  due: {
    name: "Этапы со сроком в ближайшие 7 дней",
    count: openStages(day(">=", TODAY), day("<=", plus(TODAY, whole(WEEK)))),
    tab: "roadmap",
  },
  documents: {
    name: "Документы",
    count: filled("documents_status"),
    tab: "documents",
  },
  toSign: {
    name: "Документы на подписи",
    count: countIfs(["documents_status", text("на подписи")]),
    tab: "documents",
  },
  forms: { name: "Анкеты", count: filled("forms_created"), tab: "forms" },
  answers: {
    name: "Учтённые ответы на анкеты",
    count: countIfs(["answers_state", text("учтён")]),
    tab: "answers",
  },
  unsorted: {
    name: "Ответы без участника",
    count: countIfs(["answers_state", text("неразобран")]),
    tab: "answers",
  },
  marks: {
    name: "Ответы с оценкой удовлетворённости",
    count: countIfs(["answers_satisfaction", text(">0")]),
    tab: "answers",
  },
} as const satisfies Record<string, Counter>;

function pairCounters(): Readonly<Record<PairCounter, Counter>> {
  const entries = Object.entries(PAIR_KEYS).map(([key, status]) => [
    key,
    {
      name: `Пары: ${status}`,
      count: countIfs(["pairs_status", text(status)]),
      tab: "pairs" as const,
    },
  ]);
  return Object.fromEntries(entries);
}

/** What a counter shows, found by its key. */
export function counter(key: keyof typeof COUNTERS): Formula {
  return call(
    "INDEX",
    named("start_count"),
    call("MATCH", text(counterId(key)), named("start_id"), whole(0)),
  );
}

export function counterId(key: string): string {
  return `count-${key}`;
}
