/** The pairs that stand in the tab, by place in a scene. */
import type { IdPair } from "../participant";
import type { Scene } from "../scene";

export type Standing = {
  /** Mentors of each mentee and mentees of each mentor, by place. */
  readonly mentorsOf: readonly (readonly number[])[];
  readonly menteesOf: readonly (readonly number[])[];
  /** How many of the mentor's pairs stay whatever happens. */
  readonly lockedOf: readonly number[];
  /** Whether the pair is one of these. */
  readonly isLocked: (mentee: number, mentor: number) => boolean;
  readonly count: number;
};

/** Pairs of people who are not in the banks are left out, doubled ones count once. */
export function standingPairs(
  scene: Scene,
  pairs: readonly IdPair[],
): Standing {
  const mentorsOf: number[][] = scene.mentees.map(() => []);
  const menteesOf: number[][] = scene.mentors.map(() => []);
  const lockedOf = scene.mentors.map(() => 0);
  let count = 0;
  for (const [menteeId, mentorId] of pairs) {
    const mentee = scene.menteeOf.get(menteeId) ?? -1;
    const mentor = scene.mentorOf.get(mentorId) ?? -1;
    const own = mentorsOf[mentee];
    if (own !== undefined && mentor !== -1 && !own.includes(mentor)) {
      own.push(mentor);
      menteesOf[mentor]?.push(mentee);
      count += 1;
    }
  }
  // One more than there are: a new mentor may be asked about.
  const width = scene.mentors.length + 1;
  const locked = new Set<number>();
  for (const [mentee, mentor] of scene.instance.locked) {
    lockedOf[mentor] = (lockedOf[mentor] ?? 0) + 1;
    locked.add(mentee * width + mentor);
  }
  const isLocked = (mentee: number, mentor: number) =>
    locked.has(mentee * width + mentor);
  return { mentorsOf, menteesOf, lockedOf, isLocked, count };
}

/** Mentors that the mentee of a place wants. */
export function wantsOf(scene: Scene, mentee: number): number {
  return scene.instance.demand?.[mentee] ?? 1;
}

/** @returns Whether the mentor can take one more beside the pairs that stand. */
export function hasFreePlace(
  scene: Scene,
  { menteesOf }: Standing,
  mentor: number,
): boolean {
  return (menteesOf[mentor]?.length ?? 0) < (scene.places[mentor] ?? 0);
}
