/** Words and figures that scanners, copying and haste have spoilt. */
import { expect, test } from "vitest";
import type { DateContext } from "./interval";
import { mendedText, withoutLetterSpacing } from "./mended-text";
import { parseDatePhrase } from "./parse-date-phrase";

const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
};

test.each([
  ["Ежеме-\nсячно", "Ежемесячно"],
  ["ежене-\nдельно", "еженедельно"],
  ["сен-\nтябрь 2026", "сентябрь 2026"],
  ["до 5 октя- бря", "до 5 октября"],
  ["в тече\nние года", "в течение года"],
  ["по мере необхо-\nдимости", "по мере необходимости"],
  ["втечение года", "в течение года"],
  ["Вконце мая", "В конце мая"],
  ["дооктября", "до октября"],
  ["3-ячетверть", "3-я четверть"],
  ["1йквартал", "1й квартал"],
  ["IIполугодие", "II полугодие"],
  ["Iчетверть,\nIII четверть", "I четверть,\nIII четверть"],
  ["П полугодие", "II полугодие"],
  ["Ш-я четверть", "III-я четверть"],
  ["1У квартал", "IV квартал"],
  ["ll семестр", "II семестр"],
  ["Ⅳ квартал", "IV квартал"],
  ["２０２６ год", "2026 год"],
  ["20 .О9. 2026", "20 .09. 2026"],
  ["1О.1О.2O26г.", "10.10.2026г."],
  ["до1О.09", "до10.09"],
  ["З1 мая 2О27 г.", "31 мая 2027 г."],
  ["ЗО сентября", "30 сентября"],
  ["с 1О по 2О октября", "с 10 по 20 октября"],
  ["l5.09.2026", "15.09.2026"],
  ["2О2б/2027", "2026/2027"],
])("mends %j", (spoilt, mended) => {
  expect(mendedText(spoilt)).toBe(mended);
});

test.each([
  "сентябрь-\nоктябрь",
  "сентябрь\nоктябрь",
  "первая-\nвторая неделя",
  "не позднее 5 октября т. г.",
  "в т. ч. ОО и УО",
  "1.II.2027",
  "15.XII",
  "О. О. Иванов",
  "п. 3.1",
  "ОО сентябрь",
])("leaves %j as it is", (text) => {
  expect(mendedText(text)).toBe(text);
});

test("names the letters among the figures, and reads the date", () => {
  const { intervals, warnings } = parseDatePhrase("1О.О9.2026", CONTEXT);

  expect(intervals.map(({ start }) => start)).toStrictEqual(["2026-09-10"]);
  expect(warnings).toStrictEqual([
    "В сроке «1О.О9.2026» вместо цифр стоят буквы: проверьте даты.",
  ]);
});

test.each([
  ["С е н т я б р ь  2026 г.", "Сентябрь  2026 г."],
  ["в  т е ч е н и е  г о д а", "в  течение  года"],
  ["1 5 м а я 2 0 2 7 г.", "15мая2027г."],
  ["м а й  2 0 2 7", "май  2027"],
  ["5, 7 и 9 мая", "5, 7 и 9 мая"],
  ["1 2 3 четверть", "1 2 3 четверть"],
  ["с 1 по 5 мая", "с 1 по 5 мая"],
])("closes up the letters of «%s»", (spaced, closed) => {
  expect(withoutLetterSpacing(spaced)).toBe(closed);
});
