/** Tries every pairing of a small instance: the yardstick of the solver's tests. */
import type { PairingInstance } from "../pairing";

/** What the objective compares, most important first. */
export type Merit = {
  readonly cardinality: number;
  readonly total: number;
  /** Ascending. */
  readonly scores: readonly number[];
  readonly squares: number;
  /**
   * Per mentee in id order the position of the mentor in id order; the number
   * of mentors for none.
   */
  readonly choice: readonly number[];
};

type Trial = {
  readonly instance: PairingInstance;
  readonly partner: number[];
  readonly loads: number[];
  best: Merit | null;
};

/** @returns The merit of the best pairing; exponential, for up to about 6 × 6. */
export function bestMerit(instance: PairingInstance): Merit {
  const trial: Trial = {
    instance,
    partner: instance.mentees.map(() => -1),
    loads: instance.mentors.map(() => 0),
    best: null,
  };
  for (const [mentee, mentor] of instance.locked) {
    trial.partner[mentee] = mentor;
    trial.loads[mentor] = (trial.loads[mentor] ?? 0) + 1;
  }
  tryFrom(trial, 0);
  if (trial.best === null) {
    throw new RangeError("bestMerit: nothing was tried");
  }
  return trial.best;
}

function tryFrom(trial: Trial, mentee: number): void {
  const { instance, partner, loads } = trial;
  if (mentee === instance.mentees.length) {
    const merit = meritOf(instance, partner);
    if (trial.best === null || isBetter(merit, trial.best)) {
      trial.best = merit;
    }
    return;
  }
  if (instance.locked.some(([locked]) => locked === mentee)) {
    tryFrom(trial, mentee + 1);
    return;
  }
  tryFrom(trial, mentee + 1);
  const row = instance.options[mentee] ?? [];
  for (let at = 0; at < row.length; at += 2) {
    const mentor = row[at] ?? 0;
    const isBlocked = instance.blocked.some(
      (pair) => pair[0] === mentee && pair[1] === mentor,
    );
    const load = loads[mentor] ?? 0;
    if (!isBlocked && load < (instance.mentors[mentor]?.capacity ?? 0)) {
      partner[mentee] = mentor;
      loads[mentor] = load + 1;
      tryFrom(trial, mentee + 1);
      loads[mentor] = load;
      partner[mentee] = -1;
    }
  }
}

/** @param partner - Mentor index per mentee, -1 for none. */
export function meritOf(
  instance: PairingInstance,
  partner: readonly number[],
): Merit {
  const loads = instance.mentors.map(() => 0);
  const scores: number[] = [];
  partner.forEach((mentor, mentee) => {
    if (mentor !== -1) {
      loads[mentor] = (loads[mentor] ?? 0) + 1;
      const row = instance.options[mentee] ?? [];
      const at = row.findIndex((value, i) => i % 2 === 0 && value === mentor);
      scores.push(row[at + 1] ?? Number.NaN);
    }
  });
  const mentorOrder = order(instance.mentors.map(({ id }) => id));
  return {
    cardinality: scores.length,
    total: scores.reduce((sum, score) => sum + score, 0),
    scores: scores.sort((a, b) => a - b),
    squares: loads.reduce((sum, load) => sum + load * load, 0),
    choice: order(instance.mentees).map((mentee) => {
      const mentor = partner[mentee] ?? -1;
      return mentor === -1 ? mentorOrder.length : mentorOrder.indexOf(mentor);
    }),
  };
}

function order(ids: readonly string[]): readonly number[] {
  return ids
    .map((id, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ index }) => index);
}

function isBetter(a: Merit, b: Merit): boolean {
  return (
    firstOf(
      a.cardinality - b.cardinality,
      a.total - b.total,
      compare(a.scores, b.scores),
      b.squares - a.squares,
      compare(b.choice, a.choice),
    ) > 0
  );
}

function firstOf(...differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}

function compare(a: readonly number[], b: readonly number[]): number {
  return firstOf(...a.map((value, index) => value - (b[index] ?? 0)));
}
