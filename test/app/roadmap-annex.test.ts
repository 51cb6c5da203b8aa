/** «Карта приложением к приказу…»: a document, an entry in the register, and back. */
import { expect, test } from "vitest";
import { run, SETUP_STEP, type Step, worldAfter } from "../support/memory-runs";
import { setCell, tabOf } from "../support/memory-tabs";

const ROADMAP: Step = [
  "roadmap",
  {
    text: "№\tНаименование этапа\tСроки\n1\tПриказ\t05.09.2026\n2\tВстречи\tсентябрь 2026",
  },
];

test("the roadmap becomes an annex and an entry in the register, without what was cancelled", () => {
  const world = worldAfter(SETUP_STEP, ROADMAP);
  setCell(tabOf(world, "Дорожная карта"), 3, "status", "отменено");
  const result = run(world, "roadmapAnnex", {
    date: "2026-09-01",
    number: "45-о",
    annex: "2",
  });

  expect(result).toMatchObject({
    state: "done",
    summary: [
      "Новый документ Д-001: приложение к приказу, 1 этап.",
      "В строках карты: утверждено приказом № 45-о от 01.09.2026.",
    ],
  });
  const documents = tabOf(world, "Документы");
  expect(documents.cells[1]?.slice(1, 2)).toStrictEqual(["приложение"]);
  expect(world.files).toHaveLength(1);
  run(world, "undo");
  expect(world.files[0]?.trashed).toBe(true);
});
