/** The small changes worth trying for a mentee without a mentor. */
import type { Participant } from "../participant";
import { codesOf, RULE_BIT, type RuleCode } from "../rules";
import type { Scene } from "../scene";
import type { Change } from "./explanation";
import { gapTrials } from "./gap-trials";
import { newMentorTrials } from "./new-mentor-trial";
import { placeTrials, reserveTrials } from "./place-trials";
import { hasFreePlace, type Standing, wantsOf } from "./standing";
import { ownReason } from "./unmatched";
import { type Alteration, CRITERION_RULES } from "./what-if";

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
const MOST_THRESHOLDS = 3;
const MOST_FORMS = 3;

const NOTHING = {
  mentorId: null,
  criterion: null,
  amount: null,
} as const;

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
        ...reserveTrials(scene, standing, mentee, waiting),
        ...placeTrials(scene, standing, mentee, waiting),
        ...banTrials(scene, mentee, person),
        ...mustTrials(scene),
        ...gapTrials(scene, person),
        ...thresholdTrials(scene, mentee),
        ...newMentorTrials(scene, person, waiting.length),
      ]
    : ownTrials(scene, standing, person);
}

/** Rules beside criteria that some small change lifts. */
const LIFTED: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "CONSENT",
  "STATUS",
  "INCOMPLETE",
  "CAPACITY_MENTOR",
  "NEVER_PAIR",
  "MIN_SCORE",
]);

/** Whether one more change could do for the pair what is left to be done. */
function isOneMore(rest: number): boolean {
  const codes = codesOf(rest);
  return (
    codes.length === 1 &&
    codes.every((code) => LIFTED.has(code) || CRITERION_RULES.has(code))
  );
}

/**
 * Changes that alone do nothing, but after which another one may help; those
 * that concern the fewest people first.
 */
export function firstSteps(
  scene: Scene,
  standing: Standing,
  mentee: number,
): readonly Trial[] {
  const person = scene.mentees[mentee];
  if (person === undefined) {
    return [];
  }
  return ownReason(person) === null
    ? [
        ...mentorTrials(scene, mentee, person),
        ...banTrials(scene, mentee, person),
        ...mentorTrials(scene, mentee, person, isOneMore),
        ...banTrials(scene, mentee, person, isOneMore),
        ...mustTrials(scene),
        ...gapTrials(scene, person),
        ...thresholdTrials(scene, mentee),
      ]
    : ownTrials(scene, standing, person);
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
function ownTrials(
  scene: Scene,
  standing: Standing,
  person: Participant,
): readonly Trial[] {
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
      return likelyForms(scene, standing).map((form) =>
        mended("own-form", { form }),
      );
    default:
      return [];
  }
}

/** Forms of the mentors, those with free places first, then the most frequent. */
function likelyForms(scene: Scene, standing: Standing): readonly string[] {
  const counts = new Map<string, number>();
  scene.mentors.forEach(({ form }, mentor) => {
    if (form !== null && form.trim() !== "") {
      // One free place weighs more than any number of mentors without.
      const weight = hasFreePlace(scene, standing, mentor)
        ? scene.mentors.length + 1
        : 1;
      counts.set(form, (counts.get(form) ?? 0) + weight);
    }
  });
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(([form]) => form);
}

/** What else than one rule the pairs of a mentor may break. */
type IsLeft = (rest: number) => boolean;

const nothingLeft: IsLeft = (rest) => rest === 0;

/** Mentors whose pair with the mentee breaks one rule and what is left, best first. */
function mentorsBut(
  scene: Scene,
  mentee: number,
  bit: number,
  isLeft: IsLeft,
): readonly Participant[] {
  return scene.mentors
    .map((person, mentor) => ({ person, mentor }))
    .filter(({ mentor }) => {
      const broken = scene.broken(mentee, mentor);
      return (broken & bit) !== 0 && isLeft(broken & ~bit);
    })
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
  isLeft = nothingLeft,
): readonly Trial[] {
  const mended = (
    kind: Trial["kind"],
    bit: number,
    change: Partial<Participant>,
  ): readonly Trial[] =>
    mentorsBut(scene, mentee, bit, isLeft)
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

/** Bans of the curator's own rows; what people refused themselves stays. */
function banTrials(
  scene: Scene,
  mentee: number,
  { id }: Participant,
  isLeft = nothingLeft,
): readonly Trial[] {
  return mentorsBut(scene, mentee, RULE_BIT.NEVER_PAIR, isLeft)
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
