/** Russian advice for those who were left without a mentor. */
import { counted, plural } from "../language/plural";
import type { RuleCode } from "./criteria";
import type { Funnel, UnmatchedCode } from "./explain-unmatched";
import type { Profile } from "./participant";

const FITTING = [
  "подходящего наставника",
  "подходящих наставников",
  "подходящих наставников",
] as const;

const MENTORS = ["наставник", "наставника", "наставников"] as const;

const OF_MENTORS = ["наставника", "наставников", "наставников"] as const;

/** Why mentors drop out, and what the curator can do about it. */
const RULES: Partial<
  Record<RuleCode, { readonly why: string; readonly help: string }>
> = {
  CONSENT: {
    why: "нет согласия",
    help: "Получите согласия наставников.",
  },
  STATUS: {
    why: "сейчас не участвуют по статусу",
    help: "Проверьте статусы на вкладке «Наставники».",
  },
  SELF: {
    why: "это тот же человек",
    help: "Добавьте другого наставника.",
  },
  INCOMPLETE: {
    why: "не указана форма наставничества",
    help: "Заполните форму на вкладке «Наставники».",
  },
  FORM: {
    why: "другая форма наставничества",
    help: "Найдите наставника для этой формы или исправьте форму.",
  },
  TOPICS: {
    why: "ни один запрос не совпал с компетенциями",
    help: "Найдите наставника по этим темам или сделайте критерий необязательным.",
  },
  TIME: {
    why: "нет общего времени",
    help: "Уточните удобное время или сделайте критерий необязательным.",
  },
  AGE_CLASS_GAP: {
    why: "не подходит разница в возрасте",
    help: "Сделайте критерий возраста необязательным или найдите другого наставника.",
  },
  EXPERIENCE: {
    why: "стаж не больше",
    help: "Найдите более опытного наставника или сделайте критерий необязательным.",
  },
  OTHER_ORG: {
    why: "другое место работы или учёбы",
    help: "Сделайте критерий необязательным или найдите наставника из той же организации.",
  },
  SAME_ORG: {
    why: "то же место работы или учёбы",
    help: "Сделайте критерий необязательным или найдите наставника из другой организации.",
  },
};

/** @param minScore - Lowest score allowed in the run. */
export function adviceFor(
  code: UnmatchedCode,
  mentee: Profile,
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

function byTopics(mentee: Profile): string {
  const topics = [...mentee.topics.values()].map((topic) => `«${topic}»`);
  return topics.length === 0 ? "" : ` по темам: ${topics.join(", ")}`;
}

function excluded(mentee: Profile, funnel: Funnel): string {
  return mentee.person.active
    ? `Все, кто подходит (${counted(funnel.eligible, MENTORS)}), запрещены правилами пар. Снимите запрет или найдите ещё наставника.`
    : "Сейчас не участвует в программе по статусу. Если это ошибка, исправьте статус на вкладке «Наставляемые».";
}

function nobodyFits({ mentors, removed }: Funnel): string {
  if (mentors === 0) {
    return "В банке нет наставников. Заполните вкладку «Наставники».";
  }
  const causes = Object.entries(RULES)
    .map(([code, rule]) => ({
      ...rule,
      // The keys of RULES are rule codes.
      count: removed[code as RuleCode] ?? 0,
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
