/** Places that could be had for a mentee: out of a reserve, or more of them. */
import type { Participant } from "../participant";
import { placesOf } from "../place-locks";
import { RULE_BIT } from "../rules";
import type { Scene } from "../scene";
import type { Standing } from "./standing";
import type { Trial } from "./trials";

/** How many mentors are tried, and with how many places (chosen, for the cost). */
const MOST_MENTORS = 2;
const MOST_PLACES = 3;

/**
 * More places at a mentor who fits. Of the others without a mentor those with a
 * higher score would take the places first, so only mentors are tried where they
 * are few, with as many places as they and the mentee need, then with places
 * for their equals too.
 *
 * @param waiting - Others who have fewer mentors than they want.
 */
export function placeTrials(
  scene: Scene,
  standing: Standing,
  mentee: number,
  waiting: readonly number[],
): readonly Trial[] {
  return queues(scene, standing, mentee, waiting)
    .slice(0, MOST_MENTORS)
    .flatMap(({ person, needs }) =>
      needs.map((more): Trial => {
        const capacity = placesOf(person) + more;
        return {
          kind: "place",
          mentorId: person.id,
          criterion: null,
          amount: more,
          alteration: { kind: "mentor", person: { ...person, capacity } },
        };
      }),
    );
}

/** The same places out of the reserve, where there is one, down to none of it. */
export function reserveTrials(
  scene: Scene,
  standing: Standing,
  mentee: number,
  waiting: readonly number[],
): readonly Trial[] {
  const reserved = new Set(scene.rules.reserve.map(({ mentor }) => mentor));
  return queues(scene, standing, mentee, waiting)
    .map((queue) => ({
      ...queue,
      // What is reserved beyond the places there are keeps nothing free.
      hidden: placesOf(queue.person) - (scene.places[queue.mentor] ?? 0),
    }))
    .filter(({ person, hidden }) => reserved.has(person.id) && hidden > 0)
    .slice(0, MOST_MENTORS)
    .flatMap(({ person, needs, hidden }) =>
      [...new Set([...needs.filter((more) => more < hidden), hidden])].map(
        (more): Trial => ({
          kind: "reserve",
          mentorId: person.id,
          criterion: null,
          amount: hidden - more,
          alteration: {
            kind: "reserve",
            mentor: person.id,
            places: hidden - more,
          },
        }),
      ),
    );
}

type Queue = {
  readonly person: Participant;
  readonly mentor: number;
  /** Places that are needed so that the mentee gets one, fewest first. */
  readonly needs: readonly number[];
};

/** Mentors who fit, those with the shortest queue first. */
function queues(
  scene: Scene,
  standing: Standing,
  mentee: number,
  waiting: readonly number[],
): readonly Queue[] {
  const own = standing.mentorsOf[mentee] ?? [];
  const fits = (one: number, mentor: number) =>
    (scene.broken(one, mentor) & ~RULE_BIT.CAPACITY_MENTOR) === 0;
  return scene.mentors
    .map((person, mentor) => ({ person, mentor }))
    .filter(({ mentor }) => !own.includes(mentor) && fits(mentee, mentor))
    .map(({ person, mentor }) => {
      const score = scene.score(mentee, mentor);
      const rivals = waiting.filter((other) => fits(other, mentor));
      const before = rivals.filter(
        (other) => scene.score(other, mentor) > score,
      ).length;
      const equals = rivals.filter(
        (other) => scene.score(other, mentor) === score,
      ).length;
      return { person, mentor, score, before, equals };
    })
    .filter(({ before }) => before < MOST_PLACES)
    .sort(
      (a, b) => a.before - b.before || a.equals - b.equals || b.score - a.score,
    )
    .map(({ person, mentor, before, equals }) => ({
      person,
      mentor,
      needs: [
        ...new Set([before + 1, Math.min(before + equals + 1, MOST_PLACES)]),
      ],
    }));
}
