/** The small changes worth trying for a mentee without a mentor. */
import type { Participant } from "../participant";
import { placesOf } from "../place-locks";
import { RULE_BIT } from "../rules";
import type { Scene } from "../scene";
import type { Change } from "./explanation";
import { gapTrials } from "./gap-trials";
import { newMentorTrials } from "./new-mentor-trial";
import { type Standing, wantsOf } from "./standing";
import { ownReason } from "./unmatched";
import type { Alteration } from "./what-if";

/** What would be otherwise, and what the words about it need. */
export type Trial = Pick<
  Change,
  "kind" | "mentorId" | "criterion" | "amount"
> & { readonly alteration: Alteration };

/** A change that was made and solved. */
export type Tried = Omit<Change, "words"> & {
  /** None when choosing again is enough. */
  readonly alteration: Alteration | null;
};

/** How many of a sort are tried: the nearest ones (chosen, for the cost). */
const MOST_MENTORS = 2;
const MOST_PLACES = 3;
const MOST_THRESHOLDS = 3;
const MOST_FORMS = 3;

const NOTHING = { mentorId: null, criterion: null, amount: null } as const;

/**
 * From the smallest change to the largest. Closed rules are never put in
 * question, and a withdrawn consent is nobody's to give back.
 *
 * @param standing - The pairs of the best pairing.
 */
export function trialsFor(
  scene: Scene,
  standing: Standing,
  mentee: number,
): readonly Trial[] {
  const person = scene.mentees[mentee];
  if (person === undefined) {
    return [];
  }
  const waiting = waitingBeside(scene, standing, mentee);
  return ownReason(person) === null
    ? [
        ...mentorTrials(scene, mentee, person),
        ...placeTrials(scene, standing, mentee, waiting),
        ...banTrials(scene, mentee, person),
        ...mustTrials(scene),
        ...gapTrials(scene, person),
        ...thresholdTrials(scene, mentee),
        ...newMentorTrials(scene, person, waiting.length),
      ]
    : ownTrials(scene, person);
}

/** Others who have fewer mentors than they want. */
function waitingBeside(
  scene: Scene,
  standing: Standing,
  mentee: number,
): readonly number[] {
  return scene.mentees
    .map((_, other) => other)
    .filter(
      (other) =>
        other !== mentee &&
        (standing.mentorsOf[other]?.length ?? 0) < wantsOf(scene, other),
    );
}

/** Mends what lies with the mentee. */
function ownTrials(scene: Scene, person: Participant): readonly Trial[] {
  const mended = (
    kind: Trial["kind"],
    change: Partial<Participant>,
  ): Trial => ({
    ...NOTHING,
    kind,
    alteration: { kind: "mentee", person: { ...person, ...change } },
  });
  switch (ownReason(person)) {
    case "NO_CONSENT":
      return [mended("own-consent", { consent: "yes" })];
    case "EXCLUDED":
      return person.active ? [] : [mended("own-status", { active: true })];
    case "INCOMPLETE":
      return commonForms(scene).map((form) => mended("own-form", { form }));
    default:
      return [];
  }
}

/** Forms of the mentors, the most frequent first. */
function commonForms({ mentors }: Scene): readonly string[] {
  const counts = new Map<string, number>();
  for (const { form } of mentors) {
    if (form !== null && form.trim() !== "") {
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(([form]) => form);
}

/** Mentors whose pair with the mentee breaks these rules and no other, best first. */
function mentorsBut(
  scene: Scene,
  mentee: number,
  bits: number,
): readonly Participant[] {
  return scene.mentors
    .map((person, mentor) => ({ person, mentor }))
    .filter(({ mentor }) => scene.broken(mentee, mentor) === bits)
    .sort(
      (a, b) =>
        scene.score(mentee, b.mentor) - scene.score(mentee, a.mentor) ||
        a.mentor - b.mentor,
    )
    .map(({ person }) => person);
}

/** Mends what lies with one mentor. */
function mentorTrials(
  scene: Scene,
  mentee: number,
  { form }: Participant,
): readonly Trial[] {
  const mended = (
    kind: Trial["kind"],
    bits: number,
    change: Partial<Participant>,
  ): readonly Trial[] =>
    mentorsBut(scene, mentee, bits)
      .filter(({ consent }) => consent !== "withdrawn")
      .slice(0, MOST_MENTORS)
      .map((mentor) => ({
        ...NOTHING,
        kind,
        mentorId: mentor.id,
        alteration: { kind: "mentor", person: { ...mentor, ...change } },
      }));
  return [
    ...mended("mentor-consent", RULE_BIT.CONSENT, { consent: "yes" }),
    ...mended("mentor-form", RULE_BIT.INCOMPLETE, { form }),
    ...mended("mentor-status", RULE_BIT.STATUS, { active: true }),
  ];
}

/**
 * More places at a mentor who fits. Of the others without a mentor those with a
 * higher score would take the places first, so only mentors are tried where they
 * are few, with as many places as they and the mentee need, then with places
 * for their equals too.
 */
function placeTrials(
  scene: Scene,
  standing: Standing,
  mentee: number,
  waiting: readonly number[],
): readonly Trial[] {
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
      return { person, score, before, equals };
    })
    .filter(({ before }) => before < MOST_PLACES)
    .sort(
      (a, b) => a.before - b.before || a.equals - b.equals || b.score - a.score,
    )
    .slice(0, MOST_MENTORS)
    .flatMap(({ person, before, equals }) =>
      [
        ...new Set([before + 1, Math.min(before + equals + 1, MOST_PLACES)]),
      ].map((more) => {
        const capacity = placesOf(person) + more;
        return {
          ...NOTHING,
          kind: "place",
          mentorId: person.id,
          amount: more,
          alteration: { kind: "mentor", person: { ...person, capacity } },
        } as const;
      }),
    );
}

/** Bans of the curator's own rows; what people refused themselves stays. */
function banTrials(
  scene: Scene,
  mentee: number,
  { id }: Participant,
): readonly Trial[] {
  return mentorsBut(scene, mentee, RULE_BIT.NEVER_PAIR)
    .filter((mentor) =>
      scene.rules.never.some(
        ([one, other]) => one === id && other === mentor.id,
      ),
    )
    .slice(0, MOST_MENTORS)
    .map((mentor) => ({
      ...NOTHING,
      kind: "never",
      mentorId: mentor.id,
      alteration: { kind: "unban", mentee: id, mentor: mentor.id },
    }));
}

/** «обязательно» becomes «важно», one criterion at a time. */
function mustTrials({ criteria }: Scene): readonly Trial[] {
  return criteria
    .filter(({ weight }) => weight === "must")
    .map((criterion) => ({
      ...NOTHING,
      kind: "soften",
      criterion: criterion.key,
      alteration: {
        kind: "criterion",
        criterion: { ...criterion, weight: "important" },
      },
    }));
}

/** The threshold falls to the next scores that would let the mentee in. */
function thresholdTrials(scene: Scene, mentee: number): readonly Trial[] {
  const scores = scene.mentors.flatMap((_, mentor) =>
    scene.broken(mentee, mentor) === RULE_BIT.MIN_SCORE
      ? [scene.score(mentee, mentor)]
      : [],
  );
  return [...new Set(scores)]
    .sort((a, b) => b - a)
    .slice(0, MOST_THRESHOLDS)
    .map((minScore) => ({
      ...NOTHING,
      kind: "threshold",
      amount: minScore,
      alteration: { kind: "threshold", minScore },
    }));
}
