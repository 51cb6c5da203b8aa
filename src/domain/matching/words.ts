/** Russian sentences about why two people fit, or may not. */
import { counted } from "../language/plural";
import type { CriterionKey } from "./criteria";
import type { Profile } from "./participant";

const YEARS = ["год", "года", "лет"] as const;

/** Values named in full before «и ещё …». */
const MOST_NAMED = 3;

/** @returns One sentence for a criterion that fits at least a little. */
export function reasonFor(
  key: CriterionKey,
  mentor: Profile,
  mentee: Profile,
): string {
  switch (key) {
    case "topics":
      return `Совпадают темы: ${named(mentee.topics, mentor.topics)}.`;
    case "time":
      return `Общее время: ${named(mentee.time, mentor.time)}.`;
    case "experience":
      return `Стаж наставника больше на ${gap(mentee.experienceYears, mentor.experienceYears)}.`;
    case "older":
      return "Наставник старше.";
    case "younger":
      return "Наставник младше, как бывает при реверсивном наставничестве.";
    case "same-workplace":
      return "Работают или учатся в одном месте.";
    case "other-workplace":
      return "Работают или учатся в разных местах.";
  }
}

function named(
  wanted: ReadonlyMap<string, string>,
  offered: ReadonlyMap<string, string>,
): string {
  const both = [...wanted].filter(([key]) => offered.has(key));
  const names = both.slice(0, MOST_NAMED).map(([, value]) => `«${value}»`);
  const more = both.length - names.length;
  return names.join(", ") + (more > 0 ? ` и ещё ${more}` : "");
}

function gap(less: number | null, more: number | null): string {
  // Tenths are enough, and hide the noise of binary fractions.
  return counted(Math.round(10 * ((more ?? 0) - (less ?? 0))) / 10, YEARS);
}

const LITTLE: Readonly<Record<CriterionKey, readonly [string, string]>> = {
  topics: [
    "Ни один запрос не совпал с компетенциями наставника.",
    "Компетенции наставника закрывают меньше половины запросов.",
  ],
  time: ["Нет общего удобного времени.", "Мало общего удобного времени."],
  experience: [
    "Стаж наставника не больше, чем у наставляемого.",
    "Стаж наставника больше ненамного.",
  ],
  older: ["Наставник не старше наставляемого.", "Разница в возрасте мала."],
  younger: ["Наставник не младше наставляемого.", "Разница в возрасте мала."],
  "same-workplace": [
    "Работают или учатся в разных местах.",
    "Работают или учатся в разных местах.",
  ],
  "other-workplace": [
    "Работают или учатся в одном месте.",
    "Работают или учатся в одном месте.",
  ],
};

const UNKNOWN: Readonly<Record<CriterionKey, string>> = {
  topics: "Не указаны запрос или компетенции: темы не сравнивались.",
  time: "Не указано удобное время: проверьте, смогут ли встречаться.",
  experience: "Не указан стаж: опыт не сравнивался.",
  older: "Не указан год рождения: возраст не сравнивался.",
  younger: "Не указан год рождения: возраст не сравнивался.",
  "same-workplace": "Не указано место работы или учёбы.",
  "other-workplace": "Не указано место работы или учёбы.",
};

/** @param fit - 0 to 1, or null when an answer is missing. */
export function doubtAbout(key: CriterionKey, fit: number | null): string {
  if (fit === null) {
    return UNKNOWN[key];
  }
  return LITTLE[key][fit === 0 ? 0 : 1];
}
