/** What is done with a roadmap: dates given, stages moved, approved, carried to the next year. */
import { expect, test } from "vitest";
import { preview, run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { stageColumn, typeStage } from "../support/roadmap-book";

const MAP = [
  "Дорожная карта школы",
  "",
  "№\tЭтап\tСрок\tОтветственные",
  "1\tПриказ\t01.09.2026\tДиректор",
  "2\tБанк наставников\tежегодно, сентябрь 2026 г.\tКуратор",
  "3\tВстречи\t05.10.2026 – 30.10.2026\tНаставники",
  "4\tСеминар\tпосле каникул, как получится\tКуратор",
  "5\tИтоги\tмай\tКуратор",
].join("\n");

const withMap = () => worldAfter(SETUP_STEP, ["roadmap", { text: MAP }]);

const dates = (world: ReturnType<typeof withMap>) =>
  stageColumn(world, "start").map(
    (start, at) => `${start}..${stageColumn(world, "end")[at]}`,
  );

test("a stage and those that begin no earlier move on working days; undo takes it back", () => {
  const world = withMap();
  const before = dates(world);
  const input = { stage: "Э-03", count: 2, unit: "weeks", scope: "followers" };
  const { details, verb } = preview(world, "roadmapShift", input);
  run(world, "roadmapShift", input);

  expect(verb).toBe("Сдвинуть 2 этапа");
  expect(details[0]?.rows).toStrictEqual([
    ["3. Встречи", "05.10.2026 – 30.10.2026", "19.10.2026 – 13.11.2026"],
    ["5. Итоги", "01.05.2027 – 31.05.2027", "17.05.2027 – 15.06.2027"],
  ]);
  expect(dates(world)).toStrictEqual([
    "2026-09-01..2026-09-01",
    "2026-09-01..2026-09-30",
    "2026-10-19..2026-11-13",
    "..",
    "2027-05-17..2027-06-15",
  ]);
  expect(stageColumn(world, "byHand")).toStrictEqual(["", "", true, "", true]);
  expect(preview(world, "roadmapDates").verb).toBe(null);

  run(world, "undo");
  expect(dates(world)).toStrictEqual(before);
});

test("one stage moves alone, past school holidays when asked", () => {
  const world = withMap();
  run(world, "roadmapShift", {
    stage: "Э-03",
    count: "1",
    unit: "workdays",
    scope: "alone",
    skip: "vacations",
  });

  expect(dates(world)[2]).toBe("2026-10-06..2026-11-02");
  expect(dates(world)[4]).toBe("2027-05-01..2027-05-31");
  expect(() =>
    preview(world, "roadmapShift", { stage: "Э-04", count: 1 }),
  ).toThrow(/Выберите этап/);
  expect(() =>
    preview(world, "roadmapShift", { stage: "Э-03", count: 0 }),
  ).toThrow(/на сколько/);
});

test("what is done stays where it was", () => {
  const world = withMap();
  typeStage(world, 4, "status", "выполнено");
  run(world, "roadmapShift", { stage: "Э-01", count: 1, unit: "weeks" });

  expect(dates(world)[4]).toBe("2027-05-01..2027-05-31");
  expect(dates(world)[0]).toBe("2026-09-08..2026-09-08");
});

test("stages without dates get them; a text that stands is kept", () => {
  const world = withMap();
  const refused = preview(world, "roadmapAssign", { "Э-04": "когда-нибудь" });
  run(world, "roadmapAssign", { "Э-04": "16–20 ноября" });

  expect(refused.verb).toBe(null);
  expect(refused.problems.map(({ row }) => row)).toStrictEqual([5]);
  expect(dates(world)[3]).toBe("2026-11-16..2026-11-20");
  expect(stageColumn(world, "dateText")[3]).toBe(
    "после каникул, как получится",
  );
  expect(stageColumn(world, "byHand")[3]).toBe(true);
});

test("an empty text is filled with the phrase, and stays computed", () => {
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    { template: "kindergarten" },
  ]);
  run(world, "roadmapAssign", { "Э-02": "до 15 сентября" });

  expect(dates(world)[1]).toBe("..2026-09-15");
  expect(stageColumn(world, "dateText")[1]).toBe("до 15 сентября");
  expect(stageColumn(world, "byHand")[1]).toBe("");
});

test("the order stands on every row, and what is over before it is named", () => {
  const world = withMap();
  const input = {
    source: "Дорожная карта школы",
    number: "№ 45-о",
    date: "2026-09-10",
  };
  const { problems } = preview(world, "roadmapApprove", input);
  run(world, "roadmapApprove", input);

  expect(new Set(stageColumn(world, "approvedBy"))).toStrictEqual(
    new Set(["№ 45-о от 10.09.2026"]),
  );
  expect(problems.map(({ row, message }) => [row, message])).toStrictEqual([
    [
      2,
      "«1. Приказ» кончается 01.09.2026, раньше приказа от 10.09.2026. Проверьте срок или дату приказа.",
    ],
  ]);
  expect(
    preview(world, "check").problems.filter(
      ({ column }) => column === "Утверждено приказом",
    ),
  ).toHaveLength(1);
  expect(() =>
    preview(world, "roadmapApprove", { source: "Дорожная карта школы" }),
  ).toThrow(/номер или дату/);
});

test("the order of a document is on its rows at once", () => {
  const text = `Утверждаю: Директор ______\nПриказ № 384/2-о от 01.09.2026\n\n${MAP}`;
  const world = worldAfter(SETUP_STEP, ["roadmap", { text }]);

  expect(stageColumn(world, "approvedBy")[0]).toBe("№ 384/2-о от 01.09.2026");
});
