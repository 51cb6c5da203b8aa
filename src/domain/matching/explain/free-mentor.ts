/** Why a mentor is left with free places. */
import { counted, plural } from "../../language/plural";
import type { IdPair, Participant } from "../participant";
import { placesOf } from "../place-locks";
import { codesOf, RULE_BIT, type RuleCode } from "../rules";
import type { Scene } from "../scene";
import type {
  FreeMentorCode,
  FreeMentorExplanation,
  NameOf,
} from "./explanation";
import { funnelOf } from "./funnel";
import { type Standing, standingPairs, wantsOf } from "./standing";
import { ownReason } from "./unmatched";
import { causesOf } from "./unmatched-words";

const MOST_SHOWN = 5;

const OF_MENTEES = ["наставляемого", "наставляемых", "наставляемых"] as const;
const PLACES = ["место", "места", "мест"] as const;

/** One mentee in the eyes of the mentor. */
type View = {
  readonly mentee: number;
  /** Rules broken, those of places aside. */
  readonly bits: number;
  readonly score: number;
};

/**
 * @param pairs - Those in the tab, whether the best or not.
 * @throws RangeError if the mentor is not in the scene.
 */
export function explainFreeMentor(
  scene: Scene,
  pairs: readonly IdPair[],
  mentorId: string,
  nameOf: NameOf,
): FreeMentorExplanation {
  const mentor = scene.mentorOf.get(mentorId);
  const person = scene.mentors[mentor ?? -1];
  if (mentor === undefined || person === undefined) {
    throw new RangeError(`explainFreeMentor: no mentor ${mentorId}`);
  }
  const standing = standingPairs(scene, pairs);
  const own = standing.menteesOf[mentor] ?? [];
  const views = scene.mentees
    .map(
      (_, mentee): View => ({
        mentee,
        bits: menteesBits(scene, mentee, mentor),
        score: scene.score(mentee, mentor),
      }),
    )
    .filter(({ mentee }) => !own.includes(mentee));
  const isOpen = ({ mentee }: View) =>
    (standing.mentorsOf[mentee]?.length ?? 0) < wantsOf(scene, mentee);
  const funnel = funnelOf(
    "mentees",
    views.map(({ bits }) => bits),
    (at) => views[at] !== undefined && isOpen(views[at]),
  );
  const fitting = views.filter(({ bits }) => bits === 0);
  const code = codeOf(
    scene,
    person,
    mentor,
    own.length,
    views,
    fitting.some(isOpen),
  );
  return {
    mentorId,
    code,
    places: scene.places[mentor] ?? 0,
    taken: own.length,
    funnel: funnel.steps,
    funnelWords: funnel.words,
    words: inWords(scene, standing, code, person, views, fitting, nameOf),
  };
}

/** Rules that the pair would break if nothing lay with the mentor as a person. */
function menteesBits(scene: Scene, mentee: number, mentor: number): number {
  const person = scene.mentees[mentee];
  const ofMentor =
    RULE_BIT.CAPACITY_MENTOR |
    (person?.consent === "yes" ? RULE_BIT.CONSENT : 0) |
    (person?.active === true ? RULE_BIT.STATUS : 0) |
    ((person?.form ?? "").trim() === "" ? 0 : RULE_BIT.INCOMPLETE);
  return scene.broken(mentee, mentor) & ~ofMentor;
}

function codeOf(
  scene: Scene,
  person: Participant,
  mentor: number,
  taken: number,
  views: readonly View[],
  isAnyOpen: boolean,
): FreeMentorCode {
  const places = placesOf(person);
  const ownCode = ownReason({ ...person, capacity: Math.max(1, places) });
  if (ownCode !== null) {
    return ownCode;
  }
  if (places === 0) {
    return "NO_PLACES";
  }
  if (taken >= (scene.places[mentor] ?? 0)) {
    return taken < places ? "RESERVED" : "FULL";
  }
  if (isAnyOpen) {
    return "COULD_TAKE";
  }
  if (views.some(({ bits }) => bits === 0)) {
    return "ALL_PAIRED";
  }
  return views.some(({ bits }) => bits === RULE_BIT.MIN_SCORE)
    ? "BELOW_MIN"
    : "NO_ELIGIBLE";
}

