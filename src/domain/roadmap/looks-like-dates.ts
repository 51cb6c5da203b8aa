/** Tells a date cell from any other text. */

import { datePhraseText } from "./normalise";
import { NOT_UNDERSTOOD, parseDatePhrase } from "./parse-date-phrase";
import { tokenize } from "./tokens";

/** Any school year will do: only the wording matters here. */
const ANY_YEAR = { schoolYear: 2026, yearStart: "09-01", yearEnd: "05-31" };

const MAX_CHARACTERS = 160;

/** A quick look that spares the parser most texts. */
const HINT =
  /\d|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек|год|кварт|четверт|полугод|недел|месяц|еже|кажд|раз|постоян|период|весн|летн|летом|осен|зим|плану|график|этап|необходим|регуляр|системат/i;

/** Whether the whole text is a date phrase: nothing in it is left over. */
export function looksLikeDates(text: string): boolean {
  if (text.length > MAX_CHARACTERS || !HINT.test(text)) {
    return false;
  }
  const tokens = tokenize(datePhraseText(text));
  if (tokens.some(({ type }) => type === "unknown")) {
    return false;
  }
  const { intervals, warnings } = parseDatePhrase(text, ANY_YEAR);
  return (
    intervals.length > 0 &&
    !warnings.some((line) => line.includes(NOT_UNDERSTOOD))
  );
}
