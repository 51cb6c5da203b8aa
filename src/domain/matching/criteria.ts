/** The criteria that a mentor and a mentee are compared by. */
import type { Profile } from "./participant";

/** обязательно · важно · желательно · неважно · не учитывать */
export type Weight = "must" | "important" | "desirable" | "minor" | "off";

export type CriterionKey =
  | "topics"
  | "time"
  | "experience"
  | "older"
  | "younger"
  | "same-workplace"
  | "other-workplace";

/** One row of the curator's criteria. */
export type CriterionRow = {
  readonly key: CriterionKey;
  readonly weight: Weight;
};

/** Codes of the hard rules; a pair that breaks one is not offered. */
export type RuleCode =
  | "CONSENT"
  | "STATUS"
  | "SELF"
  | "INCOMPLETE"
  | "FORM"
  | "TOPICS"
  | "TIME"
  | "AGE_CLASS_GAP"
  | "EXPERIENCE"
  | "OTHER_ORG"
  | "SAME_ORG"
  | "NEVER_PAIR"
  | "MIN_SCORE"
  | "CAPACITY_MENTOR"
  | "CAPACITY_MENTEE";

export type Criterion = {
  readonly key: CriterionKey;
  /** Russian name and explanation for the tab «Критерии». */
  readonly name: string;
  readonly about: string;
  /** Weight to start with. */
  readonly weight: Weight;
  /** The rule that a pair breaks when the criterion is a must and fits 0. */
  readonly code: RuleCode;
  /** How well the two fit, 0 to 1; null when an answer is missing. */
  readonly fit: (mentor: Profile, mentee: Profile) => number | null;
};

/** «обязательно» weighs as «важно» and is a hard rule besides. */
export const WEIGHT_VALUE: Readonly<Record<Weight, number>> = {
  must: 5,
  important: 5,
  desirable: 3,
  minor: 1,
  off: 0,
};

/** The curator's words for weights. */
export const WEIGHT_OF_WORD: Readonly<Record<string, Weight>> = {
  обязательно: "must",
  важно: "important",
  желательно: "desirable",
  неважно: "minor",
  "не учитывать": "off",
};

/** A second common time is a reserve; more do not make a pair better (chosen). */
const ENOUGH_TIMES = 2;

/** From this advantage in years on, experience fits fully (chosen). */
const FULL_EXPERIENCE_GAP_YEARS = 5;

/** From this difference in age on, «older» and «younger» fit fully (chosen). */
const FULL_AGE_GAP_YEARS = 2;

/** All criteria, in the order of the tab and of every sum. */
export const CRITERIA: readonly Criterion[] = [
  {
    key: "topics",
    name: "Темы: запрос и компетенции",
    about:
      "Какую долю запросов наставляемого закрывают компетенции наставника.",
    weight: "important",
    code: "TOPICS",
    fit: (mentor, mentee) =>
      isEitherEmpty(mentor.topics, mentee.topics)
        ? null
        : common(mentee.topics, mentor.topics) / mentee.topics.size,
  },
  {
    key: "time",
    name: "Удобное время",
    about:
      "Сколько удобного времени совпадает: достаточно двух совпадений, а тому, кто назвал только одно время, – одного.",
    weight: "desirable",
    code: "TIME",
    fit: (mentor, mentee) =>
      isEitherEmpty(mentor.time, mentee.time)
        ? null
        : Math.min(
            1,
            common(mentee.time, mentor.time) /
              Math.min(ENOUGH_TIMES, mentor.time.size, mentee.time.size),
          ),
  },
  {
    key: "experience",
    name: "Наставник опытнее",
    about: `Насколько больше стаж наставника: на ${FULL_EXPERIENCE_GAP_YEARS} лет и более – полное совпадение, не больше – совпадения нет.`,
    weight: "desirable",
    code: "EXPERIENCE",
    fit: (mentor, mentee) =>
      gapFit(
        mentee.experienceYears,
        mentor.experienceYears,
        FULL_EXPERIENCE_GAP_YEARS,
      ),
  },
  {
    key: "older",
    name: "Наставник старше",
    about:
      "По году рождения: старше на 2 года и более – полное совпадение, ровесник или младше – совпадения нет.",
    weight: "off",
    code: "AGE_CLASS_GAP",
    fit: (mentor, mentee) =>
      gapFit(mentor.birthYear, mentee.birthYear, FULL_AGE_GAP_YEARS),
  },
  {
    key: "younger",
    name: "Наставник младше",
    about:
      "Для реверсивного наставничества: младше на 2 года и более – полное совпадение, ровесник или старше – совпадения нет.",
    weight: "off",
    code: "AGE_CLASS_GAP",
    fit: (mentor, mentee) =>
      gapFit(mentee.birthYear, mentor.birthYear, FULL_AGE_GAP_YEARS),
  },
  {
    key: "same-workplace",
    name: "Одно место работы или учёбы",
    about: "Организация или класс записаны одинаково.",
    weight: "off",
    code: "OTHER_ORG",
    fit: (mentor, mentee) => equality(mentor.workplace, mentee.workplace),
  },
  {
    key: "other-workplace",
    name: "Разные места работы или учёбы",
    about: "Организация или класс записаны по-разному.",
    weight: "off",
    code: "SAME_ORG",
    fit: (mentor, mentee) => {
      const equal = equality(mentor.workplace, mentee.workplace);
      return equal === null ? null : 1 - equal;
    },
  },
];

function isEitherEmpty(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): boolean {
  return a.size === 0 || b.size === 0;
}

function common(
  wanted: ReadonlyMap<string, string>,
  offered: ReadonlyMap<string, string>,
): number {
  let count = 0;
  for (const key of wanted.keys()) {
    count += offered.has(key) ? 1 : 0;
  }
  return count;
}

/** 0 when `more` is not above `less`, rising to 1 at the full gap. */
function gapFit(
  less: number | null,
  more: number | null,
  fullGapYears: number,
): number | null {
  if (less === null || more === null) {
    return null;
  }
  return Math.min(1, Math.max(0, (more - less) / fullGapYears));
}

function equality(a: string | null, b: string | null): number | null {
  if (a === null || b === null) {
    return null;
  }
  return a === b ? 1 : 0;
}

/** A criterion in use, with the number its weight stands for. */
export type Weighted = {
  readonly criterion: Criterion;
  readonly value: number;
  readonly isMust: boolean;
};

/**
 * The criteria in use, in canonical order: the order of the curator's rows does
 * not matter. Of two rows with one key the first counts.
 */
export function criteriaInUse(
  rows: readonly CriterionRow[],
): readonly Weighted[] {
  const used: Weighted[] = [];
  for (const criterion of CRITERIA) {
    const weight =
      rows.find((row) => row.key === criterion.key)?.weight ?? "off";
    if (weight !== "off") {
      used.push({
        criterion,
        value: WEIGHT_VALUE[weight],
        isMust: weight === "must",
      });
    }
  }
  return used;
}
