/** Why one mentee has no mentor, and the smallest changes that would help. */
import type { IdPair } from "../participant";
import { RULE_BIT } from "../rules";
import type { Scene } from "../scene";
import { changesHeading, changeWords, twoWords } from "./change-words";
import type {
  Change,
  ChangeKind,
  NameOf,
  UnmatchedExplanation,
} from "./explanation";
import { type Funnel, funnelOf } from "./funnel";
import type { Known } from "./near-options";
import { solveChanged, solveFirst } from "./re-solve";
import { hasFreePlace, type Standing, standingPairs } from "./standing";
import { type Trial, type Tried, trialsFor } from "./trials";
import { type TriedTwo, tryTwo } from "./two-changes";
import { noteOf, ownReason } from "./unmatched";
import { whatIf } from "./what-if";

const MOST_CHANGES = 6;
const MOST_OF_A_KIND = 2;
const MOST_FOR_OTHERS = 2;

/**
 * Each change is made and the best pairing found again, before it is promised;
 * its gain counts all people. Works with any pairs in the tab; when choosing
 * again is enough, that is the only change named.
 *
 * @param pairs - Those in the tab.
 * @throws RangeError if the mentee is not in the scene.
 */
export function explainUnmatched(
  scene: Scene,
  pairs: readonly IdPair[],
  menteeId: string,
  nameOf: NameOf,
): UnmatchedExplanation {
  const mentee = scene.menteeOf.get(menteeId);
  if (mentee === undefined) {
    throw new RangeError(`explainUnmatched: no mentee ${menteeId}`);
  }
  const standing = standingPairs(scene, pairs);
  const funnel = funnelFor(scene, standing, mentee);
  const { changes, heading } = changesFor(scene, standing, mentee, nameOf);
  const person = scene.mentees[mentee];
  const isOwn = person !== undefined && ownReason(person) !== null;
  return {
    ...noteOf(scene, standing, mentee),
    funnel: funnel.steps,
    funnelWords: isOwn ? `Если это исправить: ${funnel.words}` : funnel.words,
    changes,
    changesWords: heading,
  };
}

/** The mentors beside those there are; what lies with the mentee is left aside. */
function funnelFor(scene: Scene, standing: Standing, mentee: number): Funnel {
  const own = standing.mentorsOf[mentee] ?? [];
  const others = scene.mentors
    .map((_, mentor) => mentor)
    .filter((mentor) => !own.includes(mentor));
  return funnelOf(
    "mentors",
    others.map((mentor) => mentorsBits(scene, mentee, mentor)),
    (at) => hasFreePlace(scene, standing, others[at] ?? -1),
  );
}

/** Rules that the pair would break if nothing lay with the mentee as a person. */
function mentorsBits(scene: Scene, mentee: number, mentor: number): number {
  const person = scene.mentors[mentor];
  const ofMentee =
    RULE_BIT.CAPACITY_MENTEE |
    (person?.consent === "yes" ? RULE_BIT.CONSENT : 0) |
    (person?.active === true ? RULE_BIT.STATUS : 0) |
    ((person?.form ?? "").trim() === "" ? 0 : RULE_BIT.INCOMPLETE);
  return scene.broken(mentee, mentor) & ~ofMentee;
}

type Changes = {
  readonly changes: readonly Change[];
  readonly heading: string;
};

function changesFor(
  scene: Scene,
  standing: Standing,
  mentee: number,
  nameOf: NameOf,
): Changes {
  if (scene.contradictions.some(({ severity }) => severity === "error")) {
    return { changes: [], heading: changesHeading("contradiction") };
  }
  const known = solveFirst(scene.instance);
  if (known.status === "error") {
    return { changes: [], heading: known.message };
  }
  const best = standingPairs(scene, known.solution.pairs);
  const before = best.mentorsOf[mentee]?.length ?? 0;
  if (before > (standing.mentorsOf[mentee]?.length ?? 0)) {
    const rerun = withWords(scene, nameOf, {
      kind: "rerun",
      mentorId: null,
      criterion: null,
      amount: null,
      alteration: null,
      gain: best.count - standing.count,
      helps: true,
    });
    return { changes: [rerun], heading: changesHeading("helps") };
  }
  const tried = tryAll(scene, known, best, mentee);
  const helping = tried.filter(({ helps }) => helps);
  const isSmall = helping.some(({ kind }) => kind !== "new-mentor");
  const two = isSmall ? [] : tryTwo(scene, known, best, mentee, tryAll);
  const forOthers = tried
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST_FOR_OTHERS);
  const single =
    helping.length + two.length > 0 ? mostHelpful(helping) : forOthers;
  const heading = changesHeading(
    two.length > 0
      ? "two"
      : helping.length > 0
        ? "helps"
        : single.length > 0
          ? "others"
          : "nothing",
  );
  return {
    changes: [
      ...two.map((one) => asChange(scene, nameOf, one)),
      ...single.map((one) => withWords(scene, nameOf, one)),
    ],
    heading: isSame(standing, best) ? heading : `${heading} ${FROM_BEST}`,
  };
}

