/** Contradictions of the curator's rules, found before a run. */

import { type Contradiction, rowsOf } from "./contradiction";
import type { People } from "./kinds/kernel";
import { type Demand, menteePlaces, seatMusts } from "./must-places";
import type { MustRule } from "./pairing-rules";
import { type PlacedLocks, placesOf, wantedOf } from "./place-locks";
import { codesOf, RULE_BIT, RULE_WORDS } from "./rules";

/** What a rule does not have to meet: a must stands above the threshold. */
const SET_ASIDE = RULE_BIT.MUST | RULE_BIT.MIN_SCORE;

const NEVER = RULE_BIT.NEVER_PAIR | RULE_BIT.GROUP_NEVER;

export type RulesCheck = {
  readonly contradictions: readonly Contradiction[];
  /** `[mentee, mentor]`: pairs that must be. */
  readonly forced: readonly (readonly [number, number])[];
  /** Mentees who want one mentor and must get one out of several. */
  readonly must: readonly number[];
};

/** What is known of a pair. */
export type PairLook = {
  /** Bits of the rules it breaks. */
  readonly broken: (mentee: number, mentor: number) => number;
  readonly score: (mentee: number, mentor: number) => number;
};

/**
 * Whoever wants one mentor out of a list is left to the solver. Of a group that
 * wants several the solver knows no lists: its musts become pairs here, the
 * best of each list as far as places allow.
 *
 * @param free - Places of each mentor beside locks and reserves.
 */
export function checkRules(
  people: People,
  { broken, score }: PairLook,
  locks: PlacedLocks,
  free: readonly number[],
): RulesCheck {
  const found: Contradiction[] = [...unknownCodes(people), ...reserves(people)];
  const demands: Demand[] = [];
  for (const rule of eachOnce(people.rules.must)) {
    const mentee = people.menteeOf.get(rule.mentee);
    if (mentee === undefined || isMet(people, rule, mentee, locks)) {
      continue;
    }
    const listed = listedMentors(people, rule);
    const allowed = listed
      .filter((mentor) => (broken(mentee, mentor) & ~SET_ASIDE) === 0)
      .sort((a, b) => score(mentee, b) - score(mentee, a) || a - b);
    if (allowed.length > 0) {
      demands.push({ rule, mentee, allowed });
    } else if (listed.length > 0 || rule.mentors.length === 0) {
      found.push(impossible(people, rule, mentee, listed, broken));
    }
  }
  const tooMany = menteePlaces(people, demands, locks);
  found.push(...tooMany);
  const seating = seatMusts(people, demands, free);
  if (tooMany.length === 0) {
    found.push(...seating.contradictions);
  }
  if (found.some(({ severity }) => severity === "error")) {
    return { contradictions: found, forced: [], must: [] };
  }
  const isLeft = ({ mentee, rule }: Demand) =>
    rule.mentors.length !== 1 && wantsOne(people, mentee);
  return {
    contradictions: found,
    forced: seating.seats
      .filter(({ demand }) => !isLeft(demand))
      .map(({ demand, mentor }) => [demand.mentee, mentor] as const),
    must: [...new Set(demands.filter(isLeft).map(({ mentee }) => mentee))].sort(
      (a, b) => a - b,
    ),
  };
}

function wantsOne({ mentees }: People, mentee: number): boolean {
  const person = mentees[mentee];
  return person !== undefined && wantedOf(person) === 1;
}

/** Two rows that say the same are one rule. */
function eachOnce(rules: readonly MustRule[]): readonly MustRule[] {
  const byContent = new Map<string, MustRule>();
  for (const rule of rules) {
    const key = [rule.mentee, ...new Set([...rule.mentors].sort())].join("\n");
    if (!byContent.has(key)) {
      byContent.set(key, rule);
    }
  }
  return [...byContent.values()];
}

function listedMentors(
  { mentors, mentorOf }: People,
  rule: MustRule,
): readonly number[] {
  return rule.mentors.length === 0
    ? mentors.map((_, mentor) => mentor)
    : [...new Set(rule.mentors)].flatMap((id) => {
        const mentor = mentorOf.get(id);
        return mentor === undefined ? [] : [mentor];
      });
}

