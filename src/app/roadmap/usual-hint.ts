/** What a blank setting of the school year stands for in the year of the book. */

import { type Book, setting, textSetting } from "../../book/book";
import { russianDate } from "../../domain/language/dates";
import type { TermDates } from "../../domain/roadmap/interval";
import {
  readCalendar,
  usualHolidays,
  usualQuarters,
} from "../../domain/roadmap/school-calendar";

const HOLIDAYS = ["зимние", "весенние", "летние", "осенние"] as const;

/** « Обычно: 01.09–31.05.» for the settings of the year, else nothing. */
export function usualHint(key: string, book: Book, today: string): string {
  const kept = setting(book, "schoolYear");
  const year = typeof kept === "number" ? kept : Number(today.slice(0, 4));
  const { calendar } = readCalendar({
    kind: textSetting(book, "organizationKind"),
    year: "",
    terms: "",
    holidays: "",
  });
  const usual = (spans: readonly string[]) => ` Обычно: ${spans.join("; ")}.`;
  switch (key) {
    case "yearBounds":
      return usual([
        shown({ start: calendar.yearStart, end: calendar.yearEnd }),
      ]);
    case "terms":
      return usual(
        (calendar.halves ?? usualQuarters(year, calendar)).map(shown),
      );
    case "holidays":
      return usual(
        usualHolidays(year, calendar).map(
          (span, at) => `${HOLIDAYS[at] ?? ""} ${shown(span)}`,
        ),
      );
    default:
      return "";
  }
}

function shown({ start, end }: TermDates): string {
  return [start, end].map(russianDate).join("–");
}
