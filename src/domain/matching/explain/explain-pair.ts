/** Why a pair is as good as it is, and what would come of another one. */
import type { IdPair } from "../participant";
import {
  CLOSED_RULES,
  codesOf,
  FIRM_RULES,
  RULE_BIT,
  RULE_WORDS,
} from "../rules";
import type { Scene } from "../scene";
import { betterMentors } from "./better-mentors";
import type { NameOf, PairExplanation, Rank } from "./explanation";
import { pairChange } from "./pair-change";
import { type Standing, standingPairs, wantsOf } from "./standing";

/**
 * @param pairs - Those in the tab, whether the best or not.
 * @throws RangeError if one of the two is not in the scene.
 */
export function explainPair(
  scene: Scene,
  pairs: readonly IdPair[],
  menteeId: string,
  mentorId: string,
  nameOf: NameOf,
): PairExplanation {
  const mentee = scene.menteeOf.get(menteeId);
  const mentor = scene.mentorOf.get(mentorId);
  if (mentee === undefined || mentor === undefined) {
    throw new RangeError(`explainPair: no pair ${menteeId} – ${mentorId}`);
  }
  const standing = standingPairs(scene, pairs);
  const isStanding = standing.mentorsOf[mentee]?.includes(mentor) ?? false;
  const detail = scene.detail(mentee, mentor);
  const ranks = ranksOf(scene, mentee, mentor, isStanding);
  const better = betterMentors(scene, standing, mentee, detail.score, nameOf);
  const change = pairChange(scene, mentee, mentor, isStanding, nameOf);
  return {
    menteeId,
    mentorId,
    standing: isStanding,
    score: detail.score,
    completeness: detail.completeness,
    parts: detail.parts.map(({ key, points, most, sentence }) => {
      const name = criterionName(scene, key);
      const words = `${name} – ${points} из ${most}. ${sentence}`.trim();
      return { name, points, words };
    }),
    missing: detail.missing
      .map(({ sentence }) => sentence)
      .filter((sentence) => sentence !== ""),
    reasons: detail.reasons,
    doubt: detail.doubt,
    ...ranks,
    rankWords: rankWords(ranks),
    better: better.mentors,
    betterWords: better.words,
    change: change.change,
    changeWords: change.words,
    broken: brokenRules(scene, standing, mentee, mentor),
  };
}

function criterionName({ criteria }: Scene, key: string): string {
  const name = criteria.find((one) => one.key === key)?.name ?? key;
  return name.replace(/\s+/g, " ").trim();
}

type Ranks = Pick<PairExplanation, "rankOfMentor" | "rankOfMentee">;

/** The place of each among all whom the other may have. */
function ranksOf(
  scene: Scene,
  mentee: number,
  mentor: number,
  isStanding: boolean,
): Ranks {
  const own = scene.score(mentee, mentor);
  if (scene.broken(mentee, mentor) !== 0 && !isStanding) {
    return { rankOfMentor: null, rankOfMentee: null };
  }
  const mentorScores = scene.mentors.flatMap((_, other) =>
    other !== mentor && scene.broken(mentee, other) === 0
      ? [scene.score(mentee, other)]
      : [],
  );
  const menteeScores = scene.mentees.flatMap((_, other) =>
    other !== mentee && scene.broken(other, mentor) === 0
      ? [scene.score(other, mentor)]
      : [],
  );
  return {
    rankOfMentor: rankAmong(own, mentorScores),
    rankOfMentee: rankAmong(own, menteeScores),
  };
}

function rankAmong(own: number, others: readonly number[]): Rank {
  return {
    place: 1 + others.filter((score) => score > own).length,
    of: 1 + others.length,
    equals: others.filter((score) => score === own).length,
  };
}

function rankWords({ rankOfMentor, rankOfMentee }: Ranks): string {
  if (rankOfMentor === null || rankOfMentee === null) {
    return "Эту пару по правилам не предложить.";
  }
  return `По баллу: среди возможных наставников – ${placeWords(rankOfMentor)}, среди возможных наставляемых – ${placeWords(rankOfMentee)}.`;
}

/** «2-й из 14 (столько же ещё у 3)» */
function placeWords({ place, of, equals }: Rank): string {
  const same = equals === 0 ? "" : ` (столько же ещё у ${equals})`;
  return `${place}-й из ${of}${same}`;
}

/** The curator's hand may set aside all but the firm rules. */
function brokenRules(
  scene: Scene,
  standing: Standing,
  mentee: number,
  mentor: number,
): PairExplanation["broken"] {
  const bits =
    scene.broken(mentee, mentor) | overfull(scene, standing, mentee, mentor);
  const codes = codesOf(bits);
  const open = codes
    .filter((code) => !CLOSED_RULES.has(code))
    .map((code) => ({
      code,
      mayOverride: !FIRM_RULES.has(code),
      words: ruleWords(RULE_WORDS[code].why, !FIRM_RULES.has(code)),
    }));
  const closed = codes.filter((code) => CLOSED_RULES.has(code));
  const mayOverride = closed.every((code) => !FIRM_RULES.has(code));
  return closed.length === 0
    ? open
    : [
        ...open,
        {
          code: null,
          mayOverride,
          words: ruleWords(RULE_WORDS.CLEARANCE.why, mayOverride),
        },
      ];
}

function ruleWords(why: string, mayOverride: boolean): string {
  return mayOverride
    ? `Правило не соблюдено: ${why}. Оставить пару может только решение куратора с указанием причины.`
    : `Правило не соблюдено: ${why}. Такая пара не допускается.`;
}

/** More pairs stand than there are places, or mentors wanted. */
function overfull(
  scene: Scene,
  { mentorsOf, menteesOf }: Standing,
  mentee: number,
  mentor: number,
): number {
  const isStanding = mentorsOf[mentee]?.includes(mentor) ?? false;
  const load = menteesOf[mentor]?.length ?? 0;
  const has = mentorsOf[mentee]?.length ?? 0;
  const isMentorOver = isStanding && load > (scene.places[mentor] ?? 0);
  const isMenteeOver = isStanding && has > wantsOf(scene, mentee);
  return (
    (isMentorOver ? RULE_BIT.CAPACITY_MENTOR : 0) |
    (isMenteeOver ? RULE_BIT.CAPACITY_MENTEE : 0)
  );
}
