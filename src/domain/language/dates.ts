/** Calendar dates as Russian documents write them. */

/** «января» … «декабря». */
export const MONTHS_GENITIVE: readonly string[] = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

/** First month of the school year: September (law 273-ФЗ and its orders). */
const SCHOOL_YEAR_MONTH = 9;

type CalendarDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

/**
 * «1 сентября 2026 г.»
 *
 * @param iso - Calendar date, YYYY-MM-DD.
 * @throws RangeError if it is not an existing date.
 */
export function formatDateRu(iso: string): string {
  const { year, month, day } = parseDate("formatDateRu", iso);
  return `${day} ${MONTHS_GENITIVE[month - 1]} ${year} г.`;
}

/** «01.09.2026», also of a day that does not exist: 2026-02-31 as it was written. */
export function russianDate(iso: string): string {
  return iso.split("-").reverse().join(".");
}

/**
 * «01.09.2026»
 *
 * @param iso - Calendar date, YYYY-MM-DD.
 * @throws RangeError if it is not an existing date.
 */
export function formatDateShort(iso: string): string {
  const { year, month, day } = parseDate("formatDateShort", iso);
  return `${twoDigits(day)}.${twoDigits(month)}.${year}`;
}

/**
 * The school year a date belongs to: «2026/2027» from 1 September 2026.
 *
 * @param iso - Calendar date, YYYY-MM-DD.
 * @throws RangeError if it is not an existing date.
 */
export function schoolYearOf(iso: string): string {
  const { year, month } = parseDate("schoolYearOf", iso);
  const first = month >= SCHOOL_YEAR_MONTH ? year : year - 1;
  return `${first}/${first + 1}`;
}

function parseDate(caller: string, iso: string): CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
  const isReal =
    match !== null &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!isReal) {
    throw new RangeError(`${caller}: "${iso}" is not a date as YYYY-MM-DD`);
  }
  return { year, month, day };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
