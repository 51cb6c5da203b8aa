import { expect, test } from "vitest";
import { actions, plan } from "../../../test/fixtures/import/small-bank";

test("skips blanks, headings, totals, column numbers and repeated headers", () => {
  const { results } = plan([
    [],
    ["", "  ", "–"],
    ["Молодые специалисты"],
    ["", "6 «А» класс"],
    ["Итого: 12", "", ""],
    ["", "Всего", "12"],
    ["1", "2", "3", "4"],
    ["Код", "ФИО", "Контакты"],
    ["Директор школы __________ Громов Л. Д."],
  ]);

  expect(results.map(({ action }) => action)).toStrictEqual(
    Array.from({ length: 9 }, () => "skip"),
  );
  expect(new Set(results.map(({ reason }) => reason))).toStrictEqual(
    new Set([
      "Пустая строка.",
      "Заголовок раздела «Молодые специалисты».",
      "Заголовок раздела «6 «А» класс».",
      "Строка итогов или подписи.",
      "Номера граф под шапкой.",
      "Повтор шапки таблицы.",
    ]),
  );
});

test("skips nobody who has a name", () => {
  expect(
    actions([
      ["", "Иванова Анна"],
      ["", "Итогова Всемила", "Итого"],
      ["Всего", "Петров Пётр"],
    ]),
  ).toStrictEqual(["add", "add", "add"]);
});

test("skips signatures wherever the name stands, and no rows to be signed", () => {
  expect(
    actions([
      ["Директор", "", "____________", "Громов Л. Д."],
      ["", "«01» сентября 2026 г.", "_________ /Громов Л. Д./"],
      ["", "_".repeat(50_000)],
      ["", "Громов Лев Ильич", "________"],
    ]),
  ).toStrictEqual(["skip", "skip", "skip", "add"]);
});
