/** The criteria that a mentor and a mentee are compared by: rows of data. */
import type { RuleCode } from "./rules";

/** обязательно · важно · желательно · неважно · не учитывать */
export type Weight = "must" | "important" | "desirable" | "minor" | "off";

export const CRITERION_KINDS = [
  "covers-need",
  "same",
  "different",
  "closeness",
  "order-gap",
  "time-overlap",
  "format",
  "wishes",
  "history",
  "hand",
] as const;

export type CriterionKind = (typeof CRITERION_KINDS)[number];

/**
 * Numbers of a criterion; what they mean follows from its kind.
 * - closeness: at a distance of `to` nothing is left of the fit;
 * - order-gap: mentor less mentee is best from `from` to `to`; both below zero
 *   when the mentor's number should be the smaller one;
 * - time-overlap: below `from` common minutes nothing counts, `to` are enough.
 */
export type Limit = { readonly from: number; readonly to: number };

/** One row of the tab «Критерии». */
export type Criterion = {
  readonly key: string;
  /** Russian name and explanation. */
  readonly name: string;
  readonly about: string;
  readonly kind: CriterionKind;
  /** Keys in `answers`; "" where the kind reads none. */
  readonly menteeField: string;
  readonly mentorField: string;
  readonly limit: Limit | null;
  readonly weight: Weight;
  /** The rule that a pair breaks when the criterion is a must and fits 0. */
  readonly code: RuleCode;
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

/** The curator's words for kinds. */
export const KIND_OF_WORD: Readonly<Record<string, CriterionKind>> = {
  "закрывает запрос": "covers-need",
  одинаково: "same",
  "по-разному": "different",
  близко: "closeness",
  разница: "order-gap",
  "общее время": "time-overlap",
  "формат встреч": "format",
  "взаимный выбор": "wishes",
  "прошлые пары": "history",
  "рекомендация куратора": "hand",
};

/** Kinds with no columns of their own: they read lists of codes. */
export const PAIR_KINDS: ReadonlySet<CriterionKind> = new Set<CriterionKind>([
  "history",
  "hand",
]);

const UP = Number.POSITIVE_INFINITY;
const DOWN = Number.NEGATIVE_INFINITY;

/** The criteria to start with, in the order of the tab and of every sum. */
export const CRITERIA: readonly Criterion[] = [
  {
    key: "topics",
    name: "Темы: запрос и компетенции",
    about:
      "Какую долю запросов наставляемого закрывают компетенции наставника. После темы может стоять уровень: «математика: 3».",
    kind: "covers-need",
    menteeField: "topics",
    mentorField: "topics",
    limit: null,
    weight: "important",
    code: "TOPICS",
  },
  {
    key: "time",
    name: "Удобное время",
    about:
      "Сколько удобного времени совпадает. Время словами: достаточно двух совпадений, а тому, кто назвал только одно время, – одного. Время часами («вт 15:00–16:30; чт после 14»): меньше 30 общих минут в неделю – совпадения нет, 60 и больше – полное.",
    kind: "time-overlap",
    menteeField: "time",
    mentorField: "time",
    limit: { from: 30, to: 60 },
    weight: "desirable",
    code: "TIME",
  },
  {
    key: "experience",
    name: "Наставник опытнее",
    about:
      "Насколько больше стаж наставника: на 5 лет и более – полное совпадение, не больше – совпадения нет.",
    kind: "order-gap",
    menteeField: "experience",
    mentorField: "experience",
    limit: { from: 5, to: UP },
    weight: "desirable",
    code: "EXPERIENCE",
  },
  {
    key: "older",
    name: "Наставник старше",
    about:
      "По году рождения: старше на 2 года и более – полное совпадение, ровесник или младше – совпадения нет.",
    kind: "order-gap",
    menteeField: "birthYear",
    mentorField: "birthYear",
    limit: { from: DOWN, to: -2 },
    weight: "off",
    code: "AGE_CLASS_GAP",
  },
  {
    key: "younger",
    name: "Наставник младше",
    about:
      "Для реверсивного наставничества: младше на 2 года и более – полное совпадение, ровесник или старше – совпадения нет.",
    kind: "order-gap",
    menteeField: "birthYear",
    mentorField: "birthYear",
    limit: { from: 2, to: UP },
    weight: "off",
    code: "AGE_CLASS_GAP",
  },
  {
    key: "same-workplace",
    name: "Одно место работы или учёбы",
    about: "Организация или класс записаны одинаково.",
    kind: "same",
    menteeField: "grade",
    mentorField: "work",
    limit: null,
    weight: "off",
    code: "OTHER_ORG",
  },
  {
    key: "other-workplace",
    name: "Разные места работы или учёбы",
    about: "Организация или класс записаны по-разному.",
    kind: "different",
    menteeField: "grade",
    mentorField: "work",
    limit: null,
    weight: "off",
    code: "SAME_ORG",
  },
  {
    key: "interests",
    name: "Общие интересы",
    about: "Какую долю интересов наставляемого разделяет наставник.",
    kind: "covers-need",
    menteeField: "interests",
    mentorField: "interests",
    limit: null,
    weight: "minor",
    code: "CRITERION",
  },
  {
    key: "format",
    name: "Формат встреч",
    about:
      "Очно, онлайн или смешанный: одинаковый – полное совпадение, смешанный с другим – частичное, очно с онлайн – совпадения нет.",
    kind: "format",
    menteeField: "format",
    mentorField: "format",
    limit: null,
    weight: "minor",
    code: "PLACE",
  },
  {
    key: "age-wish",
    name: "Желаемый возраст",
    about:
      "Возраст наставляемого в пределах, которые назвал наставник, – полное совпадение; на 4 года в стороне – совпадения нет.",
    kind: "closeness",
    menteeField: "age",
    mentorField: "ageWish",
    limit: { from: 0, to: 4 },
    weight: "minor",
    code: "AGE_CLASS_GAP",
  },
  {
    key: "class-gap",
    name: "Разница в классах",
    about:
      "Для пар «ученик – ученик»: лучше всего, когда наставник на 2–4 класса старше.",
    kind: "order-gap",
    menteeField: "grade",
    mentorField: "grade",
    limit: { from: 2, to: 4 },
    weight: "minor",
    code: "AGE_CLASS_GAP",
  },
  {
    key: "district",
    name: "Один район",
    about: "Район или место, где удобно встречаться, записаны одинаково.",
    kind: "same",
    menteeField: "district",
    mentorField: "district",
    limit: null,
    weight: "off",
    code: "PLACE",
  },
  {
    key: "language",
    name: "Общий язык",
    about: "Есть хотя бы один общий язык общения.",
    kind: "same",
    menteeField: "language",
    mentorField: "language",
    limit: null,
    weight: "off",
    code: "LANGUAGE",
  },
  {
    key: "wishes",
    name: "Взаимный выбор",
    about:
      "Кого каждый назвал после встречи: коды по порядку («НМ-003; НМ-001») или с оценкой («НМ-003: 5»). Учитывается, если ответил хотя бы один.",
    kind: "wishes",
    menteeField: "wishes",
    mentorField: "wishes",
    limit: null,
    weight: "important",
    code: "CRITERION",
  },
  {
    key: "history",
    name: "Прошлый год",
    about:
      "Завершённая пара прошлых лет – плюс, прекращённая досрочно – минус. Остальных пар не касается.",
    kind: "history",
    menteeField: "",
    mentorField: "",
    limit: null,
    weight: "desirable",
    code: "CRITERION",
  },
  {
    key: "hand",
    name: "Рекомендация куратора",
    about:
      "Строки «желательно» вкладки «Правила пар»: от −1 до 1. Остальных пар не касается.",
    kind: "hand",
    menteeField: "",
    mentorField: "",
    limit: null,
    weight: "important",
    code: "CRITERION",
  },
];

const PLACE_OF_KEY: ReadonlyMap<string, number> = new Map(
  CRITERIA.map(({ key }, index) => [key, index]),
);

/**
 * The criteria in use, in canonical order (those to start with, then the
 * curator's own by key), so that the order of rows does not matter. Of two rows
 * with one key the first counts.
 */
export function criteriaInUse(
  rows: readonly Criterion[],
): readonly Criterion[] {
  const byKey = new Map<string, Criterion>();
  for (const row of rows) {
    if (!byKey.has(row.key)) {
      byKey.set(row.key, row);
    }
  }
  const place = ({ key }: Criterion) =>
    PLACE_OF_KEY.get(key) ?? CRITERIA.length;
  return [...byKey.values()]
    .filter(({ weight }) => weight !== "off")
    .sort((a, b) => place(a) - place(b) || (a.key < b.key ? -1 : 1));
}
