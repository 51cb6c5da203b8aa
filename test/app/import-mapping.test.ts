/** What the columns of a list mean: shown, corrected, remembered, forgotten with undo. */
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors";
import type { JsonObject, Preview } from "../../src/shared/rpc";
import { Killed, type MemoryWorld } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  runnerOn,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";

const LIST = [
  "Кто учится\tКлассный коллектив\tКонтакт\tОсобое",
  "Королёва Алёна Дмитриевна\t7 «А»\t8 900 000 00 01\tпоёт",
  "Василькова Милана Павловна\t7 «Б»\t\tрисует",
].join("\n");

/** Field key of the column with this header. */
function keyOf(seen: Preview, header: string): string {
  const field = seen.adjust?.fields.find(({ label }) =>
    label.includes(`«${header}»`),
  );
  expect(field, header).toBeDefined();
  return field?.key ?? "";
}

function targetIn(seen: Preview, header: string) {
  return seen.adjust?.fields.find(({ label }) => label === `«${header}»`)
    ?.value;
}

function corrected(world: MemoryWorld): JsonObject {
  const input = { text: LIST, into: "mentees" };
  const seen = preview(world, "import", { ...input, headerRow: 1 });
  return {
    ...input,
    headerRow: 1,
    [keyOf(seen, "Кто учится")]: "fio",
    [keyOf(seen, "Классный коллектив")]: "grade",
    [keyOf(seen, "Контакт")]: "none",
    [keyOf(seen, "Особое")]: "request",
  };
}

test("the preview shows every column with an example and what it is taken for", () => {
  const world = worldAfter(SETUP_STEP);
  const text = "ФИО\tКласс\tПол\nКоролёва Алёна\t7 «А»\tж";
  const seen = preview(world, "import", { text, into: "mentees" });

  expect(
    seen.adjust?.fields.map(({ label, value, hint }) => [label, value, hint]),
  ).toStrictEqual([
    ["Строка шапки", 1, expect.any(String)],
    ["«ФИО»", "fio", "Например: Королёва Алёна"],
    ["«Класс»", "grade", "Например: 7 «А»"],
    ["«Пол»", "none", "Например: ж"],
  ]);
  expect(seen.adjust?.open).toBe(true);
  expect(seen.summary.join(" ")).toContain("Не загружаются графы: «Пол»");
});

test("the curator's word stands before the guess", () => {
  const world = worldAfter(SETUP_STEP);
  run(world, "import", corrected(world));

  expect(cells(world, "Наставляемые")).toHaveLength(2);
  expect(cells(world, "Наставляемые").flat()).toContain("рисует");
  expect(cells(world, "Наставляемые").flat()).toContain("7 «Б»");
  expect(cells(world, "Наставляемые").flat()).not.toContain("8 900 000 00 01");
});

test("what was confirmed is remembered for the same header, however typed", () => {
  const world = worldAfter(SETUP_STEP);
  run(world, "import", corrected(world));
  expect(cells(world, "Настройки").at(-1)?.[1]).toBe(
    "1. Кто учится → ФИО наставника / ФИО наставляемого\n2. Классный коллектив → Класс\n3. Контакт → не загружать\n4. Особое → Основной запрос наставляемого",
  );
  const next = [
    "КТО  учится\tКлассный коллектив\tконтакт\tОсобое",
    "Полынов Гордей Максимович\t8 «В»\t8 900 000 00 09\tиграет",
  ].join("\n");
  const seen = preview(world, "import", {
    text: next,
    into: "mentees",
    headerRow: 1,
  });

  expect(seen.adjust?.title).toMatch(/как в прошлый раз/);
  expect(seen.adjust?.open).toBe(false);
  expect(targetIn(seen, "Особое")).toBe("request");
  expect(targetIn(seen, "контакт")).toBe("none");
  expect(seen.verb).toBe("Записать 1 человека");
});

test("undo takes the people back and the memory with them", () => {
  const world = worldAfter(SETUP_STEP);
  const settings = cells(world, "Настройки");
  run(world, "import", corrected(world));
  expect(cells(world, "Настройки")).toHaveLength(settings.length + 1);
  run(world, "undo");

  expect(cells(world, "Наставляемые")).toStrictEqual([]);
  expect(cells(world, "Настройки")).toHaveLength(settings.length);
});

