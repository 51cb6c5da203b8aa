/** Matching by size and family: time, exactness and what greedy would lose. */
import { verifyCertificate } from "../src/domain/matching/certificate";
import type { PairingInstance } from "../src/domain/matching/pairing";
import { solve } from "../src/domain/matching/solve";
import { FAMILIES, makeInstance, type Size } from "./matching-families";

export type BenchRow = {
  readonly name: string;
  readonly figures: Readonly<Record<string, number | boolean>>;
};

/** Places are short in the first, so that somebody must go without. */
const SIZES: readonly Size[] = [
  { mentees: 30, mentors: 12, density: 0.6, places: 0.9 },
  { mentees: 300, mentors: 100, density: 0.3, places: 1 },
  { mentees: 3000, mentors: 1000, density: 0.1, places: 1 },
];

/** Runs per figure; the median is shown. */
const RUNS = 3;

/** Chosen once; every run of the bench sees the same people. */
const SEED = 20260901;

/**
 * One row per size and family. Figures: `ms` (median of the whole `solve`, its
 * own check included), `pairs` and `total`, the same of greedy by score, and
 * whether the certificate holds when checked again.
 */
export async function benchMatching(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    for (const family of Object.keys(FAMILIES)) {
      const instance = makeInstance(family, size, SEED);
      rows.push(measure(instance));
      // Lets the caller's progress and signals through between instances.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return rows;
}

function measure(instance: PairingInstance): BenchRow {
  const times: number[] = [];
  let result = solve(instance);
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    result = solve(instance);
    times.push(performance.now() - start);
  }
  if (result.status === "error") {
    throw new RangeError(`measure: ${result.message}`);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  const greedy = greedyByScore(instance);
  return {
    name: `matching ${instance.name}`,
    figures: {
      ms: Math.round(median * 10) / 10,
      pairs: result.cardinality,
      greedyPairs: greedy.pairs,
      total: result.total,
      greedyTotal: greedy.total,
      certified: verifyCertificate(instance, result).valid,
    },
  };
}

/** What a careful person does by hand: the best pair left, again and again. */
function greedyByScore(instance: PairingInstance): {
  readonly pairs: number;
  readonly total: number;
} {
  const all: { mentee: number; mentor: number; score: number }[] = [];
  instance.options.forEach((row, mentee) => {
    for (let at = 0; at < row.length; at += 2) {
      all.push({ mentee, mentor: row[at] ?? 0, score: row[at + 1] ?? 0 });
    }
  });
  all.sort(
    (a, b) => b.score - a.score || a.mentee - b.mentee || a.mentor - b.mentor,
  );
  const places = instance.mentors.map((mentor) => mentor.capacity);
  const seated = new Set<number>();
  let total = 0;
  for (const { mentee, mentor, score } of all) {
    const free = places[mentor] ?? 0;
    if (free > 0 && !seated.has(mentee)) {
      places[mentor] = free - 1;
      seated.add(mentee);
      total += score;
    }
  }
  return { pairs: seated.size, total };
}
