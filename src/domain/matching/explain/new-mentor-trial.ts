/** Somebody new who answers what a mentee asks for. */
import type { Criterion } from "../criteria";
import type { Participant } from "../participant";
import { placesOf } from "../place-locks";
import type { Scene } from "../scene";
import type { Trial } from "./trials";

/** Kinds of criteria that a new mentor meets by giving the mentee's own answers. */
const MEETS: ReadonlySet<Criterion["kind"]> = new Set<Criterion["kind"]>([
  "covers-need",
  "time-overlap",
  "format",
  "same",
]);

/** More places than a mentor of any programme has are not asked for (chosen). */
const MOST_PLACES = 10;

/**
 * With as many places as is usual, and with enough for all who wait.
 *
 * @param waiting - How many want a mentor besides.
 */
export function newMentorTrials(
  scene: Scene,
  mentee: Participant,
  waiting: number,
): readonly Trial[] {
  const usual = usualPlaces(scene, mentee.form);
  const enough = Math.max(usual, Math.min(waiting + 1, MOST_PLACES));
  const last = scene.mentors[scene.mentors.length - 1]?.id ?? "";
  const person: Participant = {
    // Comes after all others, and is nobody's.
    id: `${last}+`,
    role: "mentor",
    form: mentee.form,
    capacity: usual,
    headcount: 1,
    consent: "yes",
    active: true,
    personKey: null,
    answers: answersFor(scene, mentee),
  };
  return [...new Set([usual, enough])].map((capacity) => ({
    kind: "new-mentor",
    mentorId: null,
    criterion: null,
    amount: capacity,
    alteration: { kind: "mentor", person: { ...person, capacity } },
  }));
}

/** The keys are headers of the curator's own: entries keep any of them apart. */
function answersFor(
  { criteria }: Scene,
  { answers }: Participant,
): Participant["answers"] {
  return Object.fromEntries(
    criteria.flatMap(({ kind, menteeField, mentorField, weight }) => {
      const wanted = answers[menteeField];
      return weight !== "off" && MEETS.has(kind) && wanted !== undefined
        ? [[mentorField, wanted]]
        : [];
    }),
  );
}

/** The middle number of places of the mentors of a form, at least 1. */
function usualPlaces({ mentors }: Scene, form: string | null): number {
  const places = mentors
    .filter((one) => one.form === form)
    .map(placesOf)
    .sort((a, b) => a - b);
  return Math.max(1, places[Math.floor(places.length / 2)] ?? 1);
}
