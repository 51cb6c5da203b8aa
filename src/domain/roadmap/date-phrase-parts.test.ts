/** How the parts of a date phrase go together. */
import { expect, test } from "vitest";
import type { DateContext } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";

const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
};

function read(text: string) {
  const { intervals, warnings } = parseDatePhrase(text, CONTEXT);
  const shown = intervals.map(({ start, end, kind }) =>
    [kind, start, end].join(" "),
  );
  return [...shown, ...warnings];
}

test.each<[string, ...string[]]>([
  // Days after their month.
  ["сентябрь (до 15 числа)", "deadline  2026-09-15"],
  ["май 2027 г., с 1 по 5 число", "interval 2027-05-01 2027-05-05"],
  ["октябрь, 20 числа", "deadline 2026-10-20 2026-10-20"],
  // Halves of years.
  ["вторая половина учебного года", "interval 2027-01-01 2027-05-31"],
  ["в первой половине учебного года", "interval 2026-09-01 2026-12-31"],
  ["вторая половина октября", "interval 2026-10-16 2026-10-31"],
  // Numbers after their word, words between.
  ["полугодие II", "interval 2027-01-01 2027-05-31"],
  ["квартал 1 2027 г.", "interval 2027-01-01 2027-03-31"],
  ["1 учебное полугодие", "interval 2026-09-01 2026-12-31"],
  ["2 неделя (октябрь)", "interval 2026-10-08 2026-10-14"],
  // Ranges.
  ["начиная с 1 октября и до 15 мая", "interval 2026-10-01 2027-05-15"],
  [
    "не ранее октября, но не позднее 15 мая 2027 г.",
    "interval 2026-10-01 2027-05-15",
  ],
  ["начало – сентябрь, окончание – май", "interval 2026-09-01 2027-05-31"],
  ["июнь–август 2026/2027 учебного года", "interval 2027-06-01 2027-08-31"],
  ["осенние каникулы (26.10–03.11)", "interval 2026-10-26 2026-11-03"],
  [
    "с 26 октября по 3 ноября (осенние каникулы)",
    "interval 2026-10-26 2026-11-03",
  ],
  // Lists.
  [
    "с 5 по 9, с 19 по 23 октября",
    "interval 2026-10-05 2026-10-09",
    "interval 2026-10-19 2026-10-23",
  ],
  [
    "5; 12 октября",
    "deadline 2026-10-05 2026-10-05",
    "deadline 2026-10-12 2026-10-12",
  ],
  [
    "- сентябрь\n- май",
    "interval 2026-09-01 2026-09-30",
    "interval 2027-05-01 2027-05-31",
  ],
  [
    "1. сентябрь\n2. май",
    "interval 2026-09-01 2026-09-30",
    "interval 2027-05-01 2027-05-31",
  ],
  [
    "1 сентября\n2 октября",
    "deadline 2026-09-01 2026-09-01",
    "deadline 2026-10-02 2026-10-02",
  ],
  [
    "сентябрь 2026 г.\nдо 15 мая 2027 г.",
    "interval 2026-09-01 2026-09-30",
    "deadline  2027-05-15",
  ],
  [
    "5, 12 и 19.10.2026",
    "deadline 2026-10-05 2026-10-05",
    "deadline 2026-10-12 2026-10-12",
    "deadline 2026-10-19 2026-10-19",
  ],
  // «Не» turns round what follows.
  ["не позже 1 октября", "deadline  2026-10-01"],
  ["непозднее 1 октября", "deadline  2026-10-01"],
  ["не\nпозднее 1 октября", "deadline  2026-10-01"],
  ["позже 1 октября", "open 2026-10-02 "],
  ["самое раннее 1 октября", "open 2026-10-01 "],
  ["ранее 1 октября", "deadline  2026-09-30"],
  // Signs between the numbers of a date.
  ["01 10 2026", "deadline 2026-10-01 2026-10-01"],
  ["01.10,2026", "deadline 2026-10-01 2026-10-01"],
  ["в последних числах мая", "interval 2027-05-21 2027-05-31"],
  // Repeats.
  ["в течение первой недели каждого месяца", "recurring  "],
  ["каждое 25-е число", "recurring 2026-09-25 2026-09-25"],
  ["2, 4 неделя месяца", "recurring  "],
  ["ежемесячно (по графику)", "recurring  "],
  // Times of day.
  ["10.10.2026 в 14 ч. 30 мин.", "deadline 2026-10-10 2026-10-10"],
])("reads «%s»", (text, ...expected) => {
  expect(read(text)).toStrictEqual(expected);
});

test.each([
  "до 1 октября (№ 7)",
  "№ 5 сентябрь",
  "до мая без 10 дней",
  "сентябрь, кроме 15 числа",
  "в учебно-воспитательном процессе, май",
])("doubts «%s»", (text) => {
  expect(parseDatePhrase(text, CONTEXT).warnings).not.toStrictEqual([]);
});
