/** What a cell for a name holds when it is not one person's name. */
import { looksLikeGroup, patronymicIndex } from "../people/looks-like-name";
import { nameWords } from "../people/normalize-name";
import { compareKey, oneLine, saysNothing } from "./compare-text";

/** Words for the person above. */
const SAME_AS_ABOVE = /^(?:он|она|они|тот|та|те) же$/;

/** Words for a place that nobody fills yet. */
const NOBODY_YET =
  /^(?:ваканси[яи]|вакантн\S*|вакант|уточня\S*|уточнить|по согласованию|не (?:назначен\S*|определен\S*|выбран\S*|известн\S*)|будет (?:назначен\S*|определен\S*)|подбирается|ищем|требуется|без наставника|нет наставника)(?: |$)/;

export type NameFlaw = "same" | "nobody" | "several";

/** Why the text is not the name of one person or group, or null. */
export function nameCellFlaw(text: string): NameFlaw | null {
  const key = compareKey(text);
  if (SAME_AS_ABOVE.test(key) || isDitto(text)) {
    return "same";
  }
  if (NOBODY_YET.test(key)) {
    return "nobody";
  }
  return namesSeveral(text) ? "several" : null;
}

/** Marks and words that repeat the cell above («-//-», «то же»). */
export function isDitto(text: string): boolean {
  const line = oneLine(text);
  return (
    /^(?:[-–—]\s*(?:\/\/|[«»"“”„]|''|,,)\s*[-–—]|\/\/)$/.test(line) ||
    /^(?:то|та|тот|те|там) же$/i.test(line.replace(/\.$/, ""))
  );
}

/**
 * Whether two people stand in one cell: joined by «и», «/», «+» or «;», or two
 * whole names after each other. A surname and a name with a comma or a line
 * break between are one.
 */
function namesSeveral(text: string): boolean {
  const names = text.replace(/\([^()]*\)/g, " ");
  if (looksLikeGroup(names)) {
    return false;
  }
  if (split(names, /[;/+&]|\sи\s|\n\s*\d+[.)]\s/).length > 1) {
    return true;
  }
  const pieces = split(names, /[,\n]/);
  const whole = pieces.filter((piece) => nameWords(piece).length > 1);
  return whole.length > 1 && (isEnough(pieces) || nameWords(text).length > 4);
}

/** Two pieces with a patronymic or an initial each are two people. */
function isEnough(pieces: readonly string[]): boolean {
  return (
    pieces.filter((piece) => {
      const words = nameWords(piece);
      return (
        patronymicIndex(words) > 0 || words.some((word) => word.length === 1)
      );
    }).length > 1
  );
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map(oneLine)
    .filter((piece) => !saysNothing(piece) && /\p{L}{2}/u.test(piece));
}

/** «Гр. «Солнышко»», «10 «А» класс», «9б»: what kind of group, or null. */
export function groupKind(text: string): "группа" | "класс" | null {
  const isShort = /^(?:гр|кл|подгр)\.?\s/i.test(oneLine(text));
  if (!looksLikeGroup(text) && !isShort) {
    return null;
  }
  return /(?:^| )(?:гр |групп|подгр|отряд|команд|круж)/.test(compareKey(text))
    ? "группа"
    : "класс";
}

/** «(24 чел.)», «– 19 детей»: how many a group's name says it has, or null. */
export function headcountIn(text: string): number | null {
  const found =
    /(?:^|[^\p{L}\p{N}])(\d{1,3})\s*(?:чел(?:\.|овека?)?|дет(?:ей|и)|реб(?:\.|[её]нка)|уч(?:\.|еников|ащихся)|обуч(?:\.|ающихся)|студентов|воспитанников)(?!\p{L})/iu.exec(
      text,
    );
  return found === null ? null : Number(found[1]);
}
