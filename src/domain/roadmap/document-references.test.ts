/** The date of an order is not the date by which something is due. */
import { expect, test } from "vitest";
import { withoutDocuments } from "./document-references";
import type { DateContext } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";

const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
};

test.each([
  "до 1 октября 2026 г. (приказ УО от 24.08.2026 № 312)",
  "до 1 октября 2026 г. (приказ управления образования от «24» августа 2026 г. № 312-осн)",
  "до 1 октября 2026 г., протокол № 1 от 28.08.2026",
  "до 1 октября 2026 г. (протокол № 4)",
  "до 1 октября 2026 г. (письмо Минпросвещения России от 23.01.2020 № МР-42/02)",
  "согласно распоряжению от 25.12.2019 № Р-145 до 1 октября 2026 г.",
  "до 1 октября 2026 г.\n(в соответствии с приказом директора от 24.08.2026)",
  "до 1 октября 2026 г. (постановление администрации N 7)",
])("reads one deadline and no doubt in «%s»", (text) => {
  const { intervals, warnings } = parseDatePhrase(text, CONTEXT);

  expect(intervals.map(({ start, end }) => [start, end])).toStrictEqual([
    [null, "2026-10-01"],
  ]);
  expect(warnings).toStrictEqual([]);
});

test.each([
  "приказ от 24.08.2026 № 312",
  "подготовка положения до 15 сентября 2026 г.",
  "приказ до 15.09.2026",
  "договор с 01.09.2026",
  "сентябрь (приказ)",
])("leaves «%s» as it is", (text) => {
  expect(withoutDocuments(text)).toBe(text);
});
