/** Russian sentences about why two people fit, or may not. */
import { counted, type PluralForms } from "../language/plural";
import { numberOf, oneLine, valuesOf } from "./answers";
import type { Criterion } from "./criteria";
import { bareValue, levelsOf } from "./kinds/covers-need";
import { MISSING } from "./kinds/kernel";
import { timesOf } from "./kinds/time-overlap";
import { commonMinutes } from "./kinds/weekly-time";
import type { Participant } from "./participant";

const YEARS = ["год", "года", "лет"] as const;
const CLASSES = ["класс", "класса", "классов"] as const;
const MINUTES = ["минута", "минуты", "минут"] as const;

/** Values named in full before «и ещё …». */
const MOST_NAMED = 3;

type Sentences = {
  /** For a fit above 0 that is no cause for doubt. */
  readonly good: string | ((sides: Sides) => string);
  /** For a fit of 0. */
  readonly none: string;
  /** For a fit of less than a half. */
  readonly little: string;
  readonly missing: string;
};

/**
 * What the columns say beyond these sentences may be sensitive: only values of
 * topics, interests and times are ever quoted, and the curator's reasons and
 * the ends of earlier pairs never.
 */
const BY_KEY: Readonly<Record<string, Sentences>> = {
  topics: {
    good: (sides) => `Совпадают темы: ${named(sides)}.`,
    none: "Ни один запрос не совпал с компетенциями наставника.",
    little: "Компетенции наставника закрывают меньше половины запросов.",
    missing: "Не указаны запрос или компетенции: темы не сравнивались.",
  },
  time: {
    good: commonTime,
    none: "Нет общего удобного времени.",
    little: "Мало общего удобного времени.",
    missing: "Не указано удобное время: проверьте, смогут ли встречаться.",
  },
  experience: {
    good: (sides) => `Стаж наставника больше на ${gap(sides, YEARS)}.`,
    none: "Стаж наставника не больше, чем у наставляемого.",
    little: "Стаж наставника больше ненамного.",
    missing: "Не указан стаж: опыт не сравнивался.",
  },
  older: {
    good: "Наставник старше.",
    none: "Наставник не старше наставляемого.",
    little: "Разница в возрасте мала.",
    missing: "Не указан год рождения: возраст не сравнивался.",
  },
  younger: {
    good: "Наставник младше, как бывает при реверсивном наставничестве.",
    none: "Наставник не младше наставляемого.",
    little: "Разница в возрасте мала.",
    missing: "Не указан год рождения: возраст не сравнивался.",
  },
  "same-workplace": {
    good: "Работают или учатся в одном месте.",
    none: "Работают или учатся в разных местах.",
    little: "Работают или учатся в разных местах.",
    missing: "Не указано место работы или учёбы.",
  },
  "other-workplace": {
    good: "Работают или учатся в разных местах.",
    none: "Работают или учатся в одном месте.",
    little: "Работают или учатся в одном месте.",
    missing: "Не указано место работы или учёбы.",
  },
  interests: {
    good: (sides) => `Общие интересы: ${named(sides)}.`,
    none: "Общих интересов не названо.",
    little: "Мало общих интересов.",
    missing: "Не указаны интересы.",
  },
  format: {
    good: "Подходит формат встреч.",
    none: "Разный формат встреч: очно и онлайн.",
    little: "Формат встреч подходит не вполне.",
    missing: "Не указан формат встреч.",
  },
  "age-wish": {
    good: "Возраст такой, какого хотел наставник.",
    none: "Возраст не такой, какого хотел наставник.",
    little: "Возраст отличается от того, какого хотел наставник.",
    missing: "Не указан возраст или пожелание наставника о возрасте.",
  },
  "class-gap": {
    good: (sides) => `Наставник старше на ${gap(sides, CLASSES)}.`,
    none: "Не подходит разница в классах.",
    little: "Разница в классах подходит не вполне.",
    missing: "Не указан класс: разница не сравнивалась.",
  },
  district: {
    good: "Один район.",
    none: "Разные районы.",
    little: "Разные районы.",
    missing: "Не указан район.",
  },
  language: {
    good: "Есть общий язык общения.",
    none: "Нет общего языка общения.",
    little: "Нет общего языка общения.",
    missing: "Не указан язык общения.",
  },
  wishes: {
    good: wishSentence,
    none: "После встречи назвали других.",
    little: "После встречи назвали не в первую очередь.",
    missing: "",
  },
  history: {
    good: "Пара уже работала и завершила программу.",
    none: "",
    little: "",
    missing: "",
  },
  hand: {
    good: "Пару рекомендует куратор.",
    none: "Куратор советует подумать о другой паре.",
    little: "Куратор советует подумать о другой паре.",
    missing: "",
  },
};

