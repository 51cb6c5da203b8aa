/** Whether everybody who must have a mentor can have one at the same time. */
import { type Contradiction, rowsOf } from "./contradiction";
import type { People } from "./kinds/kernel";
import type { MustRule } from "./pairing-rules";
import { type PlacedLocks, wantedOf } from "./place-locks";

/** A must that still needs a place, with the mentors who may give it. */
export type Demand = {
  readonly rule: MustRule;
  readonly mentee: number;
  readonly allowed: readonly number[];
};

/** Two musts on one place of a mentee. */
export function menteePlaces(
  people: People,
  demands: readonly Demand[],
  { kept }: PlacedLocks,
): Contradiction[] {
  const byMentee = new Map<number, Demand[]>();
  for (const demand of demands) {
    byMentee.set(demand.mentee, [
      ...(byMentee.get(demand.mentee) ?? []),
      demand,
    ]);
  }
  return [...byMentee].flatMap(([mentee, own]): Contradiction[] => {
    const person = people.mentees[mentee];
    const held = kept.filter(([row]) => row === mentee).length;
    const wanted = person === undefined ? 0 : wantedOf(person);
    const rules = own.filter(({ rule }) => rule.mentors.length > 0);
    if (rules.length + held <= wanted || person === undefined) {
      return [];
    }
    return [
      {
        code: "MUST_MENTEE",
        severity: "error",
        mentees: [person.id],
        mentors: [...new Set(rules.flatMap(({ rule }) => rule.mentors))],
        rows: rowsOf(rules.map(({ rule }) => rule)),
        message: `Правила спорят: ${person.id} нужно наставников: ${wanted}, действующих пар: ${held}, а обязательных правил: ${rules.length}. Оставьте лишь одно правило или измените графу «Нужно наставников».`,
      },
    ];
  });
}

/** Musts whose mentors have too few places together (Hall's condition). */
export function mentorPlaces(
  people: People,
  demands: readonly Demand[],
  free: readonly number[],
): Contradiction[] {
  const seated = new Map<number, Demand[]>();
  const found: Contradiction[] = [];
  for (const demand of demands) {
    const seen = new Set<number>();
    if (!seat(demand, seated, free, seen)) {
      const crowd = [
        demand,
        ...[...seen].flatMap((mentor) => seated.get(mentor) ?? []),
      ];
      const mentors = [...seen]
        .sort((a, b) => a - b)
        .map((mentor) => people.mentors[mentor]?.id ?? "");
      const places = [...seen].reduce(
        (sum, mentor) => sum + (free[mentor] ?? 0),
        0,
      );
      found.push({
        code: "MUST_PLACES",
        severity: "error",
        mentees: [...new Set(crowd.map(({ rule }) => rule.mentee))].sort(),
        mentors,
        rows: rowsOf(crowd.map(({ rule }) => rule)),
        message: `Правила спорят: обязательных пар с ${mentors.join(", ")} – ${crowd.length}, а свободных мест вместе – ${places}. Уберите лишнее правило или добавьте место.`,
      });
    }
  }
  return found;
}

/** Seats one must, moving others along; `seen` are the mentors tried. */
function seat(
  demand: Demand,
  seated: Map<number, Demand[]>,
  free: readonly number[],
  seen: Set<number>,
): boolean {
  for (const mentor of demand.allowed) {
    if (seen.has(mentor)) {
      continue;
    }
    seen.add(mentor);
    const others = seated.get(mentor) ?? [];
    if (others.length < (free[mentor] ?? 0)) {
      seated.set(mentor, [...others, demand]);
      return true;
    }
    for (const other of others) {
      if (seat(other, seated, free, seen)) {
        const rest = (seated.get(mentor) ?? []).filter((one) => one !== other);
        seated.set(mentor, [...rest, demand]);
        return true;
      }
    }
  }
  return false;
}