function asChange(scene: Scene, nameOf: NameOf, two: TriedTwo): Change {
  const { first, second, gain } = two;
  return {
    kind: "two",
    mentorId: second.mentorId ?? first.mentorId,
    criterion: second.criterion ?? first.criterion,
    amount: second.amount,
    gain,
    helps: true,
    words: twoWords(scene, nameOf, two),
  };
}

const FROM_BEST =
  "Считано от лучшего набора, пары на вкладке от него отличаются.";

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.count === other.count &&
    one.mentorsOf.every((own, mentee) =>
      own.every((mentor) => other.mentorsOf[mentee]?.includes(mentor)),
    )
  );
}

/** Nobody else may lose by it first; then from the smallest change on. */
function mostHelpful(helping: readonly Tried[]): readonly Tried[] {
  const counts = new Map<ChangeKind, number>();
  return [...helping]
    .sort((a, b) => Number(b.gain > 0) - Number(a.gain > 0))
    .filter(({ kind }) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= MOST_OF_A_KIND;
    })
    .slice(0, MOST_CHANGES);
}

/** Kinds whose later trials ask for more of the same than earlier ones. */
const LADDERS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  "reserve",
  "place",
  "threshold",
  "own-form",
  "new-mentor",
]);

/** @returns Every change tried, whether it helps or not, in the order tried. */
export function tryAll(
  scene: Scene,
  known: Known,
  best: Standing,
  mentee: number,
): readonly (Tried & Trial)[] {
  const tried: (Tried & Trial)[] = [];
  for (const trial of trialsFor(scene, best, mentee)) {
    const isEnough = tried.some(
      ({ kind, mentorId, helps }) =>
        helps &&
        LADDERS.has(kind) &&
        kind === trial.kind &&
        mentorId === trial.mentorId,
    );
    if (!isEnough) {
      const one = tryOne(scene, known, best, mentee, trial);
      const fewer = fewerPlaces(one);
      const other =
        fewer === null ? null : tryOne(scene, known, best, mentee, fewer);
      tried.push(other?.helps === one.helps ? other : one);
    }
  }
  return tried;
}

/** A new mentor needs no more places than pairs come of it. */
function fewerPlaces(tried: Tried & Trial): Trial | null {
  const { kind, gain, alteration } = tried;
  if (
    kind !== "new-mentor" ||
    alteration.kind !== "mentor" ||
    gain < 1 ||
    gain >= alteration.person.capacity
  ) {
    return null;
  }
  const person = { ...alteration.person, capacity: gain };
  return { ...tried, amount: gain, alteration: { kind: "mentor", person } };
}

function tryOne(
  scene: Scene,
  known: Known,
  best: Standing,
  mentee: number,
  trial: Trial,
): Tried & Trial {
  const { instance, seeds } = whatIf(scene, trial.alteration);
  const outcome = solveChanged(known, instance, seeds);
  const id = scene.instance.mentees[mentee];
  const before = best.mentorsOf[mentee]?.length ?? 0;
  return outcome.status === "error"
    ? { ...trial, gain: 0, helps: false }
    : {
        ...trial,
        gain: outcome.cardinality - known.solution.cardinality,
        helps: outcome.pairs.filter(([one]) => one === id).length > before,
      };
}

function withWords(scene: Scene, nameOf: NameOf, tried: Tried): Change {
  const { alteration: _, ...change } = tried;
  return { ...change, words: changeWords(scene, nameOf, tried) };
}
