/** What one set of pairs has that another has not, and why pairs are lost. */
import type { IdPair } from "../participant";
import { CLOSED_RULES, codesOf, RULE_WORDS } from "../rules";
import type { Scene } from "../scene";
import type { DifferenceList, NameOf } from "./explanation";
import { turnsBetween } from "./moves";
import { type Standing, standingPairs } from "./standing";

/**
 * Mentee by mentee: a mentor given up and another taken is one change.
 *
 * @param scene - The people and rules of the later pairs; without it no reasons
 *   are told.
 */
export function differenceList(
  oldPairs: readonly IdPair[],
  newPairs: readonly IdPair[],
  nameOf: NameOf,
  scene?: Scene,
): DifferenceList {
  const why = reasonsIn(scene, newPairs);
  const kept: IdPair[] = [];
  const fresh: IdPair[] = [];
  const changed: DifferenceList["changed"][number][] = [];
  const lost: DifferenceList["lost"][number][] = [];
  for (const turn of turnsBetween(oldPairs, newPairs)) {
    const { menteeId, before, after } = turn;
    kept.push(...turn.kept.map((id): IdPair => [menteeId, id]));
    const both = Math.min(before.length, after.length);
    before.slice(0, both).forEach((from, at) => {
      const to = after[at] ?? "";
      changed.push({ menteeId, from, to, why: why(menteeId, from, to) });
    });
    fresh.push(...after.slice(both).map((id): IdPair => [menteeId, id]));
    for (const id of before.slice(both)) {
      lost.push({ pair: [menteeId, id], why: why(menteeId, id, null) });
    }
  }
  return {
    kept,
    fresh,
    changed,
    lost,
    summary: `Осталось ${kept.length} · новых ${fresh.length} · изменено ${changed.length} · потеряно ${lost.length}`,
    words: [
      ...lost.map(
        ({ pair: [mentee, mentor], why }) =>
          `Потеряна: ${nameOf(mentor)} – ${nameOf(mentee)}.${spaced(why)}`,
      ),
      ...changed.map(
        ({ menteeId, from, to, why }) =>
          `Изменена: ${nameOf(menteeId)} – ${nameOf(from)} → ${nameOf(to)}.${spaced(why)}`,
      ),
      ...fresh.map(
        ([mentee, mentor]) => `Новая: ${nameOf(mentor)} – ${nameOf(mentee)}.`,
      ),
    ],
  };
}

function spaced(sentence: string): string {
  return sentence === "" ? "" : ` ${sentence}`;
}

/** Why a pair that was is no more, one sentence, or "" when it is not known. */
type Reasons = (
  menteeId: string,
  from: string,
  /** The mentor taken instead. */
  to: string | null,
) => string;

function reasonsIn(
  scene: Scene | undefined,
  newPairs: readonly IdPair[],
): Reasons {
  if (scene === undefined) {
    return () => "";
  }
  const standing = standingPairs(scene, newPairs);
  return (menteeId, from, to) => {
    const mentee = scene.menteeOf.get(menteeId);
    const mentor = scene.mentorOf.get(from);
    if (mentee === undefined) {
      return "Наставляемого больше нет в банке.";
    }
    if (mentor === undefined) {
      return "Наставника больше нет в банке.";
    }
    const other = to === null ? undefined : scene.mentorOf.get(to);
    return (
      brokenWords(scene.broken(mentee, mentor)) ??
      (other === undefined
        ? placesWords(scene, standing, mentee, mentor)
        : scoreWords(scene.score(mentee, mentor), scene.score(mentee, other)))
    );
  };
}

/** A rule is broken now; closed ones are only called so. */
function brokenWords(bits: number): string | null {
  if (bits === 0) {
    return null;
  }
  const open = codesOf(bits).filter((code) => !CLOSED_RULES.has(code));
  const why = [
    ...open.map((code) => RULE_WORDS[code].why),
    ...(codesOf(bits).length > open.length ? [RULE_WORDS.CLEARANCE.why] : []),
  ];
  return `Больше не подходит: ${why.join("; ")}.`;
}

function placesWords(
  scene: Scene,
  { menteesOf }: Standing,
  mentee: number,
  mentor: number,
): string {
  const own = scene.score(mentee, mentor);
  const others = menteesOf[mentor] ?? [];
  if (others.length < (scene.places[mentor] ?? 0)) {
    return "Место наставника свободно: пару можно вернуть.";
  }
  return others.every((other) => scene.score(other, mentor) > own)
    ? "Место досталось тем, у кого балл выше."
    : "Мест не хватило: так в сумме пар или баллов больше.";
}

function scoreWords(before: number, after: number): string {
  return after > before
    ? `Балл выше: ${before} → ${after}.`
    : `Балл ${before} → ${after}: так в сумме пар или баллов больше.`;
}
