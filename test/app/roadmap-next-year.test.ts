/** A roadmap carried to the next year: everything ticked, exceptions taken out, plans of several years. */
import { expect, test } from "vitest";
import type { MemoryWorld } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { stageColumn, typeStage } from "../support/roadmap-book";

const SOURCE = "Дорожная карта школы";
const MAP = [
  SOURCE,
  "",
  "№\tЭтап\tСрок\tОтветственные",
  "1\tПриказ\t01.09.2026\tДиректор",
  "2\tБанк наставников\tежегодно, сентябрь 2026 г.\tКуратор",
  "3\tВстречи\t05.10.2026 – 30.10.2026\tНаставники",
  "4\tСеминар\tежегодно\tКуратор",
  "5\tИтоги\tмай\tКуратор",
].join("\n");

const withMap = (text = MAP) => worldAfter(SETUP_STEP, ["roadmap", { text }]);

const dates = (world: MemoryWorld) =>
  stageColumn(world, "start").map(
    (start, at) => `${start}..${stageColumn(world, "end")[at]}`,
  );

const marksOf = (
  world: MemoryWorld,
  input: { source: string; take?: string },
) => preview(world, "roadmapNextYear", input).adjust?.fields[0];

test("all are ticked at first; what is unticked stays behind; undo takes all back", () => {
  const world = withMap();
  typeStage(world, 2, "end", { date: "2026-10-29" });
  run(world, "roadmapDates");
  typeStage(world, 0, "status", "выполнено");
  typeStage(world, 0, "evidence", "https://school.example/prikaz");
  typeStage(world, 0, "condition", "приказов подписано");
  typeStage(world, 0, "goal", "2");
  typeStage(world, 0, "approvedBy", "№ 1 от 01.09.2026");
  const before = cells(world, "Дорожная карта").map((row) => [...row]);
  const all = preview(world, "roadmapNextYear", { source: SOURCE });

  expect(all.verb).toBe("Добавить 5 мероприятий");
  expect(marksOf(world, { source: SOURCE })).toMatchObject({
    kind: "marks",
    value: "Э-01\nЭ-02\nЭ-03\nЭ-04\nЭ-05",
  });
  expect(all.details[0]).toMatchObject({
    title: "Назначьте срок после переноса",
    lines: ["4. Семинар: «ежегодно» – по этим словам дату не определить"],
  });

  const input = { source: SOURCE, take: "Э-01, Э-02\nЭ-03;Э-04" };
  expect(
    preview(world, "roadmapNextYear", input).adjust?.fields[0]?.value,
  ).toBe("Э-01\nЭ-02\nЭ-03\nЭ-04");
  run(world, "roadmapNextYear", input);

  expect(dates(world).slice(5)).toStrictEqual([
    "2027-09-01..2027-09-01",
    "2027-09-01..2027-09-30",
    "2027-10-05..2027-10-29",
    "..",
  ]);
  const fresh = (key: string) => stageColumn(world, key).slice(5);
  expect(fresh("stage")).not.toContain("Итоги");
  expect(fresh("source")).toStrictEqual(Array(4).fill(`${SOURCE} – 2027/2028`));
  expect(fresh("status")).toStrictEqual(Array(4).fill("не начато"));
  expect(fresh("evidence")).toStrictEqual(Array(4).fill(""));
  expect(fresh("approvedBy")).toStrictEqual(Array(4).fill(""));
  expect(fresh("condition")[0]).toBe("приказов подписано");
  expect(fresh("goal")[0]).toBe(2);
  // The dates stay when they are computed anew.
  expect(preview(world, "roadmapDates").verb).toBe(null);
  expect(preview(world, "roadmapAssign", {}).summary).toBeDefined();

  run(world, "undo");
  expect(cells(world, "Дорожная карта")).toStrictEqual(before);
});

test("what was carried over is not offered again, what was left out is", () => {
  const world = withMap();
  run(world, "roadmapNextYear", { source: SOURCE, take: "Э-01\nЭ-02" });
  const again = marksOf(world, { source: SOURCE });
  const none = preview(world, "roadmapNextYear", { source: SOURCE, take: "" });

  expect(
    again?.groups?.flatMap(({ choices }) => choices).map(({ label }) => label),
  ).toStrictEqual(["3. Встречи", "4. Семинар – ежегодно", "5. Итоги"]);
  expect(none.verb).toBe(null);
  expect(none.summary[0]).toContain("ничего не отмечено");
});

