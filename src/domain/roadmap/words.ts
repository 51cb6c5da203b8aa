/** The words of date phrases and what each of them does in a phrase. */

/** Parts of the year that are counted or repeated. */
export type Period =
  | "year"
  | "halfyear"
  | "quarter"
  | "term"
  | "trimester"
  | "month"
  | "week"
  | "decade"
  | "day";

export type WordToken =
  | { readonly type: "from" }
  | { readonly type: "after" }
  | { readonly type: "between" }
  | { readonly type: "to" }
  | { readonly type: "until" }
  | { readonly type: "notLater" }
  | { readonly type: "towards" }
  | { readonly type: "during" }
  | { readonly type: "school" }
  | { readonly type: "and" }
  | { readonly type: "each" }
  | { readonly type: "through" }
  | { readonly type: "times" }
  | { readonly type: "dayword" }
  | { readonly type: "holidays" }
  | { readonly type: "studyperiod" }
  | { readonly type: "except" }
  /** Monday is 1. */
  | { readonly type: "weekday"; readonly weekday: number }
  | { readonly type: "filler" }
  | { readonly type: "month"; readonly month: number }
  /** Winter 1, spring 2, summer 3, autumn 4. */
  | { readonly type: "season"; readonly season: number }
  | { readonly type: "repeat"; readonly period: Period }
  | {
      readonly type: "period";
      readonly period: Period;
      /** «недели», «декад»: after a plain number these count, not order. */
      readonly counted: boolean;
    }
  | {
      readonly type: "part";
      readonly part: "start" | "middle" | "end";
      /** «на конец» is a day, «в конце» a stretch of days. */
      readonly point: boolean;
    }
  | { readonly type: "half" }
  | { readonly type: "last" }
  | { readonly type: "cardinal"; readonly value: number }
  /** «дважды»: a number of times in one word. */
  | { readonly type: "multiple"; readonly value: number }
  /** What follows is a thing of its own. */
  | { readonly type: "then" };

type Rule = readonly [RegExp, WordToken];

const period = (name: Period, counted = false): WordToken => ({
  type: "period",
  period: name,
  counted,
});

const part = (name: "start" | "middle" | "end", point: boolean): WordToken => ({
  type: "part",
  part: name,
  point,
});

const weekdays = (...forms: readonly RegExp[]): readonly Rule[] =>
  forms.map((form, index) => [form, { type: "weekday", weekday: index + 1 }]);

const RULES: readonly Rule[] = [
  [/^(?:с|со|начиная)$/, { type: "from" }],
  [/^(?:после|окончании|завершении)$/, { type: "after" }],
  [/^между$/, { type: "between" }],
  [/^по$/, { type: "to" }],
  [/^до$/, { type: "until" }],
  [/^(?:позднее|позже)$/, { type: "notLater" }],
  [/^(?:ранее|раньше)$/, { type: "from" }],
  [/^(?:к|ко)$/, { type: "towards" }],
  [/^(?:течени[еию]|теч|протяжении|продолжени[еи])$/, { type: "during" }],
  [/^(?:учебн\p{L}*|уч|учеб)$/u, { type: "school" }],
  [/^(?:г|гг|год|года|году|годы|годов|годах|годам|годом)$/, period("year")],
  [/^лет$/, period("year", true)],
  [/^и$/, { type: "and" }],
  [/^кажд\p{L}+$/u, { type: "each" }],
  [/^через$/, { type: "through" }],
  [/^(?:раз|раза|разу|р)$/, { type: "times" }],
  [/^(?:числ[оауе]|чисел)$/, { type: "dayword" }],
  [/^каникул\p{L}*$/u, { type: "holidays" }],
  [/^(?:кроме|исключая|исключением)$/, { type: "except" }],
  ...weekdays(
    /^(?:понедельник(?:а|и|у|ом|ам|ах)?|пн)$/,
    /^(?:вторник(?:а|и|у|ом|ам|ах)?|вт)$/,
    /^(?:сред(?:а|ы|е|у|ой|ам|ах)|ср)$/,
    /^(?:четверг(?:а|и|у|ом|ам|ах)?|чт)$/,
    /^(?:пятниц(?:а|ы|е|у|ей|ам|ах)?|пт)$/,
    /^(?:суббот(?:а|ы|е|у|ой|ам|ах)?|сб)$/,
    /^(?:воскресень(?:е|я|ю|ем|ям|ях)|вс)$/,
  ),
  [
    /^(?:в|во|на|за|от|не|реже|менее|минимум|срок|сроки|сроков|реализации|исполнения|проведения|период|периода|дата|примерно|около|но|ориентировочно|включительно|также|текущего|текущий|нового|новый|весь|всего|время|дни|чем|план|планируемая|планируемый)$/,
    { type: "filler" },
  ],
  // «летний оздоровительный период».
  [/^оздоровительн\p{L}+$/u, { type: "filler" }],
  [/^зим(?:а|у|ы|е|ой|н\p{L}+)$/u, { type: "season", season: 1 }],
  [/^вес(?:на|ну|ны|не|ной|енн\p{L}+)$/u, { type: "season", season: 2 }],
  [/^лет(?:о|а|у|е|ом|н\p{L}+)$/u, { type: "season", season: 3 }],
  [/^осен(?:ь|и|ью|н\p{L}+)$/u, { type: "season", season: 4 }],
  [/^ежегод(?:н\p{L}+)?$/u, { type: "repeat", period: "year" }],
  [/^ежемес(?:ячн\p{L}+)?$/u, { type: "repeat", period: "month" }],
  [/^еженед(?:ельн\p{L}+)?$/u, { type: "repeat", period: "week" }],
  [/^ежедн(?:евн\p{L}+)?$/u, { type: "repeat", period: "day" }],
  [/^ежекв(?:арт(?:альн\p{L}+)?)?$/u, { type: "repeat", period: "quarter" }],
  [/^(?:неделя|неделе|неделю|неделей|нед)$/, period("week")],
  [/^(?:недели|недель|неделям|неделях)$/, period("week", true)],
  [/^(?:декада|декаде|декаду|декадой)$/, period("decade")],
  [/^(?:декады|декад|декадах)$/, period("decade", true)],
  [/^(?:кв|квартал\p{L}{0,2})$/u, period("quarter")],
  [/^(?:четверт(?:ь|и|ью|ей|ям|ях)|четв)$/, period("term")],
  [/^триместр\p{L}{0,2}$/u, period("trimester")],
  [/^(?:полугоди\p{L}{1,2}|полуг|семестр\p{L}{0,2})$/u, period("halfyear")],
  [/^(?:день|дня|дню|днем|дней)$/, period("day")],
  [/^(?:мес|месяц\p{L}{0,3})$/u, period("month")],
  [/^(?:начало|началу|начала)$/, part("start", true)],
  [/^начале$/, part("start", false)],
  [/^(?:середина|середину|середине)$/, part("middle", false)],
  [/^(?:середины)$/, part("middle", true)],
  [/^(?:конец|концу|конца|окончани[еюя])$/, part("end", true)],
  [/^конце$/, part("end", false)],
  [/^половин\p{L}{1,2}$/u, { type: "half" }],
  [/^последн\p{L}+$/u, { type: "last" }],
  [/^(?:один|одного|одну|одна)$/, { type: "cardinal", value: 1 }],
  [/^(?:два|две|двух)$/, { type: "cardinal", value: 2 }],
  [/^(?:три|трех)$/, { type: "cardinal", value: 3 }],
  [/^дважды$/, { type: "multiple", value: 2 }],
  [/^трижды$/, { type: "multiple", value: 3 }],
  [/^(?:далее|затем)$/, { type: "then" }],
  [/^отрезок$/, { type: "studyperiod" }],
  [/^(?:четыре|четырех)$/, { type: "cardinal", value: 4 }],
  [/^(?:пять|пяти)$/, { type: "cardinal", value: 5 }],
  [/^(?:шесть|шести)$/, { type: "cardinal", value: 6 }],
];

