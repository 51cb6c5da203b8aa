/** Russian month names in every form that documents use. */

type Month = {
  readonly nominative: string;
  readonly genitive: string;
  /** Accepts the case forms and the usual abbreviations, lower case. */
  readonly forms: RegExp;
};

const MONTHS: readonly Month[] = [
  month("январь", "января", /^янв(?:ар(?:ь|я|ю|е|ем))?$/),
  month("февраль", "февраля", /^фев(?:р(?:ал(?:ь|я|ю|е|ем))?)?$/),
  month("март", "марта", /^мар(?:т(?:а|у|е|ом)?)?$/),
  month("апрель", "апреля", /^апр(?:ел(?:ь|я|ю|е|ем))?$/),
  month("май", "мая", /^ма(?:й|я|ю|е|ем)$/),
  month("июнь", "июня", /^июн(?:ь|я|ю|е|ем)?$/),
  month("июль", "июля", /^июл(?:ь|я|ю|е|ем)?$/),
  month("август", "августа", /^авг(?:уст(?:а|у|е|ом)?)?$/),
  month("сентябрь", "сентября", /^сен(?:т(?:ябр(?:ь|я|ю|е|ем))?)?$/),
  month("октябрь", "октября", /^окт(?:ябр(?:ь|я|ю|е|ем))?$/),
  month("ноябрь", "ноября", /^ноя(?:б(?:р(?:ь|я|ю|е|ем))?)?$/),
  month("декабрь", "декабря", /^дек(?:аб(?:р(?:ь|я|ю|е|ем))?)?$/),
];

function month(nominative: string, genitive: string, forms: RegExp): Month {
  return { nominative, genitive, forms };
}

/** Source of a pattern for the name of a month in the genitive, or shortened. */
export const MONTH_FORM =
  "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*\\.?";

/** Month 1–12 named by a lower-case word with «е» for «ё», or null. */
export function monthOf(word: string): number | null {
  const index = MONTHS.findIndex(({ forms }) => forms.test(word));
  return index < 0 ? null : index + 1;
}

/** «сентября»: after a number it names a day. */
export function isGenitiveMonth(word: string): boolean {
  return MONTHS.some(({ genitive }) => genitive === word.toLowerCase());
}

/**
 * Name of a month.
 *
 * @throws RangeError if `number` is not in 1–12.
 */
export function monthName(
  number: number,
  form: "nominative" | "genitive",
): string {
  const found = MONTHS[number - 1];
  if (found === undefined) {
    throw new RangeError(`monthName: no month ${number}`);
  }
  return found[form];
}
