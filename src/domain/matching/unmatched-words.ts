/** Russian advice for those who were left without a mentor. */
import { counted, plural } from "../language/plural";
import { valuesOf } from "./answers";
import type { Funnel, UnmatchedCode } from "./explain-unmatched";
import type { Participant } from "./participant";
import { RULE_CODES, RULE_WORDS } from "./rules";

const FITTING = [
  "подходящего наставника",
  "подходящих наставников",
  "подходящих наставников",
] as const;

const MENTORS = ["наставник", "наставника", "наставников"] as const;

const OF_MENTORS = ["наставника", "наставников", "наставников"] as const;

/** @param minScore - Lowest score allowed in the run. */
export function adviceFor(
  code: UnmatchedCode,
  mentee: Participant,
  funnel: Funnel,
  minScore: number,
): string {
  switch (code) {
    case "WITHDRAWN":
      return "Согласие отозвано, в подборе не участвует. Ничего делать не нужно.";
    case "NO_CONSENT":
      return "Нет согласия. Получите его, отметьте на вкладке «Наставляемые» и повторите подбор.";
    case "EXCLUDED":
      return excluded(mentee, funnel);
    case "INCOMPLETE":
      return "Не указана форма наставничества. Заполните её на вкладке «Наставляемые».";
    case "NO_ELIGIBLE":
      return nobodyFits(funnel);
    case "BELOW_MIN":
      return `Лучший возможный балл – ${funnel.bestScore ?? 0}, а порог – ${minScore}. Снизьте порог на вкладке «Настройки» или уточните темы и время.`;
    case "ONLY_LOCKED":
      return `${atFitting(funnel)} все места заняты действующими парами. ${addPlace(funnel)} или найдите ещё наставника.`;
    case "LOST_TO_HIGHER":
      return `${atFitting(funnel)} места достались тем, кому они подходят больше. ${addPlace(funnel)} или найдите ещё наставника${byTopics(mentee)}.`;
    case "ELIGIBLE_ALL_FULL":
      return `${atFitting(funnel)} нет свободных мест. ${addPlace(funnel)} или найдите ещё наставника${byTopics(mentee)}.`;
  }
}

function atFitting({ aboveMin }: Funnel): string {
  return `У ${aboveMin} ${plural(aboveMin, FITTING)}`;
}

function addPlace({ aboveMin }: Funnel): string {
  return aboveMin === 1 ? "Добавьте ему место" : "Добавьте место одному из них";
}

function byTopics(mentee: Participant): string {
  const topics = [...valuesOf(mentee.answers["topics"]).values()].map(
    (topic) => `«${topic}»`,
  );
  return topics.length === 0 ? "" : ` по темам: ${topics.join(", ")}`;
}

function excluded(mentee: Participant, funnel: Funnel): string {
  return mentee.active
    ? `Все, кто подходит (${counted(funnel.eligible, MENTORS)}), запрещены правилами пар. Снимите запрет или найдите ещё наставника.`
    : "Сейчас не участвует в программе по статусу. Если это ошибка, исправьте статус на вкладке «Наставляемые».";
}

function nobodyFits({ mentors, removed }: Funnel): string {
  if (mentors === 0) {
    return "В банке нет наставников. Заполните вкладку «Наставники».";
  }
  const causes = RULE_CODES.map((code) => ({
    ...RULE_WORDS[code],
    count: removed[code] ?? 0,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const why = causes.map(({ count, why }) => `${why} – ${count}`).join("; ");
  const who =
    mentors === 1
      ? "Единственный наставник не подходит"
      : `Ни один из ${mentors} ${plural(mentors, OF_MENTORS)} не подходит`;
  return `${who}: ${why}. ${causes[0]?.help ?? ""}`.trim();
}
