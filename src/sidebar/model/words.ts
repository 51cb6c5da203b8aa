/** Small pieces of Russian the screens share: numbers with nouns, moments, places. */

const THIN_GROUPS = /\B(?=(?:\d{3})+(?!\d))/g;

/** 12345 → «12 345» with no-break spaces; up to four digits as they are. */
export function formatNumber(value: number): string {
  const text = String(value);
  return text.replace("-", "").length > 4
    ? text.replace(THIN_GROUPS, "\u00a0")
    : text;
}

/**
 * @param forms - For 1, for 2–4, for 5: «строка», «строки», «строк».
 * @returns The number and the noun joined by a no-break space.
 */
export function countOf(
  value: number,
  forms: readonly [string, string, string],
): string {
  const tens = Math.abs(value) % 100;
  const ones = tens % 10;
  const [one, few, many] = forms;
  const teen = tens > 10 && tens < 20;
  const noun =
    !teen && ones === 1 ? one : !teen && ones >= 2 && ones <= 4 ? few : many;
  return `${formatNumber(value)}\u00a0${noun}`;
}

const pad = (value: number) => String(value).padStart(2, "0");

/** An ISO moment as «20.11.2025 в 14:05» in the reader's zone; other text as it is. */
export function formatMoment(text: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day !== null) {
    return `${day[3]}.${day[2]}.${day[1]}`;
  }
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : null;
  if (moment === null || Number.isNaN(moment.getTime())) {
    return text;
  }
  const date = `${pad(moment.getDate())}.${pad(moment.getMonth() + 1)}.${moment.getFullYear()}`;
  return `${date} в ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

/** 1536 → «1,5 КБ». */
export function formatSize(bytes: number): string {
  const [amount, unit] =
    bytes < 1024 * 1024 ? [bytes / 1024, "КБ"] : [bytes / 1024 / 1024, "МБ"];
  const rounded = amount < 10 ? Math.ceil(amount * 10) / 10 : Math.ceil(amount);
  return `${String(rounded).replace(".", ",")}\u00a0${unit}`;
}
