import { expect, test } from "vitest";
import { numberFaults, numbersIn } from "./number-gaps";

test.each([
  [["1", "2", "4"], ["skipped 3"]],
  [["6.1", "6.2", "6.3", "6.4", "6.6", "6.7"], ["skipped 6.5"]],
  [["1", "2", "2", "3"], ["repeated 2"]],
  [["1.1", "1.2", "2.1", "2.2", "3.1"], []],
  [["1", "2", "1", "2", "3"], []],
  [["3", "4", "5"], []],
  [
    ["1", "9"],
    ["skipped 2", "skipped 3", "skipped 4"],
  ],
  [["I", "", "а)", "1."], []],
])("numbers %j have faults %j", (numbers, faults) => {
  expect(
    numberFaults(numbers).map(({ fault, number }) => `${fault} ${number}`),
  ).toStrictEqual(faults);
});

test.each([
  [
    "6.3. Анализ данных. 6.4. Формирование базы\n6.6. Выбор форм",
    ["6.3", "6.4", "6.6"],
  ],
  ["Задачи: 1. Создать банк. 2. Обучить. 4. Провести", ["1", "2", "4"]],
  ["1) Сбор запросов. 2) Формирование банка", ["1", "2"]],
  ["по п. 6.4 Положения и ст. 351.8 ТК РФ", []],
  ["05.09. Собрание, 12.10 Совет, 2026. Итоги", []],
  ["приказ № 12. Утвердить", []],
  ["1) Сбор. 2) обучение (не менее 3) человек. 3) по формам", ["1", "2", "3"]],
])("items inside «%s» are numbered %j", (text, numbers) => {
  expect(numbersIn(text)).toStrictEqual(numbers);
});