/** A pair that stays already fulfils the rule. */
function isMet(
  { mentors }: People,
  rule: MustRule,
  mentee: number,
  { known }: PlacedLocks,
): boolean {
  return known.some(
    ([row, column]) =>
      row === mentee &&
      (rule.mentors.length === 0 ||
        rule.mentors.includes(mentors[column]?.id ?? "")),
  );
}

function unknownCodes({ rules, menteeOf, mentorOf }: People): Contradiction[] {
  const found: Contradiction[] = [];
  const look = (
    row: number | undefined,
    mentees: readonly string[],
    mentors: readonly string[],
    isError: boolean,
  ) => {
    const lost = [
      ...mentees.filter((id) => !menteeOf.has(id)),
      ...mentors.filter((id) => !mentorOf.has(id)),
    ];
    if (lost.length > 0) {
      found.push({
        code: "UNKNOWN",
        severity: isError ? "error" : "warning",
        mentees,
        mentors,
        rows: row === undefined ? [] : [row],
        message: `Правило пар называет код, которого нет в банке: ${lost.map((id) => `«${id}»`).join(", ")}. Исправьте код или удалите строку.`,
      });
    }
  };
  for (const [mentee, mentor, row] of rules.never) {
    look(row, [mentee], [mentor], false);
  }
  for (const { mentee, mentors, row } of rules.must) {
    const isLost =
      !menteeOf.has(mentee) ||
      (mentors.length > 0 && mentors.every((id) => !mentorOf.has(id)));
    look(row, [mentee], mentors, isLost);
  }
  for (const { mentor, row } of rules.reserve) {
    look(row, [], [mentor], false);
  }
  for (const { mentee, mentor, row } of rules.prefer) {
    look(row, [mentee], [mentor], false);
  }
  return found;
}

function reserves({ mentors, rules, mentorOf }: People): Contradiction[] {
  const total = new Map<string, number>();
  for (const { mentor, places } of rules.reserve) {
    total.set(mentor, (total.get(mentor) ?? 0) + places);
  }
  return [...total].flatMap(([id, reserved]): Contradiction[] => {
    const mentor = mentors[mentorOf.get(id) ?? -1];
    const places = mentor === undefined ? reserved : placesOf(mentor);
    return reserved <= places
      ? []
      : [
          {
            code: "RESERVE",
            severity: "warning",
            mentees: [],
            mentors: [id],
            rows: rowsOf(rules.reserve.filter((one) => one.mentor === id)),
            message: `В резерве наставника ${id} мест: ${reserved}, а всего мест: ${places}. Новых пар у него не будет; уменьшите резерв или увеличьте число мест.`,
          },
        ];
  });
}

function impossible(
  people: People,
  rule: MustRule,
  mentee: number,
  listed: readonly number[],
  broken: (mentee: number, mentor: number) => number,
): Contradiction {
  const never = listed.filter(
    (mentor) => (broken(mentee, mentor) & NEVER) !== 0,
  );
  const ids = listed.map((mentor) => people.mentors[mentor]?.id ?? "");
  const isNever = never.length > 0 && never.length === listed.length;
  const bans = people.rules.never
    .filter(([one, other]) => one === rule.mentee && ids.includes(other))
    .map(([, , row]) => ({ row }));
  const codes = new Set(
    listed.flatMap((mentor) => codesOf(broken(mentee, mentor) & ~SET_ASIDE)),
  );
  const why = [...new Set([...codes].map((code) => RULE_WORDS[code].why))];
  const who =
    rule.mentors.length === 1
      ? `наставника ${ids.join("")}`
      : rule.mentors.length === 0
        ? "наставника"
        : `одного из наставников ${ids.join(", ")}`;
  return {
    code: isNever ? "MUST_NEVER" : "MUST_BROKEN",
    severity: "error",
    mentees: [rule.mentee],
    mentors: rule.mentors.length === 0 ? [] : ids,
    rows: rowsOf([rule, ...bans]),
    message: isNever
      ? `Правила спорят: ${rule.mentee} обязательно получает ${who}, но эта же пара запрещена. Оставьте одно из правил.`
      : `Правило невыполнимо: ${rule.mentee} обязательно получает ${who}, но это невозможно (${why.join("; ") || "наставников нет"}). Уточните данные или уберите правило.`,
  };
}
