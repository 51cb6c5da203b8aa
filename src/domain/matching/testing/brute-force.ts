/** Tries every pairing of a small instance: the yardstick of the solver's tests. */
import type { PairingInstance } from "../pairing";

type Pair = readonly [mentee: number, mentor: number];

/** A way to pair the mentees dealt with so far. */
type Trial = {
  readonly loads: readonly number[];
  readonly pairs: readonly Pair[];
  /** What the objective compares, most important first, larger is better. */
  readonly merit: readonly number[];
};

/** What every step needs, worked out once. */
type Rules = {
  readonly instance: PairingInstance;
  /** Scores there are, ascending. */
  readonly levels: readonly number[];
  readonly mentorOrder: readonly number[];
};

/**
 * @param instance - Valid, up to about 6 × 6.
 * @returns `[menteeId, mentorId]` of the only best pairing, sorted; null when the
 *   musts cannot be met.
 */
export function bestPairs(
  instance: PairingInstance,
): readonly (readonly [string, string])[] | null {
  const best = bestTrial(instance);
  return (
    best &&
    [...instance.locked, ...best.pairs]
      .map(([mentee, mentor]): readonly [string, string] => [
        instance.mentees[mentee] ?? "",
        instance.mentors[mentor]?.id ?? "",
      ])
      .sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]))
  );
}

function bestTrial(instance: PairingInstance): Trial | null {
  const rules: Rules = {
    instance,
    levels: levels(instance),
    mentorOrder: idOrder(instance.mentors.map(({ id }) => id)),
  };
  const least = instance.threshold ?? 0;
  const best = bestAtLeast(rules, least);
  if (instance.mode !== "weakest" || best === null) {
    return best;
  }
  for (const floor of [...rules.levels].reverse()) {
    const raised = bestAtLeast(rules, Math.max(least, floor));
    if (raised?.pairs.length === best.pairs.length) {
      return raised;
    }
  }
  return best;
}

function levels({ options }: PairingInstance): number[] {
  const scores = options.flatMap((row) => row.filter((_, at) => at % 2 === 1));
  return [...new Set(scores)].sort((a, b) => a - b);
}

/**
 * Mentee by mentee in id order. Of trials with the same loads the better one
 * stays better whatever follows, so only that one is carried on.
 */
function bestAtLeast(rules: Rules, least: number): Trial | null {
  const { instance } = rules;
  const loads = instance.mentors.map(
    (_, mentor) => instance.locked.filter((pair) => pair[1] === mentor).length,
  );
  let trials = new Map<string, Trial>();
  trials.set("", { loads, pairs: [], merit: [] });
  for (const mentee of idOrder(instance.mentees)) {
    const choices = choicesOf(instance, mentee, least);
    const grown = [...trials.values()].flatMap((trial) =>
      choices.flatMap((choice) => grow(rules, trial, mentee, choice)),
    );
    trials = new Map();
    for (const trial of grown) {
      const key = trial.loads.join(" ");
      const known = trials.get(key);
      if (!known || compare(trial.merit, known.merit) > 0) {
        trials.set(key, trial);
      }
    }
  }
  let best: Trial | null = null;
  for (const trial of trials.values()) {
    if (!best || compare(final(rules, trial), final(rules, best)) > 0) {
      best = trial;
    }
  }
  return best;
}

/** Sets of mentors that the mentee may have beside the locked ones. */
function choicesOf(
  instance: PairingInstance,
  mentee: number,
  least: number,
): readonly (readonly number[])[] {
  const closed = [...instance.locked, ...instance.blocked]
    .filter((pair) => pair[0] === mentee)
    .map((pair) => pair[1]);
  const locked = instance.locked.filter((pair) => pair[0] === mentee).length;
  const wanted = (instance.demand?.[mentee] ?? 1) - locked;
  let choices: number[][] = [[]];
  const row = instance.options[mentee] ?? [];
  for (let at = 0; at < row.length; at += 2) {
    const mentor = row[at] ?? 0;
    if (!closed.includes(mentor) && (row[at + 1] ?? 0) >= least) {
      choices = choices.flatMap((choice) =>
        choice.length < wanted ? [choice, [...choice, mentor]] : [choice],
      );
    }
  }
  return instance.must?.includes(mentee)
    ? choices.filter((choice) => choice.length === wanted)
    : choices;
}

/** @returns The trial with these mentors for the mentee; nothing over capacity. */
function grow(
  rules: Rules,
  trial: Trial,
  mentee: number,
  choice: readonly number[],
): readonly Trial[] {
  const { instance } = rules;
  const loads = [...trial.loads];
  for (const mentor of choice) {
    const load = (loads[mentor] ?? 0) + 1;
    if (load > (instance.mentors[mentor]?.capacity ?? 0)) {
      return [];
    }
    loads[mentor] = load;
  }
  const pairs = [...trial.pairs, ...choice.map((j): Pair => [mentee, j])];
  const own = meritOf(rules, mentee, choice);
  const sums = rules.levels.length + 3;
  const before = trial.merit.slice(0, sums);
  const merit = [
    ...own.slice(0, sums).map((value, at) => value + (before[at] ?? 0)),
    ...trial.merit.slice(sums),
    ...own.slice(sums),
  ];
  return [{ loads, pairs, merit }];
}

/** Sums (what the mode puts first, levels, kept pairs), then the choice itself. */
function meritOf(
  { instance, levels: all, mentorOrder }: Rules,
  mentee: number,
  choice: readonly number[],
): readonly number[] {
  const row = instance.options[mentee] ?? [];
  const scores = choice.map((mentor) => {
    const at = row.findIndex((value, i) => i % 2 === 0 && value === mentor);
    return row[at + 1] ?? Number.NaN;
  });
  const total = scores.reduce((sum, score) => sum + score, 0);
  const kept = choice.filter((mentor) =>
    instance.keep?.some(([i, j]) => i === mentee && j === mentor),
  );
  return [
    ...(instance.mode === "best"
      ? [total, choice.length]
      : [choice.length, total]),
    ...all.map((level) => 0 - scores.filter((score) => score === level).length),
    kept.length,
    ...mentorOrder.map((mentor) => Number(choice.includes(mentor))),
  ];
}

/** Loads are known at the end only; they go between levels and kept pairs. */
function final(rules: Rules, { merit, loads }: Trial): number[] {
  const at = rules.levels.length + 2;
  const squares = loads.reduce((sum, load) => sum + load * load, 0);
  return [...merit.slice(0, at), -squares, ...merit.slice(at)];
}

function idOrder(ids: readonly string[]): readonly number[] {
  return ids
    .map((id, index) => ({ id, index }))
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ index }) => index);
}

/** By UTF-16 code units, like the solver. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
