/** What people write in cells, read as dates, numbers, choices and lists. */
import { compareKey, oneLine, saysNothing } from "./compare-text";

/** A value, null for a blank cell, or "invalid" for a text that is not one. */
export type Reading<T> = T | null | "invalid";

/** In Russian, as spreadsheets in English shorten them, and as Roman numbers. */
const MONTHS = [
  /^(?:янв(?:ар[ьяе])?|jan(?:uary)?|i)$/,
  /^(?:фев(?:р(?:ал[ьяе])?)?|feb(?:ruary)?|ii)$/,
  /^(?:мар(?:т[ае]?)?|mar(?:ch)?|iii)$/,
  /^(?:апр(?:ел[ьяе])?|apr(?:il)?|iv)$/,
  /^(?:ма[йяе]|may|v)$/,
  /^(?:июн[ьяе]?|june?|vi)$/,
  /^(?:июл[ьяе]?|july?|vii)$/,
  /^(?:авг(?:уст[ае]?)?|aug(?:ust)?|viii)$/,
  /^(?:сент?(?:ябр[ьяе])?|sept?(?:ember)?|ix)$/,
  /^(?:окт(?:ябр[ьяе])?|oct(?:ober)?|x)$/,
  /^(?:ноя(?:б(?:р[ьяе])?)?|nov(?:ember)?|xi)$/,
  /^(?:дек(?:абр[ьяе])?|dec(?:ember)?|xii)$/,
] as const;

/** What is written around a day: a word before it, age or a note after it. */
const BEFORE_DATE =
  /^(?:дата рождения|д\.?\s?р\.?|род(?:ил(?:ся|ась)|\.)?|рожд\.?|с|от|пн|вт|ср|чт|пт|сб|вс)[\s:.,]+(?=\d|["«“])/;
const AFTER_DATE =
  /(?<=\d)(?:\s*\([^()]*\)|,\s*\d{1,2} (?:полных )?(?:лет|года?))$/;
const YEAR_WORD = /(\d)\s*(?:года?(?: рождения)?|г\.?(?:\s?р\.?)?)$/;

/** Serial day numbers of spreadsheets taken for dates: 1927 to 2173. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets that count from 1900 with its false leap day. */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);

/** «"25" сентября 2026 года, 10:30:00.000» and some room. */
const MAX_DATE_LETTERS = 60;

/** Words that may follow a number without changing it. */
const UNIT =
  /\s*(?:лет|л\.?|года?|годов|г\.?\s?р\.?|г\.?|чел\.?|человека?|мест[оа]?|шт\.?|час(?:а|ов)?|ч\.?|наставляем(?:ый|ого|ых)|учеников|обучающихся|детей)$/i;

/**
 * Reads a date: 05.09.2026, 5.9.26, 5/9/2026, 05 09 2026, 2026-09-05 (with or
 * without a time), 5.IX.2026, 5-сен-26, «5 сентября 2026 г.», «05.09. 2024г.»
 * and serial numbers of spreadsheets; «род.» before it and an age or a note in
 * brackets after it do not count. Two-digit years up to 49 are of this century.
 *
 * @returns YYYY-MM-DD; null for a blank cell; "invalid" for a date that does
 * not exist, lies outside 1900–2100 or is written without a day.
 */
export function readDate(text: string): Reading<string> {
  if (saysNothing(text)) {
    return null;
  }
  const line = dateLine(text);
  if (line === null) {
    return "invalid";
  }
  if (SERIAL.test(line)) {
    const days = Math.floor(Number(line.replace(",", ".")));
    return new Date(SERIAL_EPOCH_MS + days * DAY_MS).toISOString().slice(0, 10);
  }
  const day = line.replace(
    /[\sт]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?z?$|t\d{2}:.*$/,
    "",
  );
  return digitsDate(day) ?? wordsDate(day) ?? "invalid";
}

/** What of a text is the date; null for a text too long for one. */
function dateLine(text: string): string | null {
  const written = oneLine(text).toLowerCase();
  return written.length > MAX_DATE_LETTERS
    ? null
    : written
        .replace(BEFORE_DATE, "")
        .replace(AFTER_DATE, "")
        .replace(YEAR_WORD, "$1");
}

function digitsDate(line: string): Reading<string> {
  const year = /^(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})$/.exec(line);
  if (year !== null) {
    return isoDate(Number(year[1]), Number(year[2]), Number(year[3]));
  }
  const day =
    /^(\d{1,2})(?:\s?[-–./,]\s?| )(\d{1,2})(?:\s?[-–./,]\s?| )(\d{4}|\d{2})\.?$/.exec(
      line,
    );
  return day === null
    ? null
    : isoDate(fullYear(day[3] ?? ""), Number(day[2]), Number(day[1]));
}

