/** Answers given on the command line. */
import { expect, test } from "vitest";
import type { FormView } from "../types";
import { answersFor } from "./form-answer";

const item = { help: "", required: false, type: "TEXT" } as const;
const form: FormView = {
  id: "form1",
  title: "Анкета",
  description: "",
  confirmation: "",
  open: true,
  items: [
    { ...item, id: 11, title: "Код" },
    { ...item, id: 12, title: "Оценка " },
    { ...item, id: 13, title: "11" },
  ],
};
const link =
  "http://localhost/forms/d/e/form1/viewform?usp=pp_url&entry.11=%D0%9D%D0%A1%D0%A2&entry.12=5";

test("an item is named by its title or its id, the id first", () => {
  const answers = answersFor(form, { Оценка: 9, 11: "x", Код: "y" }, null);
  expect(answers).toEqual({ 11: "y", 12: "9" });
});

test("answers lie over those of the personal link", () => {
  expect(answersFor(form, { Оценка: "10" }, link)).toEqual({
    11: "НСТ",
    12: "10",
  });
});

test("several answers stay a list", () => {
  expect(answersFor(form, { Код: ["а", "б"] }, null)).toEqual({
    11: ["а", "б"],
  });
});

test("a grid is answered row by row", () => {
  const rows = [{ id: 21, title: "утро" }];
  const grid: FormView = {
    ...form,
    items: [{ ...item, type: "GRID", id: 20, title: "Дни", rows }],
  };
  expect(answersFor(grid, { "Дни [утро]": "пн" }, null)).toEqual({ 21: "пн" });
});

test.each([
  [{ Возраст: "5" }, null, /нет вопроса «Возраст»/],
  [{ Код: { a: 1 } }, null, /должен быть текстом/],
  [{}, "http://localhost/forms/d/e/other/viewform", /другую форму/],
  [{}, "не ссылка", /другую форму/],
])("%j with %s is refused", (given, url, message) => {
  expect(() => answersFor(form, given, url)).toThrow(message);
});
