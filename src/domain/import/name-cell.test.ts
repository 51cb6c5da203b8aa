import { expect, test } from "vitest";
import { groupKind, headcountIn, isDitto, nameCellFlaw } from "./name-cell";

test("finds several people in one cell", () => {
  for (const cell of [
    "Ветров Лука Ильич\nСнегова Ия Петровна",
    "1. Ветров Лука\n2. Снегова Ия",
    "Ветров Л. И., Снегова И. П.",
    "Ветров Лука Ильич; Снегова Ия Петровна",
    "Вера и Надежда",
    "Ветров Лука + 2 человека",
    "Ветров Лука Ильич (7 класс), Снегова Ия Петровна (8 класс)",
  ]) {
    expect([cell, nameCellFlaw(cell)]).toStrictEqual([cell, "several"]);
  }
});

test("takes one person for one", () => {
  for (const cell of [
    "Ветров, Лука",
    "Ветров, Лука Ильич",
    "Ветров, Лука, Ильич",
    "Ветров Лука\nИльич",
    "Ветров\nЛука Ильич",
    "Снегова (Ветрова и Ко) Ия",
    "Ким И Ен",
    "Группа «Вера и Надежда»",
    "5 «А» класс",
    "Мамин-Сибиряк Дмитрий",
    "Онже Олег",
  ]) {
    expect([cell, nameCellFlaw(cell)]).toStrictEqual([cell, null]);
  }
});

test("finds words in place of a name", () => {
  expect(
    ["он же", "Она же", "-//-", "–«–", "то же", "вакансия", "уточняется"].map(
      nameCellFlaw,
    ),
  ).toStrictEqual(["same", "same", "same", "same", "same", "nobody", "nobody"]);
});

test("tells what repeats the cell above", () => {
  expect(["-//-", "—«—", "//", "То же", "там же."].every(isDitto)).toBe(true);
  expect(["-", "", "//школа", "тоже", "«»Б", "''", '"'].some(isDitto)).toBe(
    false,
  );
});

test("reads kinds of groups and their head-count", () => {
  const names = ["Гр. «Мак»", "Подготовительная группа", "10Б", "Грач Иван"];

  expect(names.map(groupKind)).toStrictEqual([
    "группа",
    "группа",
    "класс",
    null,
  ]);
  expect(
    ["7 «Б» (24 чел.)", "Мак – 19 детей", "11 «А»", "группа № 3"].map(
      headcountIn,
    ),
  ).toStrictEqual([24, 19, null, null]);
});
