/** The hard rules: their codes, the bits of a pair, and how they are called. */

/** Order of the funnel: what concerns one person first, then the two together. */
export const RULE_CODES = [
  "CONSENT",
  "STATUS",
  "INCOMPLETE",
  "CAPACITY_MENTOR",
  "CAPACITY_MENTEE",
  "FORM",
  "SELF",
  "KIND",
  "GROUP_SIZE",
  "CLEARANCE",
  "TEACHES",
  "RELATIVE",
  "TOPICS",
  "TIME",
  "AGE_CLASS_GAP",
  "EXPERIENCE",
  "PLACE",
  "LANGUAGE",
  "OTHER_ORG",
  "SAME_ORG",
  "CRITERION",
  "HISTORY_BAN",
  "NEVER_PAIR",
  "GROUP_NEVER",
  "MUST",
  "MIN_SCORE",
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

/** The bit of a code in the number that `Scene.broken` gives. */
export const RULE_BIT = Object.fromEntries(
  RULE_CODES.map((code, index) => [code, 2 ** index]),
  // Every code has an entry.
) as Readonly<Record<RuleCode, number>>;

/** Columns of the banks that rules read, besides what a Participant has of its own. */
export const RULE_FIELDS = {
  kinds: "kinds",
  groupMax: "groupMax",
  teaches: "teaches",
  grade: "grade",
  age: "age",
  birthYear: "birthYear",
  clearance: "clearance",
  household: "household",
  refuses: "refuses",
} as const;

/** Codes in a number of bits, in the order of RULE_CODES. */
export function codesOf(bits: number): readonly RuleCode[] {
  return RULE_CODES.filter((code) => (bits & RULE_BIT[code]) !== 0);
}

/** Rules whose facts are nobody's business: they exclude and are not named. */
export const CLOSED_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "RELATIVE",
  "CLEARANCE",
  "HISTORY_BAN",
  "GROUP_NEVER",
]);

/** Rules that even the curator's own hand may not set aside. */
export const FIRM_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "CONSENT",
  "SELF",
  "CLEARANCE",
]);

export type RuleWords = {
  /** After «120 наставников → 118 …»: whom the step leaves. */
  readonly name: string;
  /** Why a mentor drops out, after «НМ-07:». */
  readonly why: string;
  /** What the curator can do, one sentence. */
  readonly help: string;
};

const CLOSED: RuleWords = {
  name: "после закрытых правил",
  why: "закрытые правила",
  help: "Проверьте закрытые графы банков и вкладку «Правила пар».",
};

export const RULE_WORDS: Readonly<Record<RuleCode, RuleWords>> = {
  CONSENT: {
    name: "с согласием",
    why: "нет согласия",
    help: "Получите согласия наставников.",
  },
  STATUS: {
    name: "с подходящим статусом",
    why: "сейчас не участвуют по статусу",
    help: "Проверьте статусы на вкладке «Наставники».",
  },
  INCOMPLETE: {
    name: "с указанной формой",
    why: "не указана форма наставничества",
    help: "Заполните форму на вкладке «Наставники».",
  },
  CAPACITY_MENTOR: {
    name: "с местами",
    why: "нет мест",
    help: "Увеличьте число мест у наставника или уменьшите резерв.",
  },
  CAPACITY_MENTEE: {
    name: "с потребностью в наставнике",
    why: "наставники больше не нужны",
    help: "Проверьте графу «Нужно наставников».",
  },
  FORM: {
    name: "той же формы",
    why: "другая форма наставничества",
    help: "Найдите наставника для этой формы или исправьте форму.",
  },
  SELF: {
    name: "без самого этого человека",
    why: "это тот же человек",
    help: "Добавьте другого наставника.",
  },
  KIND: {
    name: "подходящего вида наставничества",
    why: "не готовы к этому виду наставничества",
    help: "Уточните вид наставничества у обоих.",
  },
  GROUP_SIZE: {
    name: "с готовностью к такой группе",
    why: "группа больше, чем готов взять наставник",
    help: "Разделите группу или уточните графу «Группа не больше».",
  },
  CLEARANCE: CLOSED,
  TEACHES: {
    name: "не из учителей этого класса",
    why: "ведёт этот класс",
    help: "Найдите наставника, который не учит этот класс.",
  },
  RELATIVE: CLOSED,
  TOPICS: {
    name: "с нужными темами",
    why: "ни один запрос не совпал с компетенциями",
    help: "Найдите наставника по этим темам или сделайте критерий необязательным.",
  },
  TIME: {
    name: "с общим временем",
    why: "нет общего времени",
    help: "Уточните удобное время или сделайте критерий необязательным.",
  },
  AGE_CLASS_GAP: {
    name: "с подходящей разницей в возрасте или классах",
    why: "не подходит разница в возрасте",
    help: "Сделайте критерий возраста необязательным или найдите другого наставника.",
  },
  EXPERIENCE: {
    name: "с большим стажем",
    why: "стаж не больше",
    help: "Найдите более опытного наставника или сделайте критерий необязательным.",
  },
  PLACE: {
    name: "с подходящим местом и форматом",
    why: "не подходит место или формат встреч",
    help: "Уточните формат встреч и район или сделайте критерий необязательным.",
  },
  LANGUAGE: {
    name: "с общим языком",
    why: "нет общего языка",
    help: "Найдите наставника с этим языком или сделайте критерий необязательным.",
  },
  OTHER_ORG: {
    name: "из того же места работы или учёбы",
    why: "другое место работы или учёбы",
    help: "Сделайте критерий необязательным или найдите наставника из той же организации.",
  },
  SAME_ORG: {
    name: "из другого места работы или учёбы",
    why: "то же место работы или учёбы",
    help: "Сделайте критерий необязательным или найдите наставника из другой организации.",
  },
  CRITERION: {
    name: "по прочим обязательным критериям",
    why: "не подходит по обязательному критерию",
    help: "Сделайте критерий необязательным на вкладке «Критерии».",
  },
  HISTORY_BAN: CLOSED,
  NEVER_PAIR: {
    name: "без запрета",
    why: "пара запрещена",
    help: "Снимите запрет на вкладке «Правила пар» или найдите другого наставника.",
  },
  GROUP_NEVER: CLOSED,
  MUST: {
    name: "из назначенных куратором",
    why: "по правилу пар назначен другой наставник",
    help: "Измените правило «обязательно» на вкладке «Правила пар».",
  },
  MIN_SCORE: {
    name: "с баллом не ниже порога",
    why: "балл ниже порога",
    help: "Снизьте порог на вкладке «Настройки» или уточните ответы.",
  },
};
