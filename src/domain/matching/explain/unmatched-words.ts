/** Russian words for those who were left without a mentor. */
import { counted, plural } from "../../language/plural";
import { valuesOf } from "../answers";
import type { Participant } from "../participant";
import {
  CLOSED_RULES,
  RULE_CODES,
  RULE_WORDS,
  type RuleCode,
  type RuleWords,
} from "../rules";
import type { Scene } from "../scene";
import type { Outlook } from "./unmatched";

const FITTING = [
  "подходящего наставника",
  "подходящих наставников",
  "подходящих наставников",
] as const;

const MENTORS = ["наставник", "наставника", "наставников"] as const;

const OF_MENTORS = ["наставника", "наставников", "наставников"] as const;

/** What is the matter and what to do, one to three sentences. */
export function unmatchedWords(
  scene: Scene,
  mentee: number,
  outlook: Outlook,
  has: number,
  wants: number,
): string {
  const person = scene.mentees[mentee];
  const partly = has > 0 ? `Наставников ${has} из ${wants} нужных. ` : "";
  return person === undefined ? "" : partly + reason(scene, person, outlook);
}

function reason(scene: Scene, person: Participant, outlook: Outlook): string {
  switch (outlook.code) {
    case "WITHDRAWN":
      return "Согласие отозвано, в подборе не участвует. Ничего делать не нужно.";
    case "NO_CONSENT":
      return "Нет согласия. Получите его, отметьте на вкладке «Наставляемые» и повторите подбор.";
    case "EXCLUDED":
      return excluded(person, outlook);
    case "INCOMPLETE":
      return "Не указана форма наставничества. Заполните её на вкладке «Наставляемые».";
    case "NO_ELIGIBLE":
      return nobodyFits(outlook);
    case "BELOW_MIN":
      return `Лучший возможный балл – ${outlook.bestScore ?? 0}, а порог – ${scene.rules.minScore}. Снизьте порог на вкладке «Настройки» или уточните темы и время.`;
    case "ONLY_LOCKED":
      return `${atFitting(outlook)} все места заняты действующими парами. ${addPlace(outlook)} или найдите ещё наставника.`;
    case "LOST_TO_HIGHER":
      return `${atFitting(outlook)} места достались тем, кому они подходят больше. ${addPlace(outlook)} или найдите ещё наставника${byTopics(person)}.`;
    case "ELIGIBLE_ALL_FULL":
      return `${atFitting(outlook)} нет свободных мест. ${addPlace(outlook)} или найдите ещё наставника${byTopics(person)}.`;
    case "PLACE_FREE":
      return "Есть подходящий наставник со свободным местом. Выберите его или повторите подбор.";
  }
}

function atFitting({ fitting }: Outlook): string {
  return `У ${fitting} ${plural(fitting, FITTING)}`;
}

function addPlace({ fitting }: Outlook): string {
  return fitting === 1 ? "Добавьте ему место" : "Добавьте место одному из них";
}

function byTopics(mentee: Participant): string {
  const topics = [...valuesOf(mentee.answers["topics"]).values()].map(
    (topic) => `«${topic}»`,
  );
  return topics.length === 0 ? "" : ` по темам: ${topics.join(", ")}`;
}

/** The curator's open rules are named, the closed ones only as such. */
function excluded(person: Participant, outlook: Outlook): string {
  if (!person.active) {
    return "Сейчас не участвует в программе по статусу. Если это ошибка, исправьте статус на вкладке «Наставляемые».";
  }
  if (person.capacity <= 0) {
    return "Наставник не нужен: в графе «Нужно наставников» стоит 0. Если это ошибка, исправьте число.";
  }
  const open = (["NEVER_PAIR", "MUST"] as const).filter((code) =>
    outlook.removed.has(code),
  );
  const who = `Все, кто подходит (${counted(outlook.eligible, MENTORS)}), исключены`;
  return open.length === 0
    ? `${who}: закрытые правила. Найдите ещё наставника.`
    : `${who} правилами пар. Снимите запрет или найдите ещё наставника.`;
}

type Cause = RuleWords & { readonly count: number };

function nobodyFits({ mentors, removed }: Outlook): string {
  if (mentors === 0) {
    return "В банке нет наставников. Заполните вкладку «Наставники».";
  }
  const causes = causesOf(removed);
  const why = causes.map(({ count, why }) => `${why} – ${count}`).join("; ");
  const who =
    mentors === 1
      ? "Единственный наставник не подходит"
      : `Ни один из ${mentors} ${plural(mentors, OF_MENTORS)} не подходит`;
  return `${who}: ${why}. ${causes[0]?.help ?? ""}`.trim();
}

/** Most frequent first; the closed rules are one cause. */
export function causesOf(
  removed: ReadonlyMap<RuleCode, number>,
): readonly Cause[] {
  const closed = [...CLOSED_RULES].reduce(
    (sum, code) => sum + (removed.get(code) ?? 0),
    0,
  );
  const open = RULE_CODES.filter((code) => !CLOSED_RULES.has(code)).map(
    (code) => ({ ...RULE_WORDS[code], count: removed.get(code) ?? 0 }),
  );
  return [...open, { ...RULE_WORDS.CLEARANCE, count: closed }]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