function wordsDate(line: string): Reading<string> {
  const parts =
    /^["«“]?(\d{1,2})["»”]?(?:(?:-?[а-я]{1,2})?\s+|\s?[-–./]\s?)([а-я]+|[a-z]+)(?:[.,]{0,2}\s+|\s?[-–./]\s?)(\d{4}|\d{2})\.?$/.exec(
      line,
    );
  const month = MONTHS.findIndex((name) => name.test(parts?.[2] ?? ""));
  return parts === null || month === -1
    ? null
    : isoDate(fullYear(parts[3] ?? ""), month + 1, Number(parts[1]));
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) {
    return year;
  }
  return year < 50 ? 2000 + year : 1900 + year;
}

function isoDate(year: number, month: number, day: number): string | "invalid" {
  if (year < 1900 || year > 2100) {
    return "invalid";
  }
  const iso = [
    String(year),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).toISOString().slice(0, 10) === iso ? iso : "invalid";
}

/**
 * Reads a number with a decimal comma or point, groups of digits apart and a
 * unit or a note in brackets after it («12,5», «1 234», «5 лет», «3 (трёх)»).
 *
 * @returns A finite number; null for a blank cell; "invalid" otherwise.
 */
export function readNumber(text: string): Reading<number> {
  if (saysNothing(text)) {
    return null;
  }
  const bare = oneLine(text)
    .replace(/(?<=\d)\s*\(\D*\)$/, "")
    .replace(UNIT, "")
    .replace(/^[−–]/, "-");
  const whole = /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(bare)
    ? bare.replace(/ /g, "")
    : bare;
  return /^[+-]?\d{1,15}(?:[.,]\d{1,15})?$/.test(whole)
    ? Number(whole.replace(",", ".")) + 0
    : "invalid";
}

/**
 * Reads a whole number as {@link readNumber} does; «3,0» is 3.
 *
 * @returns An integer; null for a blank cell; "invalid" otherwise.
 */
export function readInteger(text: string): Reading<number> {
  const number = readNumber(text);
  return typeof number !== "number" || Number.isInteger(number)
    ? number
    : "invalid";
}

/**
 * Reads a year of birth: «2011», «2011 г.р.», or the year of a whole date or
 * of a month («03.2011», «март 2011»).
 *
 * @returns 1900…2100; null for a blank cell; "invalid" otherwise.
 */
export function readYear(text: string): Reading<number> {
  const number = readInteger(dateLine(text) ?? text);
  if (typeof number === "number") {
    // «20111» is a slip of the pen, not the serial number of a day.
    return number >= 1900 && number <= 2100 ? number : "invalid";
  }
  const date = readDate(text);
  if (date !== "invalid") {
    return date === null ? null : Number(date.slice(0, 4));
  }
  const [, month, year] =
    /^(\d{1,2}|[а-я]+)(?:[.,]? |\s?[-–./]\s?)(\d{4})$/.exec(
      dateLine(text) ?? "",
    ) ?? [];
  return month === undefined || readDate(`1.${month}.${year}`) === "invalid"
    ? "invalid"
    : Number(year);
}

const YES: ReadonlySet<string> = new Set(
  "да|есть|имеется|yes|y|true|истина|1|верно|v".split("|"),
);
const NO: ReadonlySet<string> = new Set(
  "нет|no|n|false|ложь|0|отсутствует".split("|"),
);

/**
 * Reads a yes or no: words, + and −, 1 and 0, TRUE and FALSE, ticks.
 *
 * @returns true or false; null for a blank cell; "invalid" otherwise.
 */
export function readYesNo(text: string): Reading<boolean> {
  const line = oneLine(text);
  if (/^[+✓✔☑✅]$/u.test(line)) {
    return true;
  }
  if (/^[-–—−✗✘☐❌]$/u.test(line)) {
    return false;
  }
  if (saysNothing(line)) {
    return null;
  }
  const word = compareKey(line);
  return YES.has(word) ? true : NO.has(word) ? false : "invalid";
}
