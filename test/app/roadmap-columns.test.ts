/** What the columns of a roadmap mean: shown, corrected, remembered; texts nobody can read are refused. */
import { expect, test } from "vitest";
import type { JsonObject, Preview } from "../../src/shared/rpc";
import { preview, run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { stageColumn } from "../support/roadmap-book";

const MAP = [
  "№\tДело\tЭтап\tМомент\tЛюди",
  "1\tПриказ о кураторе\tПодготовка\tавгуст\tдиректор",
  "2\tОпрос\tПодбор\tсентябрь\tкуратор",
].join("\n");

const fieldsOf = (seen: Preview) => seen.adjust?.fields ?? [];

function corrected(
  seen: Preview,
  said: Readonly<Record<string, string>>,
): JsonObject {
  return Object.fromEntries(
    fieldsOf(seen).flatMap(({ key, label }) => {
      const value = said[label];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

const SAID = {
  "«Дело»": "name",
  "«Этап»": "section",
  "«Момент»": "dateText",
  "«Люди»": "responsible",
};

test("the preview shows every column with an example and what it is taken for", () => {
  const seen = preview(worldAfter(SETUP_STEP), "roadmap", { text: MAP });

  expect(
    fieldsOf(seen).map(({ label, value, hint }) => [label, value, hint]),
  ).toStrictEqual([
    ["«№»", "number", "Например: 1"],
    ["«Дело»", "other", undefined],
    ["«Этап»", "name", "Например: Подготовка"],
    ["«Момент»", "other", undefined],
    ["«Люди»", "other", undefined],
  ]);
  expect(seen.adjust?.open).toBe(true);
});

test("the curator's word counts, is remembered for the same header, and undone", () => {
  const world = worldAfter(SETUP_STEP);
  const seen = preview(world, "roadmap", { text: MAP });
  run(world, "roadmap", { text: MAP, ...corrected(seen, SAID) });

  expect(stageColumn(world, "stage")).toStrictEqual([
    "Приказ о кураторе",
    "Опрос",
  ]);
  expect(stageColumn(world, "section")).toStrictEqual(["Подготовка", "Подбор"]);
  expect(stageColumn(world, "start")).toStrictEqual([
    "2026-08-01",
    "2026-09-01",
  ]);
  expect(stageColumn(world, "responsible")).toStrictEqual([
    "директор",
    "куратор",
  ]);

  const again = preview(world, "roadmap", {
    text: MAP.replace("Опрос", "Анкеты"),
  });
  expect(fieldsOf(again).map(({ value }) => value)).toStrictEqual([
    "number",
    "name",
    "section",
    "dateText",
    "responsible",
  ]);
  expect(again.adjust?.open).toBe(false);

  run(world, "undo", {});
  const forgotten = preview(world, "roadmap", { text: MAP });
  expect(fieldsOf(forgotten).map(({ value }) => value)).toContain("other");
});

test("without the curator's word nothing is remembered", () => {
  const world = worldAfter(SETUP_STEP);
  const settings = () =>
    world.tabs.find(({ title }) => title === "Настройки")?.cells.length;
  const before = settings();
  run(world, "roadmap", { text: MAP });

  expect(settings()).toBe(before);
});

test("every word that is in no row is listed with its line", () => {
  const seen = preview(worldAfter(SETUP_STEP), "roadmap", {
    text: `Цель: помочь новичкам\n\n${MAP}\n\nСоставил ______ Петров П. П.`,
  });

  const listed = seen.problems.filter(({ message }) =>
    message.startsWith("Не относится"),
  );
  expect(listed.map(({ row, message }) => [row, message])).toStrictEqual([
    [
      1,
      "Не относится ни к одному этапу и не записано: «Цель: помочь новичкам».",
    ],
    [
      7,
      "Не относится ни к одному этапу и не записано: «Составил ______ Петров П. П.».",
    ],
  ]);
});

const LETTER =
  "План мероприятий по наставничеству, приказ о назначении куратора";

test.each([
  [
    "Windows-1251 as Western",
    Buffer.from(encoded1251(LETTER)).toString("latin1"),
  ],
  ["UTF-8 as Western", Buffer.from(LETTER, "utf8").toString("latin1")],
  [
    "UTF-8 as Windows-1251",
    new TextDecoder("windows-1251").decode(Buffer.from(LETTER, "utf8")),
  ],
  ["lost letters", LETTER.replace(/[а-я]/giu, "\uFFFD")],
])("letters of another encoding are refused: %s", (_, text) => {
  expect(() =>
    preview(worldAfter(SETUP_STEP), "roadmap", { text: `${text}\n${text}` }),
  ).toThrow(/чужой кодировке/);
});

test("five megabytes are refused with what to do", () => {
  const text = `${MAP}\n`.repeat(30_000);

  expect(() => preview(worldAfter(SETUP_STEP), "roadmap", { text })).toThrow(
    /слишком длинный: \d+ тыс\. знаков, можно до 500 тыс/,
  );
});

function encoded1251(text: string): number[] {
  const table = new TextDecoder("windows-1251").decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Array.from(text).map((letter) => table.indexOf(letter));
}
