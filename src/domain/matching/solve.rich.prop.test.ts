import { expect, test } from "vitest";
import type { PairingInstance, PairingSolution } from "./pairing";
import { solve } from "./solve";
import { mustPairs } from "./solver/most-pairs";
import { plainSeating, steadySeating } from "./solver/optimum";
import { toProblem } from "./solver/problem";
import { refine } from "./solver/refine";
import { randomInstance } from "./testing/random-instance";
import { reordered } from "./testing/reordered";
import { type Random, seeded } from "./testing/seeded";

/** Locks, blocks, musts, keep, demand, capacities, thresholds and all modes. */
const CASES = 1500;

type Pair = readonly [mentee: number, mentor: number];

/** @returns Seeds with what `check` finds wrong. */
function faults(
  check: (instance: PairingInstance, dice: Random) => string,
  cases = CASES,
): readonly string[] {
  return Array.from({ length: cases }, (_, seed) => seed).flatMap((seed) => {
    const random = seeded(seed);
    const fault = check(randomInstance(random, 30, 12), random);
    return fault === "" ? [] : [`${seed}: ${fault}`];
  });
}

/** @returns The answer, or null when the musts cannot be met. */
function answer(instance: PairingInstance): PairingSolution | null {
  const result = solve(instance);
  if (result.status === "optimal") {
    return result;
  }
  if (!result.message.startsWith("Обязательные пары не выполнить")) {
    throw new Error(result.message);
  }
  return null;
}

function pick(random: Random, count: number): number {
  return Math.floor(random() * count);
}

function scoreAt(instance: PairingInstance, [mentee, mentor]: Pair): number {
  const row = instance.options[mentee] ?? [];
  const at = row.findIndex((value, i) => i % 2 === 0 && value === mentor);
  return at === -1 ? -1 : (row[at + 1] ?? -1);
}

/** New row k is old row `order[k]`. */
function shuffled(count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    roll: random(),
  }))
    .sort((a, b) => a.roll - b.roll)
    .map(({ index }) => index);
}

test("rich instances do not depend on the order of rows", () => {
  expect(
    faults((instance, dice) => {
      const rows = shuffled(instance.mentees.length, dice);
      const columns = shuffled(instance.mentors.length, dice);
      const moved = answer(reordered(instance, rows, columns))?.pairs;

      return JSON.stringify(moved) === JSON.stringify(answer(instance)?.pairs)
        ? ""
        : "other pairs";
    }),
  ).toStrictEqual([]);
});

/** A mentor without places whom all want most, and a mentee who may not. */
function withHopeless(instance: PairingInstance): PairingInstance {
  const { mentees, mentors, options, blocked, demand } = instance;
  const added = mentors.length;
  const all = mentors.flatMap((_, mentor) => [mentor, 1001]);
  return {
    ...instance,
    mentees: [...mentees, "А-0"],
    mentors: [...mentors, { id: "А-1", capacity: 0 }],
    options: [...options.map((row) => [...row, added, 1001]), all],
    blocked: [
      ...blocked,
      ...mentors.map((_, mentor): Pair => [mentees.length, mentor]),
    ],
    ...(demand ? { demand: [...demand, 3] } : {}),
  };
}

test("hopeless people change nothing in rich instances", () => {
  expect(
    faults((instance) => {
      const more = answer(withHopeless(instance))?.pairs;

      return JSON.stringify(more) === JSON.stringify(answer(instance)?.pairs)
        ? ""
        : "other pairs";
    }),
  ).toStrictEqual([]);
});

/** Most important first, larger is better. */
function merit(
  instance: PairingInstance,
  result: PairingSolution,
): readonly number[] {
  const mentors = instance.mentors.map(({ id }) => id);
  const pairs = result.pairs.map(
    ([mentee, mentor]): Pair => [
      instance.mentees.indexOf(mentee),
      mentors.indexOf(mentor),
    ],
  );
  const loads = mentors.map(
    (_, mentor) => pairs.filter((pair) => pair[1] === mentor).length,
  );
  const scores = pairs
    .map((pair) => scoreAt(instance, pair))
    .sort((a, b) => a - b);
  const { cardinality, total, floor } = result;
  const first = {
    most: [cardinality, total],
    best: [total, cardinality],
    weakest: [cardinality, floor ?? -1, total],
  }[instance.mode ?? "most"];
  return [
    ...first,
    ...scores,
    -loads.reduce((sum, load) => sum + load * load, 0),
  ];
}

