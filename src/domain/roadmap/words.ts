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

/** «включительно», «от», and «не» or «самое», which turn «позднее» round. */
export type FillerMark = "isInclusive" | "isSince" | "isBound";

export type WordToken =
  | { readonly type: "from" }
  | { readonly type: "after" }
  | { readonly type: "between" }
  | { readonly type: "to" }
  | { readonly type: "until" }
  | { readonly type: "notLater" }
  | { readonly type: "towards" }
  /** «накануне», «перед»: the day itself is too late. */
  | { readonly type: "before" }
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
  /** `mark`: what it says of a token beside it. */
  | { readonly type: "filler"; readonly mark?: FillerMark }
  | { readonly type: "calendar" }
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

/** «одного», «двух», «десять»: from one on. */
const CARDINALS: readonly RegExp[] = [
  /^(?:один|одного|одну|одна|одному)$/,
  /^(?:два|две|двух)$/,
  /^(?:три|трех)$/,
  /^(?:четыре|четырех)$/,
  /^(?:пять|пяти)$/,
  /^(?:шесть|шести)$/,
  /^(?:семь|семи)$/,
  /^(?:восемь|восьми)$/,
  /^(?:девять|девяти)$/,
  /^(?:десять|десяти)$/,
];

const RULES: readonly Rule[] = [
  [/^(?:с|со|начиная)$/, { type: "from" }],
  [/^(?:после|окончании|завершении|истечении)$/, { type: "after" }],
  [/^между$/, { type: "between" }],
  [/^по$/, { type: "to" }],
  [/^до$/, { type: "until" }],
  [/^не(?:позднее|позже)$/, { type: "notLater" }],
  [/^не(?:ранее|раньше)$/, { type: "from" }],
  // After «не» and «самое» they bound the term from the other side.
  [/^(?:позднее|позже)$/, { type: "after" }],
  [/^(?:ранее|раннее|раньше)$/, { type: "before" }],
  [/^(?:не|самое)$/, { type: "filler", mark: "isBound" }],
  [/^(?:к|ко)$/, { type: "towards" }],
  [/^(?:накануне|перед)$/, { type: "before" }],
  [/^(?:течени[еию]|теч|протяжении|продолжени[еи])$/, { type: "during" }],
  [/^(?:учебн\p{L}{0,5}|уч|учеб)$/u, { type: "school" }],
  [/^(?:г|гг|год|года|году|годы|годов|годах|годам|годом)$/, period("year")],
  [/^лет$/, period("year", true)],
  [/^и$/, { type: "and" }],
  [/^кажд\p{L}{2,3}$/u, { type: "each" }],
  [/^через$/, { type: "through" }],
  [/^(?:раз|раза|разу|р)$/, { type: "times" }],
  [/^(?:числ[оауе]|чисел)$/, { type: "dayword" }],
  [/^каникул\p{L}{0,8}$/u, { type: "holidays" }],
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
    /^(?:в|во|на|за|реже|чаще|менее|более|минимум|максимум|срок|сроки|сроков|реализации|исполнения|проведения|период|периода|дата|но|также|(?:текущ|настоящ)(?:его|ий|ем)|данн(?:ого|ый|ом)|этого|нов(?:ого|ому|ый|ом|ым)|весь|всего|время|дни|чем|план|планируемая|планируемый)$/,
    { type: "filler" },
  ],
  [/^(?:вкл|включительно)$/, { type: "filler", mark: "isInclusive" }],
  [/^от$/, { type: "filler", mark: "isSince" }],
  [/^календарн\p{L}{2,3}$/u, { type: "calendar" }],
  // How exactly or how surely: «строго до», «вплоть до», «самое позднее».
  [
    /^(?:примерно|около|(?:ориентировочн|приблизительн|предположительн|предварительн)(?:о|ый|ая|ые)|вплоть|строго|точно|ровно|крайний|крайняя|обязательно|желательно|преимущественно|обычно)$/,
    { type: "filler" },
  ],
  // «летний оздоровительный период».
  [/^оздоровительн\p{L}{2,3}$/u, { type: "filler" }],
  [/^зим(?:а|у|ы|е|ой|н\p{L}{2,3})$/u, { type: "season", season: 1 }],
  [/^вес(?:на|ну|ны|не|ной|енн\p{L}{2,3})$/u, { type: "season", season: 2 }],
  [/^лет(?:о|а|у|е|ом|н\p{L}{2,3})$/u, { type: "season", season: 3 }],
  [/^осен(?:ь|и|ью|н\p{L}{2,3})$/u, { type: "season", season: 4 }],
  [/^(?:ежегод\p{L}{0,4}|погодично)$/u, { type: "repeat", period: "year" }],
  [
    /^(?:ежеполугод\p{L}{0,5}|полугодично|ежесеместр\p{L}{0,6}|посеместрово)$/u,
    { type: "repeat", period: "halfyear" },
  ],
  [
    /^(?:ежекв\p{L}{0,10}|поквартально)$/u,
    { type: "repeat", period: "quarter" },
  ],
  [/^ежечетверт\p{L}{0,6}$/u, { type: "repeat", period: "term" }],
  [/^ежетриместр\p{L}{0,6}$/u, { type: "repeat", period: "trimester" }],
  [/^(?:ежемес\p{L}{0,7}|помесячно)$/u, { type: "repeat", period: "month" }],
  [/^ежедекадн\p{L}{0,3}$/u, { type: "repeat", period: "decade" }],
  [/^(?:еженед\p{L}{0,7}|понедельно)$/u, { type: "repeat", period: "week" }],
  [/^ежедн\p{L}{0,6}$/u, { type: "repeat", period: "day" }],
  [/^(?:неделя|неделе|неделю|неделей|нед)$/, period("week")],
  [/^(?:недели|недель|неделям|неделях)$/, period("week", true)],
  [/^(?:декада|декаде|декаду|декадой)$/, period("decade")],
  [/^(?:декады|декад|декадах)$/, period("decade", true)],
  [/^(?:кв|квартал\p{L}{0,2})$/u, period("quarter")],
  [/^(?:четверт(?:ь|и|ью|ей|ям|ях)|четв)$/, period("term")],
  [/^триместр\p{L}{0,2}$/u, period("trimester")],
  [
    /^(?:полугоди\p{L}{1,2}|полуг|пг|полгода|полугода|семестр\p{L}{0,2})$/u,
    period("halfyear"),
  ],
  [/^(?:день|дня|дню|днем|дней)$/, period("day")],
  [/^(?:мес|месяц\p{L}{0,3})$/u, period("month")],
  [/^(?:начало|началу|начала|началом)$/, part("start", true)],
  [/^начале$/, part("start", false)],
  [/^(?:середина|середину|середине)$/, part("middle", false)],
  [/^(?:середины|серединой)$/, part("middle", true)],
  [
    /^(?:конец|концу|конца|концом|окончани(?:е|ю|я|ем)|завершени[юя])$/,
    part("end", true),
  ],
  [/^конце$/, part("end", false)],
  [/^половин\p{L}{1,2}$/u, { type: "half" }],
  [/^последн\p{L}{2,3}$/u, { type: "last" }],
  ...CARDINALS.map(
    (forms, index): Rule => [forms, { type: "cardinal", value: index + 1 }],
  ),
  [/^(?:одно|едино)(?:кратно|жды)$/, { type: "multiple", value: 1 }],
  [/^дв(?:ажды|укратно|ухкратно)$/, { type: "multiple", value: 2 }],
  [/^тр(?:ижды|ехкратно)$/, { type: "multiple", value: 3 }],
  [/^четыре(?:жды|хкратно)$/, { type: "multiple", value: 4 }],
  [/^(?:далее|затем)$/, { type: "then" }],
  [/^отрезок$/, { type: "studyperiod" }],
];

/** What a lower-case word («е» for «ё») does, or null if it is unknown. */
export function classifyWord(word: string): WordToken | null {
  return RULES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
