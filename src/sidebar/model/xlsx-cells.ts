/** Cells of an .xlsx sheet as a reader would write them. */

/** How a cell's number is meant: as it is, or as a day, a time, or both. */
export type NumberMeaning = {
  readonly day: boolean;
  readonly time: boolean;
};

const DAY_MS = 86_400_000;
/** Day 0 of serial numbers, with Excel's false 29 February 1900 behind it. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Days between the two date systems of Excel. */
const DAYS_TO_1904 = 1462;

/** Digits of a number that Excel keeps. */
const PRECISION = 15;

/** Built-in formats with a day; ECMA-376 part 1, 18.8.30, and the Asian ones. */
const DAY_FORMATS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const TIME_FORMATS = new Set([
  18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56,
]);

/** @param code - Custom format code, "" for a built-in format. */
export function meaningOfFormat(id: number, code: string): NumberMeaning {
  if (code === "") {
    return { day: DAY_FORMATS.has(id), time: TIME_FORMATS.has(id) };
  }
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .toLowerCase();
  return { day: /[ydгд]/.test(bare), time: /[hsч]/.test(bare) };
}

/** Text of a number; «79000000001», never «7,9E+10». */
export function numberText(
  written: string,
  meaning: NumberMeaning,
  from1904: boolean,
): string {
  const value = Number(written);
  if (!Number.isFinite(value) || written.trim() === "") {
    return written;
  }
  if (!(meaning.day || meaning.time) || value < 0) {
    return String(Number(value.toPrecision(PRECISION))).replace(".", ",");
  }
  const days = value + (from1904 ? DAYS_TO_1904 : 0);
  const moment = new Date(EPOCH_MS + Math.round(days * DAY_MS));
  if (Number.isNaN(moment.getTime())) {
    return written;
  }
  const iso = moment.toISOString();
  const day = iso.slice(0, 10).split("-").reverse().join(".");
  const time = iso.slice(11, 16);
  const isMidnight = meaning.day && time === "00:00";
  return [meaning.day ? day : "", meaning.time && !isMidnight ? time : ""]
    .filter((part) => part !== "")
    .join(" ");
}

/** «_x000D_» is how the format writes characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** «BC12» → row 12, column 55; null for anything else. */
export function placeOf(
  reference: string,
): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) {
    return null;
  }
  const column = Array.from(match[1] ?? "").reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(match[2]), column };
}
