/** Rows of the roadmap on the way into a calendar: from «Сегодня» and from «Разбор строки». */
import { expect, test } from "vitest";
import { answer } from "../../src/app/rpc";
import type { RpcMethod, RpcMethods } from "../../src/shared/rpc";
import { type MemoryWorld, memoryPorts } from "../support/memory-ports";
import { SETUP_STEP, worldAfter } from "../support/memory-runs";
import { typeStage } from "../support/roadmap-book";

const MAP = [
  "№\tЭтап\tСрок\tОтветственные",
  "1.\tПедсовет: «выбор» & формы?\t09.09.2026 – 11.09.2026\tКуратор",
  "2\tОтчёт\tдо 13 сентября 2026 г.\tКуратор",
  "3\tКонкурс\tмай\tКуратор",
  "4\tСеминар\tежегодно\tКуратор",
].join("\n");

function opened(): MemoryWorld {
  const world = worldAfter(SETUP_STEP, ["roadmap", { text: MAP }]);
  world.now = "2026-09-07 10:00";
  return world;
}

function ask<Method extends RpcMethod>(
  world: MemoryWorld,
  method: Method,
  input: RpcMethods[Method]["input"],
): RpcMethods[Method]["output"] {
  return answer(
    memoryPorts(world),
    { take: () => null },
    method,
    JSON.stringify(input),
  ) as RpcMethods[Method]["output"];
}

const eventIn = (url = "") =>
  Object.fromEntries(new URL(url).searchParams.entries());

test("«Сегодня» names the stages of the week, with a filled-in event of whole days", () => {
  const { today } = ask(opened(), "panel", {});
  const due = today.filter(({ link }) => link !== undefined);

  expect(due.map(({ text, input }) => [text, input])).toStrictEqual([
    [
      "1. Педсовет: «выбор» & формы?: 09.09.2026 – 11.09.2026.",
      { stage: "Э-01" },
    ],
    ["2. Отчёт: до 13.09.2026.", { stage: "Э-02" }],
  ]);
  expect(due.map(({ link }) => eventIn(link?.url))).toMatchObject([
    {
      action: "TEMPLATE",
      text: "Педсовет: «выбор» & формы?",
      // The end is the day after: whole days of Google Calendar.
      dates: "20260909/20260912",
    },
    { dates: "20260913/20260914" },
  ]);
});

test("an activity that says every year and no month is a thing to assign", () => {
  const world = opened();
  const dateless = () =>
    ask(world, "panel", {}).today.flatMap(({ text, action }) =>
      action === "roadmapAssign" ? [text] : [],
    );

  expect(dateless()).toStrictEqual(["Дорожная карта, без срока: 1 этап."]);
  typeStage(world, 3, "end", { date: "2026-10-01" });
  expect(dateless()).toStrictEqual([]);
});

test("a selected row of the roadmap is told with its dates, a link and what can be done", () => {
  const world = opened();
  const told = ask(world, "explain", { tab: "Дорожная карта", row: 4 });
  const undated = ask(world, "explain", { tab: "Дорожная карта", row: 5 });
  typeStage(world, 0, "status", "выполнено");
  const done = ask(world, "explain", { tab: "Дорожная карта", row: 2 });

  expect(told).toMatchObject({
    title: "Конкурс",
    place: "Дорожная карта, строка 4",
    deeds: [{ action: "roadmapShift", input: { stage: "Э-03" } }],
  });
  expect(told.summary[0]).toBe(
    "Срок: 01.05.2027 – 31.05.2027; написано: «май».",
  );
  expect(eventIn(told.links?.[0]?.url)["dates"]).toBe("20270501/20270601");
  expect(undated).toMatchObject({
    links: [],
    deeds: [{ action: "roadmapAssign" }],
  });
  expect(done).toMatchObject({ links: [], deeds: [] });
  expect(() =>
    ask(world, "explain", { tab: "Дорожная карта", row: 90 }),
  ).toThrow(/нет мероприятия/);
});
