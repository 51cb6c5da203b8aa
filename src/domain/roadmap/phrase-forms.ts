/** Ways of writing that are put into plainer ones before a date phrase is read. */

import { MONTH_FORM, monthName, monthOf } from "./months";

const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12;
const fullYear = (text: string) => (text.length === 2 ? `20${text}` : text);

/** Lessons begin and end at minutes that five divides. */
const isUsualMinute = (text: string) => Number(text) % 5 === 0;

/** «10.25 – 11.30» is a time of day, «09.25 – 05.30» is none. */
function isClock(
  [hour, minute]: readonly [string, string],
  [lastHour, lastMinute]: readonly [string, string],
): boolean {
  return (
    isUsualMinute(minute) &&
    isUsualMinute(lastMinute) &&
    Number(hour) <= Number(lastHour)
  );
}

type Form = readonly [RegExp, (...found: string[]) => string];

/** A month in Roman figures; those up to five count terms and weeks, too. */
const ROMAN_FIGURE = "[IVXХІ]{1,4}";
const ROMAN_MONTHS = new RegExp(
  `(?<![\\p{L}\\d.]|\\d\\s)${ROMAN_FIGURE}(?:(?: ?[-,] ?| и | по )${ROMAN_FIGURE})*(?=\\.?\\s?(?:(?:19|20)\\d\\d|г\\.|[;,)\\n]|$))`,
  "gu",
);
const SURE_ROMAN_MONTH = 6;

function romanMonth(figure: string): number {
  return ROMAN.indexOf(figure.replace(/Х/g, "X").replace(/І/g, "I")) + 1;
}

/** «IX–XII 2026 г.», «XI, II»: months when one of them can be nothing else. */
function romanMonths(whole: string): string {
  const figures = whole.match(/[IVXХІ]+/g) ?? [];
  const numbers = figures.map(romanMonth);
  const isSure = numbers.some((number) => number >= SURE_ROMAN_MONTH);
  return isSure && !numbers.includes(0)
    ? whole.replace(/[IVXХІ]+/g, (figure) =>
        monthName(romanMonth(figure), "nominative"),
      )
    : whole;
}

