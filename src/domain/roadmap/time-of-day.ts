/** Finds the time of day in a date phrase: «в 15.00», «с 14:00 до 15:30». */

const HOUR = "(?:[01]?\\d|2[0-4])";
const HOUR_WORD =
  "\\s?(?:ч|час\\p{L}{0,3})(?!\\p{L})\\.?(?:\\s?[0-5]\\d\\s?мин\\p{L}{0,3}\\.?)?";
const CLOCK = `${HOUR}[.:-][0-5]\\d`;
/** Minutes that no month could be. */
const CLEAR = `${HOUR}(?::[0-5]\\d|\\.(?:00|1[3-9]|[2-5]\\d)|-00)`;
const STOP = "(?![\\d]|[.:]\\d)";

const TIMES: readonly RegExp[] = [
  // «с 14.00 до 15.30», «14:00–15:30».
  `(?:(?:с|от|в)\\s)?${CLEAR}(?:${HOUR_WORD})?\\s?(?:до|по|-)\\s?${CLOCK}${STOP}(?:${HOUR_WORD})?`,
  // «15:30», «15.00».
  `(?:(?:в|с|к)\\s)?${HOUR}(?::[0-5]\\d(?::[0-5]\\d)?|\\.00)${STOP}(?:${HOUR_WORD})?`,
  // «в 15.30», «в 15-30»: a date does not follow «в».
  `в\\s${HOUR}[.-](?:00|15|30|45|[0-5]0|[0-5]5)${STOP}(?:${HOUR_WORD})?`,
  // «в 15 часов», «15.30 ч.»
  `(?:(?:в|с|к)\\s)?${HOUR}(?:[.-][0-5]\\d)?${HOUR_WORD}`,
].map((source) => new RegExp(source, "uy"));

/** Length in characters of the time that stands at `at` of a lower-case text, or 0. */
export function timeLength(text: string, at: number): number {
  for (const pattern of TIMES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) {
      return found[0].length;
    }
  }
  return 0;
}
