/** HTML source of pages: tables within tables, tags left open, scripts. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";

const HEAD = "<tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr>";
const ROW = "<tr><td>1</td><td>Приказ</td><td>май</td></tr>";

const brief = (html: string) =>
  readRoadmap(html).stages.map(({ number, name, content, dateText }) =>
    [number, name, content, dateText].join(" | "),
  );

test.each([
  ["a plain table", `<table>${HEAD}${ROW}</table>`],
  [
    "a table that only places it",
    `<table><tr><td>Меню</td><td><table>${HEAD}${ROW}</table></td></tr></table>`,
  ],
  [
    "three tables around it",
    `${"<table><tr><td>".repeat(3)}<table>${HEAD}${ROW}</table>${"</td></tr></table>".repeat(3)}`,
  ],
  [
    "tags left open",
    "<table><tr><th>№<th>Мероприятие<th>Срок<tr><td>1<td>Приказ<td>май",
  ],
  ["no end of the table", `<div><table>${HEAD}${ROW}`],
  ["an end too many", `</table><table>${HEAD}${ROW}</table></table>`],
  [
    "scripts and styles",
    `<style>td { color: red }</style><table>${HEAD}<script>var x = "<td>9</td>";</script>${ROW}</table>`,
  ],
])("reads %s", (_, html) => {
  expect(brief(html)).toStrictEqual(["1 | Приказ |  | май"]);
});

test("a small table in a cell is text of the cell", () => {
  const inner =
    "<table><tr><td>5 класс</td><td>12</td></tr><tr><td>6 класс</td><td>9</td></tr></table>";

  expect(
    brief(
      `<table>${HEAD}<tr><td>1</td><td>Опрос ${inner}</td><td>май</td></tr></table>`,
    ),
  ).toStrictEqual(["1 | Опрос\n5 класс 12\n6 класс 9 |  | май"]);
});

test("a script that never ends takes nothing along", () => {
  expect(
    brief(
      `<table>${HEAD}<tr><td>1</td><td>Приказ <script>alert(1)</td><td>май</td></tr></table>`,
    ),
  ).toStrictEqual(["1 | Приказ <script>alert(1) |  | май"]);
});