/** @returns What is worse, or nothing; `ranks` = how much of the merit counts. */
function worse(
  before: PairingInstance,
  after: PairingInstance,
  ranks = Number.POSITIVE_INFINITY,
): string {
  const old = answer(before);
  if (old === null) {
    return "";
  }
  const now = answer(after);
  if (now === null) {
    return "musts that could be met cannot be met any more";
  }
  const was = merit(before, old).slice(0, ranks);
  const is = merit(after, now).slice(0, ranks);
  const at = was.findIndex((value, index) => value !== is[index]);
  return at === -1 || (is[at] ?? 0) > (was[at] ?? 0)
    ? ""
    : `${was.join(" ")} became ${is.join(" ")}`;
}

test("raising one score never lowers number, lowest score or total", () => {
  let raised = 0;
  const wrong = faults((instance, dice) => {
    const mentee = pick(dice, instance.mentees.length);
    const row = instance.options[mentee] ?? [];
    if (row.length === 0) {
      return "";
    }
    const at = 2 * pick(dice, row.length / 2) + 1;
    const rise = 1 + pick(dice, 500);
    raised += 1;
    const options = instance.options.map((own, index) =>
      index === mentee
        ? own.map((value, place) => (place === at ? value + rise : value))
        : own,
    );
    const ranks = instance.mode === "weakest" ? 3 : 2;
    return worse(instance, { ...instance, options }, ranks);
  });

  expect(wrong).toStrictEqual([]);
  expect(raised).toBeGreaterThan(CASES / 2);
});

const RELAXINGS: Readonly<
  Record<string, (instance: PairingInstance, dice: Random) => PairingInstance>
> = {
  "a block is lifted": (instance, dice) => {
    const gone = pick(dice, instance.blocked.length);
    const blocked = instance.blocked.filter((_, index) => index !== gone);
    return { ...instance, blocked };
  },
  "the threshold falls": (instance) => ({
    ...instance,
    threshold: Math.max(0, (instance.threshold ?? 0) - 2),
  }),
  "a mentor has one more place": (instance, dice) => {
    const chosen = pick(dice, instance.mentors.length);
    const mentors = instance.mentors.map(({ id, capacity }, index) => ({
      id,
      capacity: capacity + Number(index === chosen),
    }));
    return { ...instance, mentors };
  },
  "a must is dropped": (instance) => ({
    ...instance,
    must: (instance.must ?? []).slice(1),
  }),
  "somebody without a must wants one mentor more": (instance, dice) => {
    const chosen = pick(dice, instance.mentees.length);
    const demand = instance.mentees.map(
      (_, mentee) =>
        (instance.demand?.[mentee] ?? 1) +
        Number(mentee === chosen && !instance.must?.includes(mentee)),
    );
    return { ...instance, demand };
  },
  "two who could not be paired may be": (instance, dice) => {
    const mentee = pick(dice, instance.mentees.length);
    const options = instance.options.map((row, index) => {
      const missing = instance.mentors.findIndex(
        (_, mentor) => scoreAt(instance, [index, mentor]) === -1,
      );
      return index === mentee && missing !== -1
        ? withOption(row, missing, pick(dice, 5))
        : row;
    });
    return { ...instance, options };
  },
};

function withOption(
  row: readonly number[],
  mentor: number,
  score: number,
): readonly number[] {
  const later = row.findIndex((value, at) => at % 2 === 0 && value > mentor);
  const at = later === -1 ? row.length : later;
  return [...row.slice(0, at), mentor, score, ...row.slice(at)];
}

test.each(Object.keys(RELAXINGS))("nothing gets worse when %s", (name) => {
  expect(
    faults((instance, dice) => {
      const freer = RELAXINGS[name]?.(instance, dice);
      return freer ? worse(instance, freer) : "no such relaxing";
    }, 700),
  ).toStrictEqual([]);
});

test("keeping the present plan costs neither fairness nor balance", () => {
  expect(
    faults((instance) => {
      const { keep: _, ...free } = instance;
      return worse(free, instance) || worse(instance, free);
    }),
  ).toStrictEqual([]);
});

/** Also where places are short, which small instances seldom show. */
test("both ways to an optimum end in the same pairs of rich instances", () => {
  expect(
    faults((instance) => {
      const problem = toProblem(instance, instance.threshold ?? 0);
      const plain = plainSeating(problem, Number.POSITIVE_INFINITY);
      if (plain === null || mustPairs(problem).missed > 0) {
        return "";
      }
      const one = refine(problem, plain).join("");
      const other = refine(problem, steadySeating(problem)).join("");
      return one === other ? "" : "other pairs";
    }),
  ).toStrictEqual([]);
});
