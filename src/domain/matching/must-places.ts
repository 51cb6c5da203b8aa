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

export type Seats = {
  /** Where each must that could be kept would sit. */
  readonly seats: readonly {
    readonly demand: Demand;
    readonly mentor: number;
  }[];
  /** Musts whose mentors have too few places together (Hall's condition). */
  readonly contradictions: readonly Contradiction[];
};

/** Seats all musts at once, no mentee twice with one mentor. */
export function seatMusts(
  people: People,
  demands: readonly Demand[],
  free: readonly number[],
): Seats {
  const flow = newFlow(
    demands.map((demand) => withFewChoices(demand, demands.length, free)),
    free,
  );
  const contradictions: Contradiction[] = [];
  demands.forEach((demand, index) => {
    const seen = new Set<string>();
    if (!push(flow, `must ${index}`, seen)) {
      const crowd = demands.filter((_, other) => seen.has(`must ${other}`));
      const mentors = free.flatMap((_, mentor) =>
        seen.has(`mentor ${mentor}`) ? [mentor] : [],
      );
      contradictions.push(
        tooFewPlaces(
          people,
          crowd,
          mentors.length > 0 ? mentors : demand.allowed,
          free,
        ),
      );
    }
  });
  return { seats: seatsOf(flow, demands), contradictions };
}

/** With as many open mentors as there are musts one is always left: enough. */
function withFewChoices(
  demand: Demand,
  musts: number,
  free: readonly number[],
): Demand {
  const open = demand.allowed.filter((mentor) => (free[mentor] ?? 0) > 0);
  return open.length < musts
    ? demand
    : { ...demand, allowed: open.slice(0, musts) };
}

/**
 * Places still open from one node to the next: must → mentee with one mentor →
 * mentor → "end". What has been pushed can go back.
 */
type Flow = ReadonlyMap<string, Map<string, number>>;

const END = "end";

function newFlow(demands: readonly Demand[], free: readonly number[]): Flow {
  const flow = new Map<string, Map<string, number>>();
  const join = (from: string, to: string, places: number) => {
    flow.set(from, (flow.get(from) ?? new Map()).set(to, places));
    const back = flow.get(to) ?? new Map<string, number>();
    flow.set(to, back);
    if (!back.has(from)) {
      back.set(from, 0);
    }
  };
  demands.forEach(({ mentee, allowed }, index) => {
    for (const mentor of allowed) {
      join(`must ${index}`, `pair ${mentee} ${mentor}`, 1);
      join(`pair ${mentee} ${mentor}`, `mentor ${mentor}`, 1);
      join(`mentor ${mentor}`, END, free[mentor] ?? 0);
    }
  });
  return flow;
}

/** Finds a way to the end and takes a place on it; `seen` are the nodes tried. */
function push(flow: Flow, node: string, seen: Set<string>): boolean {
  if (node === END) {
    return true;
  }
  seen.add(node);
  for (const [next, places] of flow.get(node) ?? []) {
    if (places > 0 && !seen.has(next) && push(flow, next, seen)) {
      flow.get(node)?.set(next, (flow.get(node)?.get(next) ?? 0) - 1);
      flow.get(next)?.set(node, (flow.get(next)?.get(node) ?? 0) + 1);
      return true;
    }
  }
  return false;
}

function seatsOf(flow: Flow, demands: readonly Demand[]): Seats["seats"] {
  return demands.flatMap((demand, index) =>
    demand.allowed
      .filter(
        (mentor) =>
          flow.get(`must ${index}`)?.get(`pair ${demand.mentee} ${mentor}`) ===
          0,
      )
      .map((mentor) => ({ demand, mentor })),
  );
}

function tooFewPlaces(
  people: People,
  crowd: readonly Demand[],
  mentors: readonly number[],
  free: readonly number[],
): Contradiction {
  const ids = mentors.map((mentor) => people.mentors[mentor]?.id ?? "");
  const count = mentors.reduce((sum, mentor) => sum + (free[mentor] ?? 0), 0);
  const why =
    count < crowd.length
      ? `а свободных мест вместе – ${count}. Уберите лишнее правило или добавьте место.`
      : "а дважды одного наставника назначить нельзя. Уберите лишнее правило.";
  return {
    code: "MUST_PLACES",
    severity: "error",
    mentees: [...new Set(crowd.map(({ rule }) => rule.mentee))].sort(),
    mentors: ids,
    rows: rowsOf(crowd.map(({ rule }) => rule)),
    message: `Правила спорят: обязательных пар с ${ids.join(", ")} – ${crowd.length}, ${why}`,
  };
}
