/** Days of the week as Russian documents write them, from Monday on. */
export const WEEKDAYS = [
  "понедельник",
  "вторник",
  "среда",
  "четверг",
  "пятница",
  "суббота",
  "воскресенье",
] as const;

export type Weekday = (typeof WEEKDAYS)[number];
