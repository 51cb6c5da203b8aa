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
  | "decade";

export type WordToken =
  | { readonly type: "from" }
  | { readonly type: "after" }
  | { readonly type: "to" }
  | { readonly type: "until" }
  | { readonly type: "notLater" }
  | { readonly type: "towards" }
  | { readonly type: "during" }
  | { readonly type: "school" }
  | { readonly type: "and" }
  | { readonly type: "each" }
  | { readonly type: "times" }
  | { readonly type: "dayword" }
  | { readonly type: "holidays" }
  | { readonly type: "studyperiod" }
  | { readonly type: "except" }
  | { readonly type: "weekday" }
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
  /** First is 1; the last is 0. */
  | { readonly type: "ordinal"; readonly value: number }
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

const RULES: readonly Rule[] = [
  [/^(?:с|со|начиная)$/, { type: "from" }],
  [/^после$/, { type: "after" }],
  [/^по$/, { type: "to" }],
  [/^до$/, { type: "until" }],
  [/^(?:позднее|позже)$/, { type: "notLater" }],
  [/^(?:ранее|раньше)$/, { type: "from" }],
  [/^(?:к|ко)$/, { type: "towards" }],
  [/^(?:течени[еию]|протяжении)$/, { type: "during" }],
  [/^(?:учебн\p{L}*|уч|учеб)$/u, { type: "school" }],
  [/^(?:г|гг|год|года|году|годы|годов|годах|годам|годом)$/, period("year")],
  [/^и$/, { type: "and" }],
  [/^кажд\p{L}+$/u, { type: "each" }],
  [/^(?:раз|раза|разу|р)$/, { type: "times" }],
  [/^(?:числ[оауе]|чисел)$/, { type: "dayword" }],
  [/^каникул\p{L}*$/u, { type: "holidays" }],
  [/^(?:кроме|исключая|исключением)$/, { type: "except" }],
  [
    /^(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\p{L}{0,3}$|^(?:пн|вт|ср|чт|пт|сб|вс)$/u,
    { type: "weekday" },
  ],
  [
    /^(?:в|во|на|за|от|не|реже|менее|минимум|срок|сроки|сроков|реализации|исполнения|проведения|период|периода|дата|примерно|около|но|ориентировочно|включительно|также|текущего|текущий|нового|новый|весь|всего|время|план|планируемая|планируемый)$/,
    { type: "filler" },
  ],
  [/^зим(?:а|у|ы|е|ой|н\p{L}+)$/u, { type: "season", season: 1 }],
  [/^вес(?:на|ну|ны|не|ной|енн\p{L}+)$/u, { type: "season", season: 2 }],
  [/^лет(?:о|а|у|е|ом|н\p{L}+)$/u, { type: "season", season: 3 }],
  [/^осен(?:ь|и|ью|н\p{L}+)$/u, { type: "season", season: 4 }],
  [/^(?:ежегодно|ежегодн\p{L}+)$/u, { type: "repeat", period: "year" }],
  [/^ежемесячн\p{L}+$/u, { type: "repeat", period: "month" }],
  [/^еженедельн\p{L}+$/u, { type: "repeat", period: "week" }],
  [/^ежеквартальн\p{L}+$/u, { type: "repeat", period: "quarter" }],
  [/^(?:неделя|неделе|неделю|неделей)$/, period("week")],
  [/^(?:недели|недель|неделям|неделях)$/, period("week", true)],
  [/^(?:декада|декаде|декаду|декадой)$/, period("decade")],
  [/^(?:декады|декад|декадах)$/, period("decade", true)],
  [/^(?:кв|квартал\p{L}{0,2})$/u, period("quarter")],
  [/^четверт(?:ь|и|ью|ей|ям|ях)$/, period("term")],
  [/^триместр\p{L}{0,2}$/u, period("trimester")],
  [/^(?:полугоди\p{L}{1,2}|семестр\p{L}{0,2})$/u, period("halfyear")],
  [/^(?:мес|месяц\p{L}{0,3})$/u, period("month")],
  [/^(?:начало|началу|начала)$/, part("start", true)],
  [/^начале$/, part("start", false)],
  [/^(?:середина|середину|середине)$/, part("middle", false)],
  [/^(?:середины)$/, part("middle", true)],
  [/^(?:конец|концу|конца)$/, part("end", true)],
  [/^конце$/, part("end", false)],
  [/^половин\p{L}{1,2}$/u, { type: "half" }],
  [/^перв\p{L}+$/u, { type: "ordinal", value: 1 }],
  [/^втор(?:ой|ая|ое|ого|ую|ом)$/, { type: "ordinal", value: 2 }],
  [/^трет(?:ий|ья|ье|ьего|ьей|ью|ьем)$/, { type: "ordinal", value: 3 }],
  [/^четверт(?:ый|ая|ое|ого|ой|ую|ом)$/, { type: "ordinal", value: 4 }],
  [/^последн\p{L}+$/u, { type: "ordinal", value: 0 }],
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
  "(?:постоянно|систематически|непрерывно|регулярно|круглогодично|бессрочно)",
  "(?:на|в ходе|в рамках) (?:протяжении )?(?:всех|каждом|каждого|всего) этап(?:ах|ов|е|а)(?: реализации)?(?: (?:программы|проекта|карты|дорожной карты))?",
  "(?:(?:в течени[еи]|на протяжении|за) )?(?:весь|всего|все) (?:период\\p{L}*|срок\\p{L}*|врем\\p{L}+)(?: (?:реализации|действия|работы|проведения))?(?: (?:программы|проекта|карты|дорожной карты))?",
  "(?:в|на) (?:период|процессе|ходе) (?:реализации|действия)(?: (?:программы|проекта|карты|дорожной карты))?",
  "в течени[еи] (?:всего )?(?:календарного )?года(?! ?\\d)",
]);

/**
 * Set phrases that leave the time open. Next to a date they say nothing; alone
 * they mean the whole time.
 */
export const VAGUE_PHRASES: readonly RegExp[] = phrases([
  "(?:по мере|по (?:отдельному |утвержденному |индивидуальному )?(?:плану|графику)) ?(?:необходимости|поступления|возникновения|потребности|готовности|работы|школы|мероприятий|встреч|занятий|куратора|наставника)?(?: (?:запросов|заявок|потребности|школы|куратора|наставника|наставников))?",
  "по (?:необходимости|запросу|запросам|согласованию|потребности|требованию)",
  "при необходимости",
  "(?:в соответствии с|согласно) (?:планом|плану|графиком|графику)(?: (?:работы|школы|мероприятий|встреч))?",
]);

function phrases(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map(
    (pattern) =>
      new RegExp(`${pattern.replace(/ /g, "\\s")}(?![\\p{L}])`, "uy"),
  );
}
