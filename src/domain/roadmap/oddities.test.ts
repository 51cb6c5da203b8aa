/** What the five source roadmaps have of strange places, each with its stage. */
// biome-ignore lint/style/noRestrictedImports: the documents lie in test/fixtures
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";

const FOLDER = new URL("../../../test/fixtures/roadmap/", import.meta.url);

const warningsOf = (file: string) =>
  readRoadmap(readFileSync(new URL(file, FOLDER), "utf8")).warnings;

test.each([
  [
    "000_263f387604020a4b.txt",
    "2",
    "Сроки идут не по порядку: раньше этапа 1 начинаются этапы 2, 3, 4",
  ],
  ["000_263f387604020a4b.txt", "2", "Названа форма «студент – ученик»"],
  ["001_b818af48eaa7fffc.txt", "6", "пропущен пункт 6.5"],
  [
    "001_b818af48eaa7fffc.txt",
    "6",
    "Этап 6 слово в слово повторяет пункт этапа 4",
  ],
  ["001_b818af48eaa7fffc.txt", "5", "не указаны ответственные"],
  ["002_573f3a844d14e047.txt", undefined, "нет графы сроков"],
  ["003_e10a408f7c27fd8f.txt", "1", "раньше приказа от 01.09.2022"],
  ["004_0228bcd223a87b30.txt", "1.1", "«МЦН» и «МНЦ»"],
  ["004_0228bcd223a87b30.txt", undefined, "пропущен номер 3"],
])("%s: stage %s: %s", (file, stage, words) => {
  const found = warningsOf(file).filter(({ message }) =>
    message.includes(words),
  );

  expect(found.map((one) => one.stage)).toContain(stage);
});

test("an orderly roadmap has no strange places", () => {
  const { warnings } = readRoadmap(
    [
      "№\tЭтап\tСодержание\tСроки\tОтветственные",
      "1\tПодготовка\t1.1. Приказ о наставничестве; 1.2. Положение; 1.3. Собрание\tавгуст\tДиректор",
      "2\tПары\t2.1. Анкеты; 2.2. Встреча\tсентябрь\tКуратор",
      "3\tИтоги\tКруглый стол\tмай\tКуратор",
    ].join("\n"),
  );

  expect(warnings).toStrictEqual([]);
});
