/** Texts that no school writes: each must be read in step with its length, and never throw. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";

const N = 100_000;
const times = (text: string) => text.repeat(Math.ceil(N / text.length));

test.each<[string, string]>([
  ["tabs", times("\t")],
  ["quotes and tabs", times('"\t')],
  ["bars", times("|")],
  ["line breaks", times("\n")],
  ["a row with a tail of tabs", `№\tЭтап\tСрок\n1\tПриказ\tмай${times("\t")}`],
  ["tables within tables", times("<table><tr><td>")],
  ["tables never closed", `<table>${times("<tr><td>а<td>б")}`],
  ["tall and wide cells", times("<table><tr><td rowspan=200 colspan=200>а")],
  ["scripts never closed", times("<table><td><script>")],
  ["brackets", times("(май)")],
  ["bullets", times("• Приказ\n")],
  ["labels", times("Срок: ")],
  ["headers", times("№\tЭтап\tСроки\n")],
  ["faces", times("👨‍👩‍👧‍👦")],
  ["turned letters", times("\u202eПриказ\u202c\n")],
  ["zeros", times("\0")],
])("%s", (_, text) => {
  expect(() => readRoadmap(text)).not.toThrow();
});

test("formulas, faces and marks of direction are text of the cell", () => {
  const { stages } = readRoadmap(
    '№\tМероприятие\tСрок\n1\t=HYPERLINK("x";"y")\tмай\n2\t🎓 \u200fВыпуск\u200e\tиюнь',
  );

  expect(stages.map(({ name, dateText }) => [name, dateText])).toStrictEqual([
    ['=HYPERLINK("x";"y")', "май"],
    ["🎓 Выпуск", "июнь"],
  ]);
});