/** A map, so that no key of the curator's finds what every object has. */
const SENTENCES = new Map(Object.entries(BY_KEY));

/** Of a criterion that the curator has added: its name and nothing of the answers. */
function ownSentences({ name }: Criterion): Sentences {
  const title = `Критерий «${oneLine(name)}»`;
  return {
    good: `${title}: подходит.`,
    none: `${title}: не подходит.`,
    little: `${title}: подходит меньше чем наполовину.`,
    missing: `${title}: нет ответа.`,
  };
}

/** What the sentences about one criterion may look at. */
export type Sides = {
  readonly criterion: Criterion;
  readonly mentee: Participant;
  readonly mentor: Participant;
};

function sentencesOf(criterion: Criterion): Sentences {
  return SENTENCES.get(criterion.key) ?? ownSentences(criterion);
}

/** @returns One sentence for a criterion that fits at least a little, or "". */
export function reasonFor(sides: Sides): string {
  const { good } = sentencesOf(sides.criterion);
  return typeof good === "string" ? good : good(sides);
}

/**
 * @param fit - 0 to 1, or MISSING.
 * @returns One sentence, or "" when nothing may or need be said.
 */
export function doubtAbout(criterion: Criterion, fit: number): string {
  const { none, little, missing } = sentencesOf(criterion);
  return fit === MISSING ? missing : fit === 0 ? none : little;
}

function named({ criterion, mentee, mentor }: Sides): string {
  const wanted = valuesOf(mentee.answers[criterion.menteeField]);
  const offered = levelsOf(mentor.answers[criterion.mentorField], 1);
  const shown = new Map(
    [...wanted].map(([key, value]) => [bareValue(key), bareValue(value)]),
  );
  return quoted([...shown].filter(([key]) => offered.has(key)));
}

function quoted(values: readonly (readonly [string, string])[]): string {
  const names = values.slice(0, MOST_NAMED).map(([, value]) => `«${value}»`);
  const more = values.length - names.length;
  return names.join(", ") + (more > 0 ? ` и ещё ${more}` : "");
}

function commonTime({ criterion, mentee, mentor }: Sides): string {
  const wanted = timesOf(mentee.answers[criterion.menteeField]);
  const offered = timesOf(mentor.answers[criterion.mentorField]);
  const shown = valuesOf(mentee.answers[criterion.menteeField]);
  const both = [...shown].filter(
    ([key]) => wanted.names.has(key) && offered.names.has(key),
  );
  const minutes = commonMinutes(wanted.spans, offered.spans);
  return both.length > 0
    ? `Общее время: ${quoted(both)}.`
    : `Общее время: ${counted(minutes, MINUTES)} в неделю.`;
}

function gap({ criterion, mentee, mentor }: Sides, forms: PluralForms): string {
  const more = numberOf(mentor.answers[criterion.mentorField]) ?? 0;
  const less = numberOf(mentee.answers[criterion.menteeField]) ?? 0;
  // Tenths are enough, and hide the noise of binary fractions.
  return counted(Math.round(10 * (more - less)) / 10, forms);
}

function wishSentence({ criterion, mentee, mentor }: Sides): string {
  const hasBoth =
    valuesOf(mentee.answers[criterion.menteeField]).size > 0 &&
    valuesOf(mentor.answers[criterion.mentorField]).size > 0;
  return hasBoth ? "Назвали друг друга." : "Один назвал другого.";
}