function inWords(
  scene: Scene,
  standing: Standing,
  code: FreeMentorCode,
  person: Participant,
  views: readonly View[],
  fitting: readonly View[],
  nameOf: NameOf,
): string {
  switch (code) {
    case "WITHDRAWN":
      return "Согласие отозвано, в подборе не участвует. Ничего делать не нужно.";
    case "NO_CONSENT":
      return "Нет согласия. Получите его, отметьте на вкладке «Наставники» и повторите подбор.";
    case "EXCLUDED":
      return "Сейчас не участвует в программе по статусу. Если это ошибка, исправьте статус на вкладке «Наставники».";
    case "INCOMPLETE":
      return "Не указана форма наставничества. Заполните её на вкладке «Наставники».";
    case "NO_PLACES":
      return "Мест нет: на вкладке «Наставники» их 0.";
    case "RESERVED":
      return `Свободные места в резерве по вкладке «Правила пар» (всего: ${counted(placesOf(person), PLACES)}).`;
    case "FULL":
      return "Все места заняты.";
    case "BELOW_MIN":
      return `Лучший возможный балл – ${bestScore(views)}, а порог – ${scene.rules.minScore}. Снизьте порог на вкладке «Настройки» или уточните темы и время.`;
    case "NO_ELIGIBLE":
      return nobodyFits(views);
    case "COULD_TAKE":
      return couldTake(scene, standing, fitting, nameOf);
    case "ALL_PAIRED":
      return allPaired(scene, standing, fitting);
  }
}

function bestScore(views: readonly View[]): number {
  return views
    .filter(({ bits }) => bits === RULE_BIT.MIN_SCORE)
    .reduce((best, { score }) => Math.max(best, score), 0);
}

function nobodyFits(views: readonly View[]): string {
  if (views.length === 0) {
    return "Других наставляемых в банке нет.";
  }
  const removed = new Map<RuleCode, number>();
  for (const { bits } of views) {
    const [code] = codesOf(bits);
    if (code !== undefined) {
      removed.set(code, (removed.get(code) ?? 0) + 1);
    }
  }
  const why = causesOf(removed).map(({ why, count }) => `${why} – ${count}`);
  return `Ни один из ${views.length} ${plural(views.length, OF_MENTEES)} не подходит: ${why.join("; ")}.`;
}

function couldTake(
  scene: Scene,
  standing: Standing,
  fitting: readonly View[],
  nameOf: NameOf,
): string {
  const open = fitting
    .filter(
      ({ mentee }) =>
        (standing.mentorsOf[mentee]?.length ?? 0) < wantsOf(scene, mentee),
    )
    .sort((a, b) => b.score - a.score);
  const shown = open
    .slice(0, MOST_SHOWN)
    .map(
      ({ mentee, score }) =>
        `${nameOf(scene.instance.mentees[mentee] ?? "")} (${score})`,
    );
  const rest = open.length - shown.length;
  const others = rest > 0 ? ` и ещё ${rest}` : "";
  return `Подходят и ждут наставника: ${shown.join(", ")}${others}. Составьте пару или повторите подбор.`;
}

function allPaired(
  scene: Scene,
  standing: Standing,
  fitting: readonly View[],
): string {
  const higher = fitting.filter(({ mentee, score }) =>
    (standing.mentorsOf[mentee] ?? []).every(
      (other) => scene.score(mentee, other) >= score,
    ),
  ).length;
  return `Все, кто подходит (${fitting.length}), уже в парах; балл там не ниже, чем был бы здесь, у ${higher} из них.`;
}
