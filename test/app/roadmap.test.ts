/** Roadmaps from templates, texts and tabs; dates follow the settings, typed ones stay. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRoadmap } from "../../src/domain/roadmap/read-roadmap";
import { preview, run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { addTab } from "../support/own-tab";
import { stageColumn } from "../support/roadmap-book";

const OWN = [
  "№\tЭтап\tСрок\tОтветственные",
  "1\tОсенние встречи\tосенние каникулы\tКуратор",
  "2\tИтоги\tна конец учебного года\tКуратор",
  "3\tСовет\t10.10.2026\tДиректор",
  "4\tВстречи пар\tежемесячно\tНаставники",
].join("\n");

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
  ["001_b818af48eaa7fffc.txt", 9],
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
