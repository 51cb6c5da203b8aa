/** Roadmaps from templates, texts and tabs; dates follow the settings, typed ones stay. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRoadmap } from "../../src/domain/roadmap/read-roadmap";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { addTab } from "../support/own-tab";
import { stageColumn, typeSetting, typeStage } from "../support/roadmap-book";

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

const ends = (world: ReturnType<typeof withOwn>) => stageColumn(world, "end");

test("a template becomes rows with dates of the book's year, once", () => {
  const world = worldAfter(SETUP_STEP, ["roadmap", { template: "typical" }]);

  expect(stageColumn(world, "start")).toStrictEqual([
    "2026-09-04",
    "2026-08-20",
    "2026-08-20",
    "2026-08-20",
    "2026-09-07",
    "2027-05-01",
    "2026-09-01",
  ]);
  expect(stageColumn(world, "docKind")[0]).toBe(
    "Приказ, положение, дорожная карта",
  );
  expect(preview(world, "roadmap", { template: "typical" }).verb).toBe(null);
});

test("a plan over four years has sections, and years can be corrected", () => {
  const world = worldAfter(SETUP_STEP);
  const first = preview(world, "roadmap", { template: "nine" });
  expect(
    first.adjust?.fields.map(({ key, value }) => [key, value]),
  ).toStrictEqual([
    ["firstYear", 2026],
    ["years", 4],
  ]);

  run(world, "roadmap", { template: "nine", firstYear: 2023, years: "2" });

  expect(new Set(stageColumn(world, "section"))).toStrictEqual(
    new Set(["2023/2024 учебный год", "2024/2025 учебный год"]),
  );
  expect(stageColumn(world, "end").pop()).toBe("2025-05-31");
  expect(() =>
    preview(world, "roadmap", { template: "nine", years: 40 }),
  ).toThrow(/Проверьте годы/);
});

test("the kindergarten's template asks for the date of each stage", () => {
  const world = worldAfter(SETUP_STEP);
  const { adjust, problems } = preview(world, "roadmap", {
    template: "kindergarten",
  });
  const input = {
    template: "kindergarten",
    date1: "август",
    date5: "в течение учебного года",
  };
  run(world, "roadmap", input);

  expect(adjust?.open).toBe(true);
  expect(adjust?.fields).toHaveLength(9);
  expect(problems.map(({ message }) => message).join()).toContain(
    "Без дат: 7 этапов (1, 2, 3, 4, 5, 6, 7)",
  );
  expect(stageColumn(world, "start")).toStrictEqual([
    "2026-08-01",
    "",
    "",
    "",
    "2026-09-01",
    "",
    "",
  ]);
});

test("a template and a text at once are refused", () => {
  expect(() =>
    preview(worldAfter(SETUP_STEP), "roadmap", { template: "ten", text: OWN }),
  ).toThrow(/и образец, и своя карта/);
});

test("a tab of the book is read, with merged cells and rows of the tab", () => {
  const world = worldAfter(SETUP_STEP);
  addTab(
    world,
    "Карта школы",
    [
      ["№", "Этап", "Мероприятия", "Срок", "Ответственные", "Вид документа"],
      [
        1,
        "Подготовка",
        "Приказ\n«О наставничестве»",
        { date: "2026-09-01" },
        "Директор",
        "Приказ",
      ],
      ["", "", "Положение", "", "", ""],
      [2, "Пары", "Встречи", "когда получится", "Куратор", ""],
    ],
    { merges: [[2, 5, 2, 1]] },
  );
  const { problems } = preview(world, "roadmap", { tab: "Карта школы" });
  run(world, "roadmap", { tab: "Карта школы" });

  expect(stageColumn(world, "start").slice(0, 1)).toStrictEqual(["2026-09-01"]);
  expect(stageColumn(world, "content")[0]).toBe(
    "Приказ\n«О наставничестве»\nПоложение",
  );
  expect(stageColumn(world, "responsible")).toStrictEqual([
    "Директор",
    "Куратор",
  ]);
  expect(stageColumn(world, "source")[0]).toBe("Карта школы");
  expect(
    problems.filter(({ column }) => column === "Срок").map(({ row }) => row),
  ).toStrictEqual([4]);
});

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

test("abbreviations of people are shown, and spelt out when asked", () => {
  const text =
    "№\tЭтап\tСрок\tОтветственные\n1\tПары\tсентябрь\tЗНМР, руководители ШМО\n2\tИтоги\tмай\tКуратор";
  const world = worldAfter(SETUP_STEP);
  const { details, adjust } = preview(world, "roadmap", { text });
  run(world, "roadmap", { text, spell: true });

  expect(details[1]?.rows).toStrictEqual([
    ["ЗНМР", "заместитель директора по научно-методической работе"],
    ["руководители ШМО", "руководители школьных методических объединений"],
  ]);
  expect(adjust?.open).toBe(false);
  expect(stageColumn(world, "responsible")).toStrictEqual([
    "заместитель директора по научно-методической работе; руководители школьных методических объединений",
    "Куратор",
  ]);
});

test.each([
  ["000_263f387604020a4b.txt", 7],
  ["001_b818af48eaa7fffc.txt", 8],
  ["002_573f3a844d14e047.txt", 7],
  ["003_e10a408f7c27fd8f.txt", 10],
  ["004_0228bcd223a87b30.txt", 23],
])("the source %s becomes %i rows, its texts whole", (file, count) => {
  const text = readFileSync(
    new URL(`../fixtures/roadmap/${file}`, import.meta.url),
    "utf8",
  );
  const world = worldAfter(SETUP_STEP, ["roadmap", { text }]);
  const words = (texts: readonly unknown[]) =>
    texts.join(" ").match(/\p{L}{4,}/gu) ?? [];
  const read = readRoadmap(text).stages;
  const written = [
    "stage",
    "tasks",
    "content",
    "dateText",
    "responsible",
    "participants",
    "result",
  ].flatMap((key) => stageColumn(world, key));

  expect(stageColumn(world, "stage")).toHaveLength(count);
  expect(words(written).sort()).toStrictEqual(
    words(
      read.flatMap((stage) => [
        stage.name,
        stage.tasks,
        stage.content,
        stage.dateText,
        stage.responsible,
        stage.participants,
        stage.result,
      ]),
    ).sort(),
  );
});
