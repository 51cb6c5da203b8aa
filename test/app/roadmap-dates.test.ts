/** Computed dates follow texts and settings; typed ones stay. */
import { expect, test } from "vitest";
import { setup } from "../../src/app/actions/setup";
import { readBook, readMemory } from "../../src/app/run/read-book";
import { type MemoryWorld, memoryPorts } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { stageColumn, typeSetting, typeStage } from "../support/roadmap-book";

function bookOf(world: MemoryWorld) {
  const ports = memoryPorts(world, "");
  return readBook(ports, readMemory(ports), {
    tables: ["settings"],
    responses: false,
  }).book;
}

const OWN = [
  "№\tЭтап\tСрок\tОтветственные",
  "1\tОсенние встречи\tосенние каникулы\tКуратор",
  "2\tИтоги\tна конец учебного года\tКуратор",
  "3\tСовет\t10.10.2026\tДиректор",
  "4\tВстречи пар\tежемесячно\tНаставники",
].join("\n");

function withOwn() {
  return worldAfter(SETUP_STEP, ["roadmap", { text: OWN }]);
}

const ends = (world: MemoryWorld) => stageColumn(world, "end");

test("another calendar moves computed dates and no typed one", () => {
  const world = withOwn();
  expect(ends(world)).toStrictEqual([
    "2026-11-01",
    "2027-05-31",
    "2026-10-10",
    "2027-05-31",
  ]);
  typeStage(world, 1, "end", { date: "2027-05-20" });

  const result = run(world, "setup", {
    yearBounds: "01.09–26.05",
    holidays: "осенние 26.10–04.11",
  });

  expect(result).toMatchObject({ state: "done" });
  expect(ends(world)).toStrictEqual([
    "2026-11-04",
    "2027-05-20",
    "2026-10-10",
    "2027-05-26",
  ]);
  expect(stageColumn(world, "byHand")).toStrictEqual(["", true, "", ""]);
  expect(stageColumn(world, "dateText")[1]).toBe("на конец учебного года");
});

test("a setting typed on its tab counts with «Пересчитать сроки», and undo takes it back", () => {
  const world = withOwn();
  typeSetting(world, "holidays", "осенние 19.10–25.10");
  const { details } = preview(world, "roadmapDates");
  expect(details[0]?.rows).toStrictEqual([
    [
      "1",
      "Осенние встречи",
      "24.10.2026 – 01.11.2026",
      "19.10.2026 – 25.10.2026",
    ],
  ]);

  run(world, "roadmapDates");
  expect(ends(world)[0]).toBe("2026-10-25");
  run(world, "undo");
  expect(ends(world)[0]).toBe("2026-11-01");
});

test("a typed date is told again after the mark is taken off and put on", () => {
  const world = withOwn();
  typeStage(world, 2, "start", { date: "2026-10-12" });
  typeStage(world, 2, "end", { date: "2026-10-12" });
  run(world, "roadmapDates");
  expect(stageColumn(world, "byHand")[2]).toBe(true);
  expect(
    preview(world, "roadmapDates").problems.map(({ row }) => row),
  ).toStrictEqual([4]);

  typeStage(world, 2, "byHand", "");
  run(world, "roadmapDates");

  expect(ends(world)[2]).toBe("2026-10-10");
  expect(preview(world, "roadmapDates").verb).toBe(null);
});

test("a phrase typed by hand gets its dates; what is done keeps its own", () => {
  const world = withOwn();
  typeStage(world, 2, "dateText", "до 5 ноября");
  typeStage(world, 0, "dateText", "декабрь");
  typeStage(world, 0, "status", "выполнено");
  run(world, "roadmapDates");

  expect(ends(world).slice(0, 3)).toStrictEqual([
    "2026-11-01",
    "2027-05-31",
    "2026-11-05",
  ]);
});

test("rows of an older book: only dates that the text never gave count as typed", () => {
  const world = withOwn();
  for (const row of [0, 1, 2, 3]) {
    typeStage(world, row, "computed", "");
  }
  typeStage(world, 1, "end", { date: "2027-05-25" });
  typeSetting(world, "yearBounds", "01.09–28.05");
  run(world, "roadmapDates");

  expect(stageColumn(world, "byHand").slice(1)).toStrictEqual([true, "", ""]);
  expect(ends(world)).toStrictEqual([
    "2026-11-01",
    "2027-05-25",
    "2026-10-10",
    "2027-05-28",
  ]);
});

test("a setting that cannot be read is named with its row, and usual dates are taken", () => {
  const world = withOwn();
  typeSetting(world, "terms", "осень и весна");
  const { problems } = preview(world, "roadmapDates");

  expect(
    problems.map(({ tab, message }) => [tab, message.slice(0, 40)]),
  ).toStrictEqual([["Настройки", "Настройка «Четверти, триместры или полуг"]]);
  expect(cells(world, "Дорожная карта")).toHaveLength(4);
});

test("set-up says what is usual in the chosen year for the kind of organisation", () => {
  const hints = (world: MemoryWorld) =>
    Object.fromEntries(
      setup
        .fields(bookOf(world), "2026-09-07")
        .map(({ key, hint }) => [key, hint ?? ""]),
    );
  const world = withOwn();

  expect(hints(world)["terms"]).toMatch(
    /Обычно: 01\.09–23\.10; 02\.11–30\.12; 11\.01–26\.03; 05\.04–31\.05\.$/,
  );
  expect(hints(world)["holidays"]).toContain("осенние 24.10–01.11");
  typeSetting(world, "organizationKind", "колледж");
  expect(hints(world)["terms"]).toMatch(/Обычно: 01\.09–31\.12; 12\.01–30\.06/);
  expect(hints(world)["yearBounds"]).toMatch(/Обычно: 01\.09–30\.06\.$/);
});