/** What a lower-case word («е» for «ё») does, or null if it is unknown. */
export function classifyWord(word: string): WordToken | null {
  return RULES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/**
 * Set phrases for «the whole time», matched at a word start of lower-case text.
 * Not «в течение учебного года»: that one has dates of its own.
 */
export const THROUGHOUT_PHRASES: readonly RegExp[] = phrases([
  "(?:постоянно|систематически|непрерывно|регулярно|круглый год|круглогодично|бессрочно)",
  "(?:на|в ходе|в рамках) (?:протяжении )?(?:всех|каждом|каждого|всего) этап(?:ах|ов|е|а)(?: реализации)?(?: (?:программы|проекта|карты|дорожной карты))?",
  "(?:(?:в течени[еи]|на протяжении|за) )?(?:весь|всего|все) (?:период\\p{L}*|срок\\p{L}*|врем\\p{L}+)(?: (?:реализации|действия|работы|проведения))?(?: (?:программы|проекта|карты|дорожной карты))?",
  "(?:в течени[еи]|на протяжении|в|на|за) (?:период\\p{L}?|срок\\p{L}?|врем\\p{L}+|процессе|ходе) (?:реализации|действия)(?: (?:программы|проекта|карты|дорожной карты))?",
  "в течени[еи] (?:всего )?(?:календарного )?года(?! ?\\d)",
]);

/** Whose plan it is, and of what. */
const OF_PLAN =
  "работы|школы|колледжа|техникума|лицея|гимназии|учреждения|организации|детского|сада|доу|оо|воспитательной|методической|методического|объединения|внутришкольного|контроля|вшк|мо|шмо|мероприятий|встреч|занятий|проведения|реализации|программы|куратора|наставника|наставников|управления|образования";

/**
 * Set phrases that leave the time open. Next to a date they say nothing; alone
 * they mean the whole time.
 */
export const VAGUE_PHRASES: readonly RegExp[] = phrases([
  `по мере (?:необходимости|(?:поступления|возникновения|появления|готовности)(?: (?:запросов|заявок|потребности|необходимости))?)`,
  "по (?:необходимости|запросу|запросам|согласованию|потребности|требованию)",
  "при (?:необходимости|наличии (?:запросов|заявок|потребности))",
  `(?:по|согласно|в соответствии с)(?: (?:отдельн|утвержденн|индивидуальн|годов|учебн|общешкольн|календарн|установленн)(?:ому|ым))? (?:план(?:у|ом)(?:-?график(?:у|ом))?|график(?:у|ом)|расписани(?:ю|ем)|циклограмм(?:е|ой))(?: (?:${OF_PLAN})){0,4}`,
]);

function phrases(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map(
    (pattern) =>
      new RegExp(`${pattern.replace(/ /g, "\\s")}(?![\\p{L}])`, "uy"),
  );
}
