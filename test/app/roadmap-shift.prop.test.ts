/** Stages shifted with those that follow: order kept, no day off, typed dates left, all undone. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../src/domain/consents/age";
import { russianDate } from "../../src/domain/language/dates";
import { isDayOff } from "../../src/domain/roadmap/days-off";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { stageColumn, typeStage } from "../support/roadmap-book";

const RULES = { week: 5, extra: [], working: [], vacations: [] } as const;
const FIRST = "2026-08-03";

/** A stage as it is made up: days from the first one, and what was done to it. */
const stageOf = fc.record({
  from: fc.integer({ min: 0, max: 320 }),
  days: fc.option(fc.integer({ min: 0, max: 90 })),
  fate: fc.constantFrom("planned", "planned", "planned", "typed", "done"),
});

type Made = typeof stageOf extends fc.Arbitrary<infer One> ? One : never;

function worldWith(stages: readonly Made[]) {
  const rows = stages.map(({ from, days }, at) => {
    const start = addDays(FIRST, from);
    const phrase =
      days === null
        ? `до ${russianDate(start)}`
        : `${russianDate(start)} – ${russianDate(addDays(start, days))}`;
    return `${at + 1}\tЭтап ${at + 1}\t${phrase}`;
  });
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    { text: ["№\tЭтап\tСрок", ...rows].join("\n") },
  ]);
  stages.forEach(({ fate, from }, at) => {
    if (fate === "typed") {
      const date = addDays(FIRST, from + 3);
      typeStage(world, at, "start", { date });
      typeStage(world, at, "end", { date });
    }
    if (fate === "done") {
      typeStage(world, at, "status", "выполнено");
    }
  });
  return world;
}

function datesIn(world: ReturnType<typeof worldWith>) {
  const ends = stageColumn(world, "end").map(String);
  return stageColumn(world, "start").map((start, at) => {
    const end = ends[at] ?? "";
    return { start: String(start), end, begin: String(start) || end };
  });
}

test("a shift keeps the order, hits no day off, leaves what is typed or done, and is undone whole", () => {
  fc.assert(
    fc.property(
      fc.array(stageOf, { minLength: 2, maxLength: 12 }),
      fc.nat(),
      fc.integer({ min: -30, max: 30 }).filter((count) => count !== 0),
      fc.constantFrom("days", "workdays", "weeks"),
      (stages, pick, count, unit) => {
        const world = worldWith(stages);
        const at = pick % stages.length;
        fc.pre(stages[at]?.fate !== "done");
        const before = datesIn(world);
        const tab = cells(world, "Дорожная карта").map((row) => [...row]);
        const texts = stageColumn(world, "dateText");
        run(world, "roadmapShift", {
          stage: `Э-${String(at + 1).padStart(2, "0")}`,
          count,
          unit,
        });
        const after = datesIn(world);
        const places = stages.map((_, place) => place);
        const begin = before[at]?.begin ?? "";
        const goes = (place: number) =>
          place === at ||
          (stages[place]?.fate === "planned" &&
            (before[place]?.begin ?? "") >= begin);
        const moved = places.filter(goes);

        expect(
          places.filter((place) => !goes(place)).map((place) => after[place]),
        ).toStrictEqual(
          places.filter((place) => !goes(place)).map((place) => before[place]),
        );
        expect(stageColumn(world, "dateText")).toStrictEqual(texts);
        for (const one of moved) {
          const { start = "", end = "" } = after[one] ?? {};
          expect(
            [start, end].filter((day) => day !== "" && isDayOff(day, RULES)),
          ).toStrictEqual([]);
          expect(start <= end).toBe(true);
          for (const other of moved) {
            if ((before[one]?.begin ?? "") <= (before[other]?.begin ?? "")) {
              expect(
                (after[one]?.begin ?? "") <= (after[other]?.begin ?? ""),
              ).toBe(true);
            }
          }
        }

        run(world, "undo");
        expect(cells(world, "Дорожная карта")).toStrictEqual(tab);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test("a typed date stays until it is ticked, and what it is overtaken by is said", () => {
  const world = worldWith([
    { from: 35, days: 4, fate: "planned" },
    { from: 36, days: 0, fate: "typed" },
    { from: 60, days: 4, fate: "planned" },
  ]);
  const input = { stage: "Э-01", count: 2, unit: "weeks" };
  const { summary, problems, adjust } = preview(world, "roadmapShift", input);

  expect(summary).toStrictEqual([
    "Новые даты: 2 этапа.",
    "Остаются на месте: 1 этап.",
  ]);
  expect(problems.map(({ row, message }) => [row, message])).toStrictEqual([
    [
      3,
      "«2. Этап 2» остаётся 11.09.2026 и теперь начинается раньше, чем «1. Этап 1». Проверьте порядок или отметьте и этот этап.",
    ],
  ]);
  expect(adjust?.fields[0]).toMatchObject({ kind: "marks", value: "Э-03" });

  const ticked = preview(world, "roadmapShift", { ...input, move: "Э-02" });
  expect(ticked.details[0]?.rows?.map(([stage]) => stage)).toStrictEqual([
    "1. Этап 1",
    "2. Этап 2",
  ]);
});

test("what was shifted once, or given by «Назначить сроки…», follows again; computing anew changes nothing of it", () => {
  const world = worldWith([
    { from: 35, days: 4, fate: "planned" },
    { from: 60, days: 4, fate: "planned" },
  ]);
  const input = { stage: "Э-01", count: 1, unit: "weeks" };
  run(world, "roadmapShift", input);
  expect(preview(world, "roadmapDates").verb).toBe(null);
  expect(preview(world, "roadmapShift", input).verb).toBe("Сдвинуть 2 этапа");

  typeStage(world, 1, "start", { date: "2026-10-20" });
  run(world, "roadmapDates");
  expect(preview(world, "roadmapShift", input).verb).toBe("Сдвинуть 1 этап");
});
