/** Schedules in Russian words. */
import { expect, test } from "vitest";
import { scheduleWords } from "./schedule-words";

const words = (schedule: Record<string, string | number>): string =>
  scheduleWords({ event: "CLOCK", schedule });

test.each([
  [{ everyMinutes: 1 }, "каждую минуту"],
  [{ everyMinutes: 5 }, "каждые 5 минут"],
  [{ everyHours: 1 }, "каждый час"],
  [{ everyHours: 2, nearMinute: 30 }, "каждые 2 часа, в 30 мин."],
  [{ everyHours: 21 }, "каждый 21 час"],
  [{ everyDays: 1, atHour: 9 }, "каждый день, между 9:00 и 10:00"],
  [{ everyDays: 1, atHour: 23 }, "каждый день, между 23:00 и 0:00"],
  [
    { everyWeeks: 2, onWeekDay: "FRIDAY", atHour: 9, nearMinute: 5 },
    "каждые 2 недели по пятницам, в 9:05",
  ],
  [{ onWeekDay: "MONDAY" }, "по понедельникам"],
  [{ onMonthDay: 1, atHour: 8 }, "каждый месяц 1-го числа, между 8:00 и 9:00"],
  [{ after: 60_000 }, "один раз, через 1 минуту после установки"],
  [{ atDate: "2026-9-7" }, "один раз, 07.09.2026"],
  [{ everyDays: 1, inTimezone: "Asia/Omsk" }, "каждый день (Asia/Omsk)"],
])("%o is told as «%s»", (schedule, told) => {
  expect(words(schedule as Record<string, string | number>)).toBe(told);
});

test("events of the book are told without a schedule", () => {
  expect(scheduleWords({ event: "ON_EDIT", schedule: {} })).toBe("при правке");
});
