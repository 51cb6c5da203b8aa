/** Words that say how sure, how often or how long without naming a date. */
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
  const shown = intervals.map(({ start, end, kind, repeat }) =>
    [kind, start, end, ...(repeat === undefined ? [] : [repeat])].join(" "),
  );
  return [...shown, ...warnings];
}

test.each([
  "вплоть до 15 мая",
  "строго до 15 мая",
  "ориентировочно до 15 мая",
  "приблизительно до 15 мая",
  "предположительно до 15 мая",
  "самое позднее 15 мая",
  "не позднее, чем 15 мая",
  "до 15 мая (включительно)",
  "последний срок – до 15 мая",
  "как правило, до 15 мая",
  "крайний срок: до 15 мая",
])("reads «%s» as «до 15 мая»", (text) => {
  expect(read(text)).toStrictEqual(["deadline  2027-05-15"]);
});

test.each([
  "на постоянной основе",
  "на регулярной основе",
  "в постоянном режиме",
  "в рабочем порядке",
  "беспрерывно",
  "всегда",
  "на всём протяжении",
  "по ходу реализации программы наставничества",
  "в период действия персонализированной программы",
  "по мере поступления заявок педагогов",
  "в случае необходимости",
  "по перспективному плану школы",
  "по запросам ОО",
])("reads «%s» as the whole time", (text) => {
  expect(read(text)).toStrictEqual(["throughout 2026-09-01 2027-05-31"]);
});

test.each([
  ["ежемесячная", "recurring   monthly"],
  ["помесячно", "recurring   monthly"],
  ["поквартально", "recurring   quarterly"],
  ["ежечетвертно", "recurring   termly"],
  ["погодично, май", "recurring 2027-05-01 2027-05-31 yearly"],
  ["каждый год в мае", "recurring 2027-05-01 2027-05-31 yearly"],
])("reads the repeat of «%s»", (text, expected) => {
  expect(read(text)).toStrictEqual([expected]);
});

test.each([
  ["ежеполугодно", { times: 1, per: "halfyear" }],
  ["раз в полгода", { times: 1, per: "halfyear" }],
  ["четырежды в год", { times: 4, per: "year" }],
  ["не более двух раз в месяц", { times: 2, per: "month" }],
  ["один раз в десять дней", { times: 1, per: "day", every: 10 }],
])("reads how often «%s» is", (text, repeat) => {
  const { intervals } = parseDatePhrase(text, CONTEXT);

  expect(intervals.map((interval) => interval.repeat)).toStrictEqual([repeat]);
});

test.each([
  ["09.26 – 06.27", "interval 2026-09-01 2027-06-30"],
  ["9.26-6.27", "interval 2026-09-01 2027-06-30"],
  ["09/26 – 06/27", "interval 2026-09-01 2027-06-30"],
  ["с 10.26 по 05.27", "interval 2026-10-01 2027-05-31"],
  ["09–12.26", "interval 2026-09-01 2026-12-31"],
  ["IX.26 – V.27", "interval 2026-09-01 2027-05-31"],
  ["11.26", "interval 2026-11-01 2026-11-30"],
  ["2026-2027 – 2028-2029 уч. гг.", "interval 2026-09-01 2029-05-31"],
  ["с 2026-2027 по 2028-2029 уч. год", "interval 2026-09-01 2029-05-31"],
  ["1 четверть – 01.09 – 24.10", "interval 2026-09-01 2026-10-24"],
  ["IX–XII 2026 г.", "interval 2026-09-01 2026-12-31"],
  ["с IX по V", "interval 2026-09-01 2027-05-31"],
  ["2026-09 – 2027-05", "interval 2026-09-01 2027-05-31"],
  ["2026/11/20", "deadline 2026-11-20 2026-11-20"],
  ["15.09.2026 → 20.10.2026", "interval 2026-09-15 2026-10-20"],
  ["15.09.2026 -> 20.10.2026", "interval 2026-09-15 2026-10-20"],
  ["Q1 2027", "interval 2027-01-01 2027-03-31"],
  ["Q4'26", "interval 2026-10-01 2026-12-31"],
  ["1 пг", "interval 2026-09-01 2026-12-31"],
  ["2-я пол. октября", "interval 2026-10-16 2026-10-31"],
  ["до н.г.", "deadline  2026-12-31"],
  ["к Новому году", "deadline  2026-12-31"],
  ["с 1 сентября бессрочно", "open 2026-09-01 "],
  ["постоянно, с 1 сентября", "open 2026-09-01 "],
])("reads «%s» without a doubt", (text, expected) => {
  expect(read(text)).toStrictEqual([expected]);
});

test("gives both years of a list the words at its end", () => {
  expect(read("2026-2027, 2027-2028 уч. гг.")).toStrictEqual([
    "interval 2026-09-01 2027-05-31",
    "interval 2027-09-01 2028-05-31",
  ]);
});

test.each([
  "X класс",
  "VIII–IX классы",
  "10.25 – 11.10",
  "в 12.20",
  "15.26",
  "13.26 – 14.26",
])("finds no months in «%s»", (text) => {
  expect(parseDatePhrase(text, CONTEXT).intervals).toStrictEqual([]);
});

test("doubts a range of ranges", () => {
  const text = "сентябрь–октябрь 2026 – апрель–май 2027";

  expect(read(text)).toStrictEqual([
    "interval 2026-09-01 2027-05-31",
    "Срок «сентябрь-октябрь 2026 - апрель-май 2027» понят от начала первого до конца последнего: проверьте даты.",
  ]);
});

test.each([
  ["накануне 1 сентября", "2026-08-31"],
  ["перед 15 мая", "2027-05-14"],
  ["перед октябрём", "2026-09-30"],
  ["перед началом учебного года", "2026-08-31"],
  ["до конца календарного года", "2026-12-31"],
  ["к концу 2027 календарного года", "2027-12-31"],
  ["к началу календарного года", "2027-01-01"],
  ["до февраля включительно", "2027-02-28"],
  ["до мая 2027 г. (вкл.)", "2027-05-31"],
  ["до 25 декабря т. г.", "2026-12-25"],
  ["до конца у.г.", "2027-05-31"],
])("reads «%s» as a deadline", (text, end) => {
  expect(read(text)).toStrictEqual([`deadline  ${end}`]);
});

test.each([
  "ежемесячно\nв течение уч. года",
  "в течение у.г.\n1 раз в месяц",
  "ежемесячно;\nс сентября по май",
])("joins the repeat and the stretch of %j", (text) => {
  expect(read(text)).toStrictEqual(["recurring 2026-09-01 2027-05-31 monthly"]);
});

test.each(["сентябрь 2026 г.\nежемесячно", "с 15.09.2026, далее ежемесячно"])(
  "keeps the repeat of %j apart",
  (text) => {
    expect(read(text)).toHaveLength(2);
  },
);