const FORMS: readonly Form[] = [
  [ROMAN_MONTHS, romanMonths],
  // «до Нового года»: not of the school year.
  [
    /(?<!\p{L})(до|к|перед|после) (?:нов(?:ого|ому|ым) год(?:а|у|ом)|н\. ?г)(?!\p{L})\.?/giu,
    (_, word = "") =>
      word.toLowerCase() === "после" ? "после 31 декабря" : "до 31 декабря",
  ],
  // «Q4'26», «1Q 2027»
  [
    /(?<![\p{L}\d])(?:Q ?([1-4])|([1-4]) ?Q)(?!\d)(?: ?['’](\d\d)(?!\d))?/giu,
    (_, number = "", other = "", year = "") =>
      `${number || other} квартал${year && ` ${fullYear(year)}`}`,
  ],
  // «1 пол.», «2-я пол. октября»
  [
    /((?:\d|[IVІ]|перв\p{L}+|втор\p{L}+)(?:-?\p{L}{1,2})?) ?пол(?:\. ?| )(?=(\p{L}*))/giu,
    (_, number = "", next = "") =>
      `${number} ${monthOf(next.toLowerCase()) === null ? "полугодие" : "половина"} `,
  ],
  // «2026-09»: a month as computers write it.
  [
    /(?<=(?:^|[\n;,(-]|(?<!\p{L})(?:с|по|до|в)) ?)(20[1-9]\d)-(0[1-9]|1[0-2])(?= ?(?:$|[\n;,)-]|по |до )(?!\d))/giu,
    (whole, year = "", month = "") =>
      Number(year) % 100 < 13 ? whole : `${month}.${year}`,
  ],
  // «Срок сдачи отчёта – 25.12.2026»: what the date is of.
  [
    /^\s*(?:срок|дата)\p{L}*((?: \p{L}+){1,4}) ?[-:] ?(?=\d|до |не |с |к )/iu,
    (whole, words = "") =>
      words
        .trim()
        .split(" ")
        .some((word) => monthOf(word.toLowerCase()) !== null)
        ? whole
        : "",
  ],
  // «IX.2026», «IX.26»
  [
    /(?<![\p{L}\d.])([IVXХІ]{1,4})\.((?:19|20)\d\d|[23]\d)(?!\d)/gu,
    (whole, figure = "", year = "") => {
      const month = romanMonth(figure);
      return month === 0
        ? whole
        : `${String(month).padStart(2, "0")}.${fullYear(year)}`;
    },
  ],
  // «09-11.2026», «09-11.26»: two months of one year.
  [
    /(?<![\d./-])(\d{1,2}) ?- ?(\d{1,2})\.((?:19|20)\d\d|[23]\d)(?![\d.:])/gu,
    (whole, first = "", last = "", year = "") =>
      isMonth(first) && isMonth(last) && Number(first) < Number(last)
        ? `${first}.${fullYear(year)} - ${last}.${fullYear(year)}`
        : whole,
  ],
  // «09.26 – 06.27»: months, because there are no such days.
  [
    /(?<![\d.:/])(\d{1,2})([./])([23]\d)( ?г?\.? ?(?:-|по|до) ?)(\d{1,2})\2([23]\d)(?![\d.:/])/gu,
    (
      whole,
      first = "",
      _dot = "",
      year = "",
      dash = "",
      last = "",
      end = "",
    ) =>
      isMonth(first) && isMonth(last) && !isClock([first, year], [last, end])
        ? `${first}.${fullYear(year)}${dash}${last}.${fullYear(end)}`
        : whole,
  ],
  // «09.26»
  [
    /(?<![\d.:/])(\d{1,2})\.([23]\d)(?![\d.:/-]| ?(?:-|ч))/gu,
    (whole, month = "", year = "") =>
      isMonth(month) && !isUsualMinute(year)
        ? `${month}.${fullYear(year)}`
        : whole,
  ],
  // «01 10 2026», «01.10,2026»
  [
    /(?<![\d.,] ?)(\d{1,2})(?:\. ?|,| )(\d{1,2})(?:\. ?|,| )((?:19|20)\d\d)(?!\d)/gu,
    (whole, day = "", month = "", year = "") =>
      isMonth(month) && Number(day) <= 31 ? `${day}.${month}.${year}` : whole,
  ],
  // «начало – 15.09.2026, окончание – 25.05.2027», «начало: сентябрь; конец: май»
  [
    new RegExp(
      `начало ?[-:] ?((?:\\d|${MONTH_FORM})[^,;\\n]*)[,;\\n] ?(?:окончание|конец|завершение) ?[-:] ?(?=\\d|${MONTH_FORM})`,
      "giu",
    ),
    (_, first = "") => `${first} - `,
  ],
  // «каждое 25-е число»
  [
    /кажд(?:ое|ого) (\d{1,2})(?:-?(?:е|го))? числ[оа]/giu,
    (_, day = "") => `${day} числа каждого месяца`,
  ],
  // «8 февраля (День науки) 2027 г.»: the year belongs to the day.
  [
    /(\d{1,2} \p{L}+) ?(\([^()\d\n]*\)) ?((?:19|20)\d\d)(?!\d)/gu,
    (whole, day = "", words = "", year = "") =>
      monthOf((day.split(" ")[1] ?? "").toLowerCase()) === null
        ? whole
        : `${day} ${year} ${words}`,
  ],
  // «конец 1 и конец 3 четверти»
  [
    /((?:начал|кон[еу]?ц|середин)\p{L}{0,2} [IVX\d]{1,3}(?:-?\p{L}{1,2})?) и (?=(?:начал|кон[еу]?ц|середин)\p{L}{0,2} [IVX\d]{1,3}(?:-?\p{L}{1,2})? (четверт\p{L}+|полугоди\p{L}+|триместр\p{L}*))/giu,
    (_, first = "", word = "") => `${first} ${word} и `,
  ],
];

/** The phrase with these forms rewritten; all others stay as they are. */
export function plainForms(phrase: string): string {
  return FORMS.reduce(
    (text, [pattern, rewrite]) => text.replace(pattern, rewrite),
    phrase,
  );
}
