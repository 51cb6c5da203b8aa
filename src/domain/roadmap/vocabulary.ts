/** Words of date phrases in full, for what is shortened or misspelt. */

import { monthName } from "./months";

const MONTHS = Array.from({ length: 12 }, (_, index) => [
  monthName(index + 1, "nominative"),
  monthName(index + 1, "genitive"),
  monthName(index + 1, "genitive").replace(/[ая]$/, "е"),
]).flat();

const SPELT =
  "неделя четверть четверти квартал квартале триместр семестр полугодие полугодия полугодии " +
  "половина осенние зимние весенние летние каникулы каникул " +
  "понедельник вторник четверг пятница суббота воскресенье " +
  "ежемесячно ежегодно еженедельно ежеквартально ежедневно учебный учебного учебном течение";
const SHORTENED =
  "начало конец середина последняя первая вторая третья протяжении постоянно необходимости " +
  "регулярно систематически ориентировочно предварительно предположительно приблизительно " +
  "примерно включительно текущего";

/** Words that may be misspelt. */
const OFTEN = SPELT.split(" ").concat(MONTHS);
/** Of several words with one beginning the first is meant. */
const WORDS = SHORTENED.split(" ").concat(OFTEN);

/** Shorter beginnings may be anything. */
const SHORTEST_BEGINNING = 3;
/** Shorter words are often right though they look like another. */
const SHORTEST_MISSPELT = 6;

/** «посл» → «последняя»: the word that begins so; `ending` for «четв-ть». */
export function wordBeginning(start: string, ending = ""): string | null {
  const isLong =
    start.length >= SHORTEST_BEGINNING || /^(?:кв|уч)$/.test(start);
  const found = WORDS.find(
    (word) =>
      word.length > start.length + ending.length &&
      word.startsWith(start) &&
      word.endsWith(ending),
  );
  return isLong ? (found ?? null) : null;
}

/** «сентрябь» → «сентябрь»: the word of which one letter is wrong, or out of its place. */
export function likelyWord(word: string): string | null {
  if (word.length < SHORTEST_MISSPELT) {
    return null;
  }
  const near = OFTEN.filter(
    (right) =>
      right[0] === word[0] &&
      Math.abs(right.length - word.length) <= 1 &&
      (isOneApart(word, right) || sorted(word) === sorted(right)),
  );
  return near[0] ?? null;
}

const sorted = (word: string) => Array.from(word).sort().join("");

/** Whether one letter added, left out or changed makes one word of the other. */
function isOneApart(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) {
    same += 1;
  }
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest
  );
}