test("a memory damaged by hand is as good as none", () => {
  const world = worldAfter(SETUP_STEP);
  run(world, "import", corrected(world));
  const row = cells(world, "Настройки").at(-1) ?? [];
  row[1] = "как-нибудь";
  const seen = preview(world, "import", {
    text: LIST,
    into: "mentees",
    headerRow: 1,
  });

  expect(seen.adjust?.title).toBe("Как поняты графы списка");
});

test("answers for one header say nothing of another", () => {
  const world = worldAfter(SETUP_STEP);
  const input = {
    ...corrected(world),
    text: "ФИО\tКласс\nКоролёва Алёна Дмитриевна\t7 «А»",
  };
  const seen = preview(world, "import", input);

  expect(targetIn(seen, "ФИО")).toBe("fio");
  expect(targetIn(seen, "Класс")).toBe("grade");
});

test("two columns cannot be one thing", () => {
  const world = worldAfter(SETUP_STEP);
  const input = corrected(world);
  const seen = preview(world, "import", input);
  const doubled = { ...input, [keyOf(seen, "Контакт")]: "request" };

  expect(() => preview(world, "import", doubled)).toThrow(UserError);
  expect(() => preview(world, "import", doubled)).toThrow(
    /«Контакт» и «Особое»/,
  );
});

test("a list without a header is told column by column", () => {
  const world = worldAfter(SETUP_STEP);
  const input = {
    text: "Королёва Алёна Дмитриевна\t7 «А»\nВасилькова Милана Павловна\t7 «Б»",
    into: "mentees",
  };
  const lost = preview(world, "import", input);
  expect(lost.verb).toBeNull();
  expect(lost.adjust?.open).toBe(true);

  const seen = preview(world, "import", { ...input, headerRow: 0 });
  const fields = seen.adjust?.fields ?? [];
  const answers = {
    [fields[1]?.key ?? ""]: "fio",
    [fields[2]?.key ?? ""]: "grade",
  };
  const told = preview(world, "import", { ...input, headerRow: 0, ...answers });

  expect(told.verb).toBe("Записать 2 человек");
  run(world, "import", { ...input, headerRow: 0, ...answers });
  expect(cells(world, "Наставляемые")).toHaveLength(2);
});

test("every row of the list stands in the preview once, with what becomes of it", () => {
  const world = worldAfter(SETUP_STEP);
  const text = [
    "Список 7 «А» класса",
    "ФИО\tКласс\tТелефон",
    "Королёва Алёна Дмитриевна\t7 «А»\t",
    "королева алена дмитриевна\t7 «А»\t",
    "\t7 «А»\t8 900 000 00 01",
    "",
    "Всего: 2",
  ].join("\n");
  const seen = preview(world, "import", { text, into: "mentees" });
  const rows = seen.details.flatMap(({ rows: lines = [] }) => lines);

  expect(rows.map(([row]) => Number(row)).sort((a, b) => a - b)).toStrictEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
  expect(seen.details.map(({ title }) => title)).toStrictEqual([
    "Проверить, не записываются",
    "Не записываются",
    "Добавить",
    "Пропустить",
  ]);
});

test("by codes nothing of the list's names is left anywhere, even after a cut", () => {
  const start = worldAfter(["setup", { ...SETUP_STEP[1], mode: "По кодам" }]);
  const input = {
    text: "ФИО\tТелефон\tКласс\nКоролёва Алёна\t8 900 000 00 01\t7 «А»\nПолынов Гордей\t\t8 «Б»",
    into: "mentees",
  };
  const leaks = (world: MemoryWorld) =>
    JSON.stringify([world.tabs, world.properties]).match(
      /Корол|Полын|900 000/g,
    );
  const whole = structuredClone(start);
  run(whole, "import", input);
  expect(cells(whole, "Наставляемые")).toHaveLength(2);
  expect(leaks(whole)).toBeNull();

  let refused = 0;
  for (let killAt = 1; killAt < 60; killAt++) {
    const world = structuredClone(start);
    world.calls = 0;
    world.killAt = killAt;
    try {
      run(world, "import", input);
      break;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    world.killAt = 0;
    expect(leaks(world)).toBeNull();
    if ((world.properties["run"] ?? "") !== "") {
      try {
        expect(runnerOn(world).resume().state).toBe("done");
        expect(cells(world, "Наставляемые")).toHaveLength(2);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect(cells(world, "Наставляемые")).toStrictEqual([]);
        refused += 1;
      }
    }
  }
  expect(refused).toBeGreaterThan(3);
});
