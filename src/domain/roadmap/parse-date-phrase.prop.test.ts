/** What holds for any text in the «Срок» cell. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth } from "./calendar";
import { formatInterval } from "./format-interval";
import type { DateContext, Interval } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";

const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
};

const WORDS =
  "сентябрь|октября|мае|август|янв.|дек|2026|2027|2026-2027|2025/26|учебного|года|г.|гг.|в течение|весь период|постоянно|с|по|до|не позднее|к|после|от|-|–|,|;|и|\n|1|5|15|31|1-я|неделя|декада|последняя|первая половина|начало|конец|конце|середина|I|II|IV|квартал|четверть|полугодие|осень|зимой|летние|каникулы|ежегодно|ежемесячно|раз|2 раза|в год|в месяц|каждого месяца|числа|05.09.2026|31.05.2027|01.10|31.02|29.02.2027|09-01|кроме|(|)|:|далее|по плану|каждую пятницу|отчёт|раз в две|недели|каждые 3|третья|суббота|среда|первое|двадцать пятого|в 15.00|IX|1–2 раза|день|лет|10.2026|(1-я неделя)|в первых числах|окончания|осенние|круглый год|между 10|по полугодиям|(2026)|чем|по средам|в последнюю пятницу|1–5, 12–16|5 и 20|окт. 26|«09»|<p>|</p>|&nbsp;|26".split(
    "|",
  );

const phrases = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(" "));

const anything = fc.oneof(
  phrases,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.oneof(phrases, fc.string()), { maxLength: 5 })
    .map((parts) => parts.join("")),
);

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  const last = daysInMonth(year ?? 0, month ?? 0);
  return day !== undefined && day >= 1 && day <= last;
}

const withoutSource = ({ source: _, ...rest }: Interval) => rest;

test("any text gives real days in order, and never silence", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { intervals, warnings } = parseDatePhrase(text, CONTEXT);

      for (const { start, end } of intervals) {
        expect([start, end].every((day) => day === null || isDay(day))).toBe(
          true,
        );
        expect(start === null || end === null || start <= end).toBe(true);
      }
      expect(intervals.length + warnings.length).toBeGreaterThan(0);
    }),
    { numRuns: 3000 },
  );
});

test("what is written back is read as the same interval", () => {
  fc.assert(
    fc.property(phrases, (text) => {
      for (const interval of parseDatePhrase(text, CONTEXT).intervals) {
        const again = parseDatePhrase(formatInterval(interval), CONTEXT);

        expect(again.intervals.map(withoutSource)).toStrictEqual([
          withoutSource(interval),
        ]);
      }
    }),
    { numRuns: 5000 },
  );
});

test("months and days of every year are written and read back", () => {
  const day = fc
    .tuple(
      fc.integer({ min: 1950, max: 2090 }),
      fc.integer({ min: 1, max: 365 }),
    )
    .map(([year, number]) =>
      new Date(Date.UTC(year, 0, number)).toISOString().slice(0, 10),
    );
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [start, end] = one < other ? [one, other] : [other, one];
      const interval: Interval = {
        start,
        end,
        precision: "day",
        kind: "interval",
        source: "",
      };
      const { intervals, warnings } = parseDatePhrase(
        formatInterval(interval),
        CONTEXT,
      );

      expect(intervals.map(withoutSource)).toStrictEqual([
        withoutSource(interval),
      ]);
      expect(warnings).toStrictEqual([]);
    }),
  );
});

test.each([
  "1",
  "1.",
  "1, ",
  "1-",
  "01.",
  " ",
  "\n",
  "<p ",
  "&nbsp;",
  "«1 ",
  "в 10.10 ",
  "с 14.00 до ",
  "...",
  "уч./",
  "начало ",
  "последний день ",
  "пн, ",
  "сентябрь, ",
  "сентябрь (1-я ",
  "двадцать ",
  "2026-",
  "по плану работы ",
  "раз в 2 ",
  "(",
  ",",
  "май-",
  "1-1.",
  "с ",
  "а б ",
  "IX, ",
  "IX-",
  "пол. ",
  "сен-\n",
  "приказ ",
  "приказ от ",
  "О.О.",
  "сентрябь ",
  "- 1\n",
  "до мая включительно ",
])("50 000 characters of «%s» are read in no time", (piece) => {
  const text = piece.repeat(Math.ceil(50_000 / piece.length));
  const start = process.cpuUsage();

  const { intervals, warnings } = parseDatePhrase(text, CONTEXT);

  expect(intervals.length + warnings.length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2000);
});