test("a year carried over goes on to the one after it", () => {
  const world = withMap();
  run(world, "roadmapNextYear", { source: SOURCE });
  const source = `${SOURCE} – 2027/2028`;
  run(world, "roadmapNextYear", { source });

  expect(dates(world).slice(10)).toStrictEqual([
    "2028-09-01..2028-09-01",
    "2028-09-01..2028-09-30",
    "2028-10-05..2028-10-30",
    "..",
    "2029-05-01..2029-05-31",
  ]);
  expect(stageColumn(world, "source")[10]).toBe(`${SOURCE} – 2028/2029`);
  expect(new Set(stageColumn(world, "section").slice(10))).toStrictEqual(
    new Set(["2028/2029 учебный год"]),
  );
});

test("a plan of several years goes on from its last year, in the same roadmap", () => {
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    { template: "nine", years: 3 },
  ]);
  const source = String(stageColumn(world, "source")[0]);
  const count = stageColumn(world, "id").length;
  const last = stageColumn(world, "section").filter((text) =>
    String(text).startsWith("2028/2029"),
  ).length;
  const { summary, problems } = preview(world, "roadmapNextYear", { source });
  run(world, "roadmapNextYear", { source });
  const fresh = (key: string) => stageColumn(world, key).slice(count);

  expect(summary.join(" ")).toContain("доходит до 2028/2029 учебный год");
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining("2027/2028 учебный год в карте уже есть"),
  );
  expect(fresh("id")).toHaveLength(last);
  expect(new Set(fresh("source"))).toStrictEqual(new Set([source]));
  expect(new Set(fresh("section"))).toStrictEqual(
    new Set(["2029/2030 учебный год"]),
  );
  expect(fresh("number").every((one) => String(one).startsWith("4."))).toBe(
    true,
  );
  const days = [...fresh("start"), ...fresh("end")].filter((day) => day !== "");
  expect(days.length).toBeGreaterThan(last);
  expect(
    days.every((day) => String(day) >= "2029-08-01" && String(day) < "2030-09"),
  ).toBe(true);
});

test("of a phrase over several years only the last year goes on", () => {
  const world = withMap(
    [
      "План на несколько лет",
      "",
      "№\tЭтап\tСрок",
      "1\tОтбор\tСентябрь, 2023, 2025, 2026",
      "2\tОбучение\tОктябрь 2023 г.",
      "3\tСопровождение\t01.09.2023 – 31.05.2027",
      "4\tИтоги\tмай 2024, 2027",
    ].join("\n"),
  );
  const { details } = preview(world, "roadmapNextYear", {
    source: String(stageColumn(world, "source")[0]),
  });

  expect(details.map(({ rows }) => rows)).toStrictEqual([
    [
      ["1. Отбор", "сентябрь 2027 г.", "01.09.2027 – 30.09.2027"],
      [
        "3. Сопровождение",
        "01.09.2027 – 31.05.2028",
        "01.09.2027 – 31.05.2028",
      ],
      ["4. Итоги", "май 2028 г.", "01.05.2028 – 31.05.2028"],
    ],
  ]);
});

test("sixty activities are ticked by their sections", () => {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const section = Math.floor(at / 10) + 1;
    return at % 10 === 0
      ? `${section}\tЭтап ${section}\tсентябрь`
      : `${section}.${at % 10}\tДело ${at}\tоктябрь`;
  });
  const world = withMap(["Карта", "", "№\tЭтап\tСрок", ...rows].join("\n"));
  const groups =
    marksOf(world, {
      source: String(stageColumn(world, "source")[0]),
    })?.groups ?? [];

  expect(
    groups.map(({ title, choices }) => [title, choices.length]),
  ).toStrictEqual(
    Array.from({ length: 6 }, (_, at) => [`${at + 1}. Этап ${at + 1}`, 10]),
  );
});

test("an activity without a month is a thing to assign", () => {
  const world = withMap();
  run(world, "roadmapNextYear", { source: SOURCE });
  const { adjust, verb } = preview(world, "roadmapAssign", {
    "Э-09": "16–20 ноября 2027",
  });
  run(world, "roadmapAssign", { "Э-09": "16–20 ноября 2027" });

  expect(adjust).toBeUndefined();
  expect(verb).toBe("Назначить 1 этап");
  expect(dates(world)[8]).toBe("2027-11-16..2027-11-20");
  expect(stageColumn(world, "dateText")[8]).toBe("ежегодно");
});
