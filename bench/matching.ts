/** Matching by size and family: time, memory, proof, and what greedy would lose. */
import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { verifyCertificate } from "../src/domain/matching/certificate";
import type {
  PairingInstance,
  PairingResult,
} from "../src/domain/matching/pairing";
import { solve } from "../src/domain/matching/solve";
import { optimalSeating } from "../src/domain/matching/solver/optimum";
import { partsOf } from "../src/domain/matching/solver/parts";
import { toProblem } from "../src/domain/matching/solver/problem";
import { refine } from "../src/domain/matching/solver/refine";
import { greedyByScore } from "./greedy";
import { FAMILIES, makeInstance, type Size } from "./matching-families";

type Scale = Size & {
  /** Runs per figure; the median is shown. */
  readonly runs: number;
  /** Milliseconds for number and total, by family; `other` for the rest. */
  readonly limits: Readonly<Record<string, number>>;
};

const SCALES: Readonly<Record<string, Scale>> = {
  school: {
    mentees: 30,
    mentors: 12,
    density: 1,
    places: 1,
    runs: 201,
    limits: { other: 2 },
  },
  college: {
    mentees: 300,
    mentors: 100,
    density: 0.3,
    places: 1,
    runs: 41,
    limits: { other: 5 },
  },
  municipality: {
    mentees: 3000,
    mentors: 1000,
    density: 0.1,
    places: 1,
    runs: 9,
    limits: { distances: 300, popular: 1000, everybody: 1000, other: 100 },
  },
  region: {
    mentees: 10_000,
    mentors: 3000,
    density: 0.05,
    places: 1,
    runs: 3,
    limits: {
      distances: 3000,
      scarce: 3000,
      popular: 8000,
      everybody: 8000,
      other: 1000,
    },
  },
};

/** Chosen once; unless told otherwise every run sees the same people. */
const SEED = "20260901";

/** How the instances differ from those of the table. */
type Variant = {
  /** Places per mentee; null = as the size has it. */
  readonly places: number | null;
  /** Mentors that each mentee wants. */
  readonly demand: number;
  readonly seed: number;
};

type Figures = Readonly<Record<string, number | string | boolean>>;

main(process.argv.slice(2));

/**
 * Without words the whole table. With words only these sizes and families;
 * `--places 0.9` changes the places per mentee, `--demand 2` the mentors that
 * each wants, `--seed 1,2,3` the people, once for each number; `--cpu` counts
 * processor time, which a busy machine spoils less, `--one` measures in this
 * process.
 */
function main(words: readonly string[]): void {
  const clock = words.includes("--cpu") ? cpuTime : () => performance.now();
  const runs = chosenRuns(words);
  if (words.includes("--one")) {
    for (const { scale, family, variant } of runs) {
      console.log(JSON.stringify(measure(scale, family, variant, clock)));
    }
    return;
  }
  const rows = runs.map((run) => measureApart(run, words.includes("--cpu")));
  console.log(
    "Medians in ms. solve: most people and total; fair: leximin, loads and ids as well; whole: JSON in to JSON out with checks and proof. MB: most the process ever held, instance and its JSON included.",
  );
  console.table(rows);
  console.log(`Load of the machine: ${loadavg().join(", ")}`);
}

type Run = {
  readonly scale: string;
  readonly family: string;
  readonly variant: Variant;
};

function chosenRuns(words: readonly string[]): readonly Run[] {
  const chosen = (all: readonly string[]): readonly string[] => {
    const named = all.filter((name) => words.includes(name));
    return named.length === 0 ? all : named;
  };
  const option = (name: string, otherwise: string): string =>
    words.includes(name) ? (words[words.indexOf(name) + 1] ?? "") : otherwise;
  const places = option("--places", "");
  const demand = Number(option("--demand", "1"));
  return chosen(Object.keys(SCALES)).flatMap((scale) =>
    chosen(Object.keys(FAMILIES)).flatMap((family) =>
      option("--seed", SEED)
        .split(",")
        .map((seed) => ({
          scale,
          family,
          variant: {
            places: places === "" ? null : Number(places),
            demand,
            seed: Number(seed),
          },
        })),
    ),
  );
}

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** In a process of its own, whose memory is this instance's alone. */
function measureApart({ scale, family, variant }: Run, cpu: boolean): Figures {
  const { places, demand, seed } = variant;
  const words = [
    ...[scale, family, "--seed", `${seed}`, "--demand", `${demand}`, "--one"],
    ...(places === null ? [] : ["--places", `${places}`]),
    ...(cpu ? ["--cpu"] : []),
  ];
  const run = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...words],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(run.stdout) as Figures;
}

function measure(
  name: string,
  family: string,
  { places, demand, seed }: Variant,
  clock: () => number,
): Figures {
  const scale = SCALES[name];
  if (scale === undefined) {
    throw new RangeError(`measure: no size "${name}"`);
  }
  const size = places === null ? scale : { ...scale, places };
  const people = makeInstance(family, size, seed);
  const instance: PairingInstance =
    demand === 1
      ? people
      : { ...people, demand: people.mentees.map(() => demand) };
  const text = JSON.stringify(instance);
  const times: { solve: number; fair: number; whole: number }[] = [];
  let result: PairingResult | null = null;
  for (let run = 0; run < scale.runs; run += 1) {
    const start = clock();
    const solved = partsOf(toProblem(instance, 0)).map((problem) => ({
      problem,
      seating: optimalSeating(problem),
    }));
    const best = clock();
    for (const { problem, seating } of solved) {
      refine(problem, seating);
    }
    const fair = clock();
    result = solve(JSON.parse(text) as PairingInstance);
    JSON.stringify(result);
    times.push({
      solve: best - start,
      fair: fair - start,
      whole: clock() - fair,
    });
  }
  if (result === null || result.status === "error") {
    throw new RangeError(`measure: ${result?.message}`);
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const solveMs = median(times.map((time) => time.solve));
  const limit = scale.limits[family] ?? scale.limits["other"] ?? 0;
  const greedy = greedyByScore(instance);
  return {
    size: name,
    family,
    seed,
    solve: solveMs,
    limit,
    fair: median(times.map((time) => time.fair)),
    whole: median(times.map((time) => time.whole)),
    MB: peak,
    pairs: result.cardinality,
    greedyPairs: greedy.pairs,
    total: result.total,
    greedyTotal: greedy.total,
    proved: verifyCertificate(instance, result).valid,
    inTime: solveMs < limit,
  };
}

/** @returns The middle one, to a tenth below 100 and whole above. */
function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const digits = middle < 100 ? 10 : 1;
  return Math.round(middle * digits) / digits;
}
