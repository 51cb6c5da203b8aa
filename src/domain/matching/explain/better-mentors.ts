/** «Почему не лучше»: mentors with a higher score, and what keeps them away. */
import { counted } from "../../language/plural";
import { CLOSED_RULES, codesOf, RULE_WORDS } from "../rules";
import type { Scene } from "../scene";
import type { BetterMentor, NameOf } from "./explanation";
import { hasFreePlace, type Standing } from "./standing";

const MOST_ALLOWED = 5;
const MOST_BROKEN = 3;
const MOST_HOLDERS = 5;

const OF_MENTORS = ["наставника", "наставников", "наставников"] as const;

export type Better = {
  readonly mentors: readonly BetterMentor[];
  readonly words: readonly string[];
};

/** Whom a closed rule keeps away is counted and not named. */
export function betterMentors(
  scene: Scene,
  standing: Standing,
  mentee: number,
  score: number,
  nameOf: NameOf,
): Better {
  const own = standing.mentorsOf[mentee] ?? [];
  const higher = scene.mentors
    .map((_, mentor) => mentor)
    .filter(
      (mentor) => !own.includes(mentor) && scene.score(mentee, mentor) > score,
    )
    .sort((a, b) => scene.score(mentee, b) - scene.score(mentee, a) || a - b);
  const allowed = higher.filter((mentor) => scene.broken(mentee, mentor) === 0);
  const broken = higher.filter((mentor) => scene.broken(mentee, mentor) !== 0);
  const nameable = broken.filter((mentor) => !isClosed(scene, mentee, mentor));
  const mentors = [
    ...allowed.slice(0, MOST_ALLOWED),
    ...nameable.slice(0, MOST_BROKEN),
  ].map((mentor) => describe(scene, standing, mentee, mentor, nameOf));
  const hidden = allowed.slice(MOST_ALLOWED);
  const free = hidden.filter((mentor) => hasFreePlace(scene, standing, mentor));
  const moreNameable = nameable.length - Math.min(nameable.length, MOST_BROKEN);
  const closed = broken.length - nameable.length;
  return {
    mentors,
    words: [
      ...(higher.length === 0
        ? ["Более высокого балла нет ни у одного наставника."]
        : []),
      ...mentors.map(({ words }) => words),
      ...more(hidden.length - free.length, "все места заняты"),
      ...more(free.length, "есть свободные места"),
      ...more(moreNameable, "не подходят по правилам"),
      ...more(closed, "не подходят: закрытые правила"),
    ],
  };
}

function isClosed(scene: Scene, mentee: number, mentor: number): boolean {
  return codesOf(scene.broken(mentee, mentor)).some((code) =>
    CLOSED_RULES.has(code),
  );
}

function describe(
  scene: Scene,
  standing: Standing,
  mentee: number,
  mentor: number,
  nameOf: NameOf,
): BetterMentor {
  const score = scene.score(mentee, mentor);
  const mentorId = scene.instance.mentors[mentor]?.id ?? "";
  const lead = `${nameOf(mentorId)} (${score}) – `;
  const bits = scene.broken(mentee, mentor);
  const base = { mentorId, score, holders: [] };
  if (bits !== 0) {
    const why = codesOf(bits).map((code) => RULE_WORDS[code].why);
    return {
      ...base,
      state: "rule",
      words: `${lead}не подходит: ${why.join("; ")}.`,
    };
  }
  if (hasFreePlace(scene, standing, mentor)) {
    return {
      ...base,
      state: "free",
      words: `${lead}есть свободное место, можно выбрать.`,
    };
  }
  const holders = (standing.menteesOf[mentor] ?? [])
    .map((other) => ({
      menteeId: scene.instance.mentees[other] ?? "",
      score: scene.score(other, mentor),
    }))
    .sort((a, b) => b.score - a.score);
  const shown = holders
    .slice(0, MOST_HOLDERS)
    .map((holder) => `${nameOf(holder.menteeId)} (${holder.score})`);
  const rest = holders.length - shown.length;
  const others = rest > 0 ? ` и ещё ${rest}` : "";
  return {
    ...base,
    state: "busy",
    holders,
    words:
      holders.length === 0
        ? `${lead}свободных мест нет.`
        : `${lead}все места заняты: ${shown.join(", ")}${others}.`,
  };
}

/** «Ещё у 12 наставников балл выше: не подходят по правилам.» */
function more(count: number, what: string): readonly string[] {
  return count === 0
    ? []
    : [`Ещё у ${counted(count, OF_MENTORS)} балл выше: ${what}.`];
}
