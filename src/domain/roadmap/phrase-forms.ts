/** Ways of writing that are put into plainer ones before a date phrase is read. */

import { monthOf } from "./months";

const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

type Form = readonly [RegExp, (...found: string[]) => string];

const FORMS: readonly Form[] = [
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
  // «IX.2026»
  [
    /(?<![\p{L}\d.])([IVXХІ]{1,4})\.(?=(?:19|20)\d\d(?!\d))/gu,
    (whole, figure = "") => {
      const latin = figure.replace(/Х/g, "X").replace(/І/g, "I");
      const month = ROMAN.indexOf(latin) + 1;
      return month === 0 ? whole : `${String(month).padStart(2, "0")}.`;
    },
  ],
  // «09-11.2026»: two months of one year.
  [
    /(?<![\d./-])(\d{1,2}) ?- ?(\d{1,2})\.((?:19|20)\d\d)(?![\d.])/gu,
    (whole, first = "", last = "", year = "") =>
      Number(first) >= 1 && Number(first) < Number(last) && Number(last) <= 12
        ? `${first}.${year} - ${last}.${year}`
        : whole,
  ],
  // «начало – 15.09.2026, окончание – 25.05.2027»
  [
    /начало ?[-:] ?([^,;\n]*\d[^,;\n]*)[,;] ?(?:окончание|конец|завершение) ?[-:] ?(?=\d)/giu,
    (_, first = "") => `${first} - `,
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
